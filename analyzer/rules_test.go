package analyzer_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/authvet/authvet/analyzer"
	"github.com/authvet/authvet/analyzer/internal/rule"
)

// TestExamples analyses what every rule shows as wrong and as right: the wrong one is reported once, by that rule, and
// of the right one no rule has anything to say.
func TestExamples(t *testing.T) {
	files := make(map[string]string)
	var paths []string
	for _, r := range rule.All() {
		files["bad/"+r.ID+"/p.go"] = r.Bad
		files["good/"+r.ID+"/p.go"] = r.Good
		paths = append(paths, "bad/"+r.ID, "good/"+r.ID)
	}
	dir, cleanup, err := analysistest.WriteFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	defer cleanup()
	var e failures // there are no comments to be matched: the diagnostics are counted below
	found := make(map[string][]string)
	for _, result := range analysistest.Run(&e, dir, analyzer.Analyzer, paths...) {
		path := result.Action.Package.PkgPath
		found[path] = []string{}
		for _, d := range result.Diagnostics {
			found[path] = append(found[path], d.Category+": "+d.Message)
			if want := "https://github.com/authvet/authvet/blob/main/docs/rules/" + d.Category + ".md"; d.URL != want {
				t.Errorf("%s: the finding leads to %q, want %s", path, d.URL, want)
			}
		}
	}
	for _, r := range rule.All() {
		switch bad := found["bad/"+r.ID]; {
		case len(bad) != 1:
			t.Errorf("%s: the wrong example has %d findings, want one: %q", r.ID, len(bad), bad)
		case !strings.HasPrefix(bad[0], r.ID+": "+r.ID+": "):
			t.Errorf("%s: the wrong example has the finding %q", r.ID, bad[0])
		}
		if good, ok := found["good/"+r.ID]; !ok || len(good) != 0 {
			t.Errorf("%s: the right example was analysed: %v; findings: %q", r.ID, ok, good)
		}
	}
}

// answer is what a client sees of a handler.
type answer struct {
	Status int
	Header http.Header
	Body   string
	Known  *answer // what it answers to somebody with credentials
}

// onTheWire tells what the examples of a rule must show to a client. A rule without an entry has no proof.
var onTheWire = map[string]func(bad, good answer) error{
	"missing-challenge": func(bad, good answer) error {
		if err := statuses(bad, good, 401, 401); err != nil {
			return err
		}
		if got := bad.Header.Values("WWW-Authenticate"); len(got) > 0 {
			return fmt.Errorf("the wrong example has the challenge %q", got)
		}
		if got := good.Header.Get("WWW-Authenticate"); got == "" {
			return fmt.Errorf("the right example has no challenge")
		}
		return nil
	},
	"malformed-challenge": func(bad, good answer) error {
		if err := statuses(bad, good, 401, 401); err != nil {
			return err
		}
		if got := bad.Header.Get("WWW-Authenticate"); got != "Basic realm=Restricted area" {
			return fmt.Errorf("the wrong example has the challenge %q", got)
		}
		if got := good.Header.Get("WWW-Authenticate"); got != `Basic realm="Restricted area"` {
			return fmt.Errorf("the right example has the challenge %q", got)
		}
		return nil
	},
	"forbidden-unauthenticated": func(bad, good answer) error { return statuses(bad, good, 403, 401) },
	"unauthorized-authenticated": func(bad, good answer) error {
		if err := statuses(bad, good, 401, 401); err != nil {
			return err
		}
		return statuses(*bad.Known, *good.Known, 401, 403)
	},
	"challenge-on-forbidden": func(bad, good answer) error {
		if err := statuses(*bad.Known, *good.Known, 403, 403); err != nil {
			return err
		}
		if got := bad.Known.Header.Get("WWW-Authenticate"); got == "" {
			return fmt.Errorf("the wrong example has no challenge with its 403")
		}
		if got := good.Known.Header.Get("WWW-Authenticate"); got != "" {
			return fmt.Errorf("the right example has the challenge %q with its 403", got)
		}
		return nil
	},
	"error-as-ok": func(bad, good answer) error {
		if !strings.Contains(bad.Body, "unauthorized") {
			return fmt.Errorf("the wrong example answers %q", bad.Body)
		}
		return statuses(bad, good, 200, 401)
	},
	"denial-falls-through": func(bad, good answer) error {
		if err := statuses(bad, good, 401, 401); err != nil {
			return err
		}
		if !strings.Contains(bad.Body, "the secret") || strings.Contains(good.Body, "the secret") {
			return fmt.Errorf("the wrong example answers %q, the right one %q", bad.Body, good.Body)
		}
		return nil
	},
	"late-status": func(bad, good answer) error { return statuses(bad, good, 200, 404) },
}

func statuses(bad, good answer, wantBad, wantGood int) error {
	if bad.Status != wantBad || good.Status != wantGood {
		return fmt.Errorf("the wrong example answers %d, want %d; the right one %d, want %d", bad.Status, wantBad, good.Status, wantGood)
	}
	return nil
}

// TestExamplesOnTheWire runs them on a real server: what a rule claims must be what a client sees.
func TestExamplesOnTheWire(t *testing.T) {
	answers := serve(t)
	for _, r := range rule.All() {
		check := onTheWire[r.ID]
		if check == nil {
			t.Errorf("%s: what do its examples show to a client? Say it in onTheWire", r.ID)
			continue
		}
		if err := check(answers["bad/"+r.ID], answers["good/"+r.ID]); err != nil {
			t.Errorf("%s: %v", r.ID, err)
		}
	}
}

// serve makes one program of all examples, runs it, and returns what each of them has answered.
func serve(t *testing.T) map[string]answer {
	dir := t.TempDir()
	write := func(name, text string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var imports, handlers strings.Builder
	for i, r := range rule.All() {
		for kind, source := range map[string]string{"bad": r.Bad, "good": r.Good} {
			write(kind+"/"+r.ID+"/p.go", source)
			write(kind+"/"+r.ID+"/export.go", "package p\n\nvar Handler = handler\n")
			fmt.Fprintf(&imports, "\t%s%d %q\n", kind, i, "examples/"+kind+"/"+r.ID)
			fmt.Fprintf(&handlers, "\t%q: %s%d.Handler,\n", kind+"/"+r.ID, kind, i)
		}
	}
	write("go.mod", "module examples\n\ngo 1.26\n")
	write("main.go", fmt.Sprintf(server, imports.String(), handlers.String()))
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GO111MODULE=on")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go run: %v\n%s", err, stderr.String())
	}
	var answers map[string]answer
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatal(err)
	}
	return answers
}

// server prints what each handler answers to a request without credentials, and to one with the examples' own.
const server = `package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"

%s)

var handlers = map[string]http.HandlerFunc{
%s}

type answer struct {
	Status int
	Header http.Header
	Body   string
	Known  *answer
}

func main() {
	log.SetOutput(io.Discard) // the server complains of late statuses
	answers := make(map[string]answer)
	for name, h := range handlers {
		server := httptest.NewServer(h)
		a, known := ask(server.URL, false), ask(server.URL, true)
		a.Known = &known
		answers[name] = a
		server.Close()
	}
	json.NewEncoder(os.Stdout).Encode(answers)
}

func ask(url string, known bool) answer {
	r, err := http.NewRequest("GET", url, nil)
	if err != nil {
		log.Panic(err)
	}
	if known {
		r.SetBasicAuth("jane", "secret")
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		log.Panic(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		log.Panic(err)
	}
	return answer{resp.StatusCode, resp.Header, string(body), nil}
}
`
