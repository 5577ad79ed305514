package main

import (
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

// example returns the YAML that stands in the README after the first mention of a file.
func example(t *testing.T, name string) string {
	t.Helper()
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "`"+name+"`")
	_, rest, _ = strings.Cut(rest, "```yaml\n")
	text, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatalf("the README has no example of %s", name)
	}
	return text
}

// TestExampleConfiguration runs golangci-lint with the .golangci.yml of the README.
func TestExampleConfiguration(t *testing.T) {
	w := newWorkspace(t)
	w.write(".golangci.yml", example(t, ".golangci.yml"))
	for _, want := range []string{"enable:\n    - authvet\n", "confidence: high\n"} {
		if !strings.Contains(w.read(".golangci.yml"), want) {
			t.Errorf("the example does not have %q", want)
		}
	}
	if got := w.found("./..."); !slices.Equal(got, []string{helped}) {
		t.Errorf("found %q, want %q", got, helped)
	}
}

// TestExampleBuild wants the README to name the golangci-lint that is tested here, and the package that this program imports.
func TestExampleBuild(t *testing.T) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		t.Fatal("there is no build information")
	}
	text := example(t, ".custom-gcl.yml")
	for _, m := range info.Deps {
		switch m.Path {
		case "github.com/golangci/golangci-lint/v2":
			if want := "version: " + m.Version + "\nplugins:\n"; !strings.HasPrefix(text, want) {
				t.Errorf("want %q\n%s", want, text)
			}
		case "github.com/authvet/authvet":
			if want := "  - module: " + m.Path + "\n    import: " + m.Path + "/analyzer/golangci\n    version: v"; !strings.Contains(text, want) {
				t.Errorf("want %q\n%s", want, text)
			}
		}
	}
	if len(info.Deps) == 0 {
		t.Error("this program depends on nothing")
	}
}
