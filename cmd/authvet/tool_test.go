package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestToolDirective has authvet as a tool of a module, and uses it as the README says: by itself, for go vet, and for go fix.
func TestToolDirective(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	const module = "github.com/authvet/authvet"
	_, required, _ := strings.Cut(readFile(t, root, "go.mod"), "\n") // what go get -tool would add
	folder := writeFiles(t, map[string]string{
		"go.mod": "module example.com/m\n\ntool " + module + "/cmd/authvet\n\nrequire " + module + " v0.1.0\n\nreplace " + module + " => " + root + "\n\n" + required,
		"go.sum": readFile(t, root, "go.sum"),
		"m.go":   "package m\n" + badComment,
	})
	const want = "m.go:3:1: directive: say why: //authvet:ignore late-status <reason>\n"
	run := func(code int, args ...string) result {
		t.Helper()
		got := execute(t, folder, nil, "go", args...)
		if got.code != code {
			t.Errorf("go %s: %+v, want exit code %d", strings.Join(args, " "), got, code)
		}
		return got
	}
	if got := run(exitFailed, "tool", "authvet", "./..."); got.stdout != want {
		t.Errorf("go tool authvet: %+v, want %q", got, want)
	}
	tool := strings.TrimSpace(run(0, "tool", "-n", "authvet").stdout)
	if got := run(1, "vet", "-vettool="+tool, "./..."); !strings.HasSuffix(got.stderr, want) {
		t.Errorf("go vet -vettool: %+v, want %q", got, want)
	}
	if got := run(0, "fix", "-fixtool="+tool, "-diff", "./..."); got.stdout != "" {
		t.Errorf("go fix -fixtool -diff: %+v, want nothing: TestGoFix has something to fix", got)
	}
}
