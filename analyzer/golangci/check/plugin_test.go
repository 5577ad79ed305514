package main

import (
	"encoding/json"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestSettings passes settings through golangci-lint. Without any, it finds what is wrong in app, nothing where a comment
// silences it, and nothing at the places that the findings are related to.
func TestSettings(t *testing.T) {
	tests := []struct {
		settings []string
		want     []string
	}{
		{nil, []string{helped, forbidden}},
		{[]string{"rules: missing-challenge"}, []string{helped}},
		{[]string{"rules:", "  - missing-challenge", "  - late-status"}, []string{helped}},
		{[]string{"rules: -missing-challenge"}, []string{forbidden}},
		{[]string{"confidence: high"}, []string{helped}},
		{[]string{"in-tests: true"}, []string{helped, forbidden, "app/app_test.go:6:2 missing-challenge"}},
		{[]string{"in-generated: true"}, []string{helped, forbidden, "app/generated.go:9:3 missing-challenge"}},
		{[]string{"why: true", "rules: missing-challenge"}, []string{helped, "app/app.go:9:6 why",
			"app/app.go:17:6 why", "app/app.go:25:6 why", "lib/lib.go:5:6 why"}},
	}
	w := newWorkspace(t)
	for _, test := range tests {
		w.configure(test.settings...)
		slices.Sort(test.want)
		if got := w.found("./..."); !slices.Equal(got, test.want) {
			t.Errorf("%q: found\n%s\nwant\n%s", test.settings, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// TestRefused has settings that make no sense: nothing is linted, and golangci-lint says why.
func TestRefused(t *testing.T) {
	w := newWorkspace(t)
	for setting, want := range map[string]string{
		"confidense: low":     "plugin(authvet): newPlugin authvet: settings: confidense: there is no such setting; there are: confidence, ",
		"confidence: certain": `confidence: no confidence is called "certain"`,
		"in-tests: 1":         "in-tests: 1 is neither true nor false",
	} {
		w.configure(setting)
		stdout, stderr, code := w.run()
		if code == 0 || code == 1 || !strings.Contains(stderr, want) || stdout != "" {
			t.Errorf("%s: exit code %d\n%s\n%s\nwant %q", setting, code, stdout, stderr, want)
		}
	}
}

// TestNolint takes the comment away that silences a finding.
func TestNolint(t *testing.T) {
	w := newWorkspace(t)
	const silenced = "app/app.go:27:3 missing-challenge"
	if slices.Contains(w.found(), silenced) {
		t.Errorf("%s is not silenced", silenced)
	}
	w.write("app/app.go", strings.Replace(answering["app/app.go"], "//nolint:authvet", "", 1))
	if !slices.Contains(w.found(), silenced) {
		t.Errorf("%s is not found, so that there was nothing to be silenced", silenced)
	}
}

// TestFix has golangci-lint apply a fix: what it leaves compiles, and only what has no fix is found in it.
func TestFix(t *testing.T) {
	w := newWorkspace(t)
	for range 2 {
		if got := w.found("--fix", "./..."); len(got) != 1 || !strings.HasSuffix(got[0], " forbidden-unauthenticated") {
			t.Errorf("after --fix: found %q, want what has no fix", got)
		}
	}
	const mended = "\t\tw.Header().Set(\"WWW-Authenticate\", `Basic realm=\"Restricted\", charset=\"UTF-8\"`)\n\t\tlib.Deny("
	if text := w.read("app/app.go"); strings.Count(text, mended) != 1 {
		t.Errorf("the challenge is not there, or more than once:\n%s", text)
	}
	build := exec.Command("go", "build", "./...")
	build.Dir = w.dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// libFromCache is what golangci-lint logs of the cache when it has facts of package lib in it.
var libFromCache = regexp.MustCompile(`Loaded [1-9]\d* cached facts for package \\?"lib\\?" and analyzer authvet`)

// TestCache changes packages one after the other: facts of those that stay the same come out of golangci-lint's cache.
func TestCache(t *testing.T) {
	w := newWorkspace(t)
	expect := func(when string, args []string, want ...string) {
		t.Helper()
		if got := w.found(args...); !slices.Equal(got, want) {
			t.Errorf("%s: found %q, want %q", when, got, want)
		}
	}
	all := []string{"./..."}
	expect("first lib alone", []string{"./lib/..."})
	expect("then app", []string{"./app/..."}, helped, forbidden)
	expect("nothing has changed", all, helped, forbidden)

	w.write("app/other.go", `package app

import (
	"net/http"

	"example.com/m/lib"
)

func Other(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		lib.Deny(w, http.StatusUnauthorized)
	}
}
`)
	expect("only app has changed", all, helped, forbidden, "app/other.go:11:3 missing-challenge")

	w.write("app/other.go", w.read("app/other.go")+"\n// More.\n")
	t.Setenv("GL_DEBUG", "goanalysis/facts/cache")
	if _, stderr, _ := w.run("-v", "./..."); !libFromCache.MatchString(stderr) {
		t.Errorf("the facts of lib do not come out of the cache:\n%s", stderr)
	}
	t.Setenv("GL_DEBUG", "")

	w.write("lib/lib.go", strings.Replace(answering["lib/lib.go"], "\thttp.Error", "\tw.Header().Set(\"WWW-Authenticate\", `Basic realm=\"x\"`)\n\thttp.Error", 1))
	w.configure("rules: missing-challenge")
	expect("only lib has changed", all)
	w.write("lib/lib.go", answering["lib/lib.go"])
	expect("lib as it was", all, helped, "app/other.go:11:3 missing-challenge")
}

// TestJSON looks at what programs read.
func TestJSON(t *testing.T) {
	issues := newWorkspace(t).issues("./...")
	if len(issues) == 0 {
		t.Fatal("there are no issues")
	}
	first := issues[0]
	if first.FromLinter != "authvet" || !strings.HasPrefix(first.Text, "missing-challenge: 401 is sent with no WWW-Authenticate") {
		t.Errorf("linter %q, text %q", first.FromLinter, first.Text)
	}
	if len(first.SuggestedFixes) != 1 || first.SuggestedFixes[0].Message == "" {
		t.Errorf("fixes: %v, want one", first.SuggestedFixes)
	}
}

func TestSARIF(t *testing.T) {
	stdout, stderr, code := newWorkspace(t, "rules: missing-challenge").run("--output.sarif.path=stdout", "./...")
	var log struct {
		Runs []struct {
			Results []struct {
				RuleID    string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(stdout), &log); err != nil {
		t.Fatalf("exit code %d: %v\n%s%s", code, err, stdout, stderr)
	}
	if len(log.Runs) != 1 || len(log.Runs[0].Results) != 1 || len(log.Runs[0].Results[0].Locations) != 1 {
		t.Fatalf("want one result in one place: %s", stdout)
	}
	result := log.Runs[0].Results[0]
	at := result.Locations[0].PhysicalLocation
	if result.RuleID != "authvet" || !strings.HasPrefix(result.Message.Text, "missing-challenge: ") {
		t.Errorf("rule %q, message %q", result.RuleID, result.Message.Text)
	}
	if at.ArtifactLocation.URI != "app/app.go" || at.Region.StartLine != 11 || at.Region.StartColumn != 3 {
		t.Errorf("it is at %+v, want app/app.go:11:3", at)
	}
}
