package frameworks

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// wire runs a testdata package on the real framework, and holds every "wire" comment in it against what a client gets.
type wire struct {
	pkg string // the folder in testdata/src, and the package's import path
	// main is a program that imports the package, serves its routes on a free port of 127.0.0.1, and prints the address
	// ("127.0.0.1:41234") as its first line.
	main string
}

const testdata = "../../../../../testdata/src"

func (w wire) check(t *testing.T) {
	claims := w.claims(t)
	address := w.start(t)
	client := &http.Client{
		Timeout:       5 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport:     &http.Transport{DisableKeepAlives: true},
	}
	for _, c := range claims {
		if err := c.check(client, address); err != nil {
			t.Errorf("%s: %s: %v", c.at, c.path, err)
		}
	}
	t.Logf("%d answers as claimed or told above", len(claims))
}

// claim is one "wire" comment.
type claim struct {
	at     token.Position
	path   string
	method string
	body   string
	header http.Header
	status int
	bare   bool
	says   string
}

// A "wire" comment in a handler's doc: // wire: <request> -> <status> <challenge|bare> [text]
var (
	wireLine = regexp.MustCompile(`^//\s*wire: (.+) -> (\d+) (challenge|bare)(?: (.*))?$`)
	viaLine  = regexp.MustCompile(`^//\s*wire: by (\w+)$`)
	pair     = regexp.MustCompile(`([:\w-]+)=("(?:[^"\\]|\\.)*"|\S*)`)
)

// empty in a claim says that there is no body.
const empty = "(empty)"

// claims reads all comments, and holds that what is reported is also run: a function with a "want" has a "wire" of its own, or
// names the handler that runs it.
func (w wire) claims(t *testing.T) []claim {
	var all []claim
	has := make(map[string]bool)
	via := make(map[string]token.Position)
	fset := token.NewFileSet()
	for _, path := range w.files(t) {
		file, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			told := false
			for _, line := range lines(fn.Doc) {
				at := fset.Position(line.Pos())
				if m := viaLine.FindStringSubmatch(line.Text); m != nil {
					told, via[m[1]] = true, at
				} else if strings.Contains(line.Text, "wire:") {
					c, err := parse(line.Text, fn.Name.Name)
					if err != nil {
						t.Errorf("%s: %v", at, err)
						continue
					}
					c.at, told, has[fn.Name.Name] = at, true, true
					all = append(all, c)
				}
			}
			if !told && wanted(file, fn) {
				t.Errorf("%s: %s is reported, but not run", fset.Position(fn.Pos()), fn.Name.Name)
			}
		}
	}
	for name, at := range via {
		if !has[name] {
			t.Errorf("%s: %s has no wire comment", at, name)
		}
	}
	return all
}

func lines(doc *ast.CommentGroup) []*ast.Comment {
	if doc == nil {
		return nil
	}
	return doc.List
}

// wanted reports whether a finding is expected inside the function.
func wanted(file *ast.File, fn *ast.FuncDecl) bool {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if fn.Pos() <= c.Pos() && c.Pos() <= fn.End() && strings.HasPrefix(c.Text, "// want ") {
				return true
			}
		}
	}
	return false
}

func parse(text, name string) (claim, error) {
	m := wireLine.FindStringSubmatch(text)
	if m == nil {
		return claim{}, fmt.Errorf("cannot be read: %s", text)
	}
	status, _ := strconv.Atoi(m[2]) // digits, says the expression
	c := claim{path: "/" + name, method: http.MethodGet, header: make(http.Header), status: status, bare: m[3] == "bare", says: m[4]}
	if m[1] == "-" {
		return c, nil
	}
	if rest := strings.TrimSpace(pair.ReplaceAllString(m[1], "")); rest != "" {
		return c, fmt.Errorf("%q is no request", rest)
	}
	for _, p := range pair.FindAllStringSubmatch(m[1], -1) {
		value := p[2]
		if strings.HasPrefix(value, `"`) {
			unquoted, err := strconv.Unquote(value)
			if err != nil {
				return c, err
			}
			value = unquoted
		}
		switch p[1] {
		case ":method":
			c.method = value
		case ":path":
			c.path = value
		case ":body":
			c.body, c.method = value, http.MethodPost
		default:
			c.header.Add(p[1], value)
		}
	}
	return c, nil
}

func (c claim) check(client *http.Client, address string) error {
	req, err := http.NewRequest(c.method, "http://"+address+c.path, strings.NewReader(c.body))
	if err != nil {
		return err
	}
	req.Header = c.header
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close() //nolint:errcheck // nothing is lost
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	var wrong []error
	if resp.StatusCode != c.status {
		wrong = append(wrong, fmt.Errorf("status %d, not %d", resp.StatusCode, c.status))
	}
	challenge := cmp.Or(resp.Header.Get("WWW-Authenticate"), resp.Header.Get("Proxy-Authenticate"))
	if (challenge == "") != c.bare {
		wrong = append(wrong, fmt.Errorf("challenge %q", challenge))
	}
	if c.says == empty && len(body) > 0 || c.says != empty && !strings.Contains(string(body), c.says) {
		wrong = append(wrong, fmt.Errorf("body %q", body))
	}
	return errors.Join(wrong...)
}

// files lists the package's Go files, also those of packages below it.
func (w wire) files(t *testing.T) []string {
	var files []string
	err := filepath.WalkDir(filepath.Join(testdata, w.pkg), func(path string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(path, ".go") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// start builds the package with the real framework, runs it, and returns where it serves.
func (w wire) start(t *testing.T) string {
	dir := t.TempDir()
	for _, path := range w.files(t) {
		rel, err := filepath.Rel(filepath.Join(testdata, w.pkg), path)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, rel), read(t, path))
	}
	write(t, filepath.Join(dir, "serve", "main.go"), w.main)
	write(t, filepath.Join(dir, "go.sum"), read(t, "go.sum"))
	write(t, filepath.Join(dir, "go.mod"), w.mod(t))

	program := filepath.Join(dir, "served")
	build := exec.Command("go", "build", "-mod=mod", "-o", program, "./serve")
	build.Dir = dir
	build.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=", "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	run := exec.Command(program)
	stderr, err := os.Create(filepath.Join(dir, "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	run.Stderr = stderr
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		run.Process.Kill() //nolint:errcheck // it has ended by itself, then
		run.Wait()         //nolint:errcheck // killed
		stderr.Close()     //nolint:errcheck // nothing is lost
		if t.Failed() {
			t.Logf("%s", read(t, stderr.Name()))
		}
	})
	lines := bufio.NewReader(out)
	address, err := lines.ReadString('\n')
	if err != nil {
		t.Fatalf("the program did not tell its address: %v\n%s", err, read(t, stderr.Name()))
	}
	go io.Copy(io.Discard, lines) //nolint:errcheck // a framework's log
	return strings.TrimSpace(address)
}

// mod is this module's go.mod, without authvet, under the name of the testdata package.
func (w wire) mod(t *testing.T) string {
	var kept []string
	for line := range strings.Lines(read(t, "go.mod")) {
		switch {
		case strings.HasPrefix(line, "module "):
			line = "module " + w.pkg + "\n"
		case strings.Contains(line, "github.com/authvet/authvet"):
			continue
		}
		kept = append(kept, line)
	}
	return strings.Join(kept, "")
}

func read(t *testing.T, path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, path, text string) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
