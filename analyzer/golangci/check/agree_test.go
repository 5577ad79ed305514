package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestAgrees lints all testdata, also of packages whose facts others need: golangci-lint has to find what the command authvet finds,
// whose own ways of telling it TestAllAgree compares.
func TestAgrees(t *testing.T) {
	w := &workspace{t: t, dir: filepath.Join(t.TempDir(), "src"), cache: t.TempDir()}
	t.Setenv("GO111MODULE", "off") // the testdata is that of a GOPATH
	t.Setenv("GOPATH", filepath.Dir(w.dir))
	patterns := w.copyTestdata()
	w.configure()
	w.write(".golangci.yml", w.read(".golangci.yml")+"issues:\n  max-issues-per-linter: 0\n  max-same-issues: 0\n  uniq-by-line: false\n")

	var got []string
	for _, i := range w.issues(patterns...) {
		got = append(got, i.at()+" "+i.Text)
	}
	want := w.commanded(patterns...)
	slices.Sort(got)
	slices.Sort(want)
	if len(want) < 500 || !slices.ContainsFunc(want, func(f string) bool { return strings.HasPrefix(f, "facts/") }) {
		t.Errorf("the command has found %d, or nothing that needs facts", len(want))
	}
	if slices.Equal(got, want) {
		return
	}
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("golangci-lint lacks\n%s", f)
		}
	}
	for _, f := range got {
		if !slices.Contains(want, f) {
			t.Errorf("golangci-lint has besides\n%s", f)
		}
	}
	t.Errorf("golangci-lint has found %d, the command %d", len(got), len(want))
}

// copyTestdata makes the testdata the workspace, and returns the patterns of what is to be linted there. The rest are stubs of
// libraries, with functions that have no body: go takes those where a file of assembler may have it.
func (w *workspace) copyTestdata() (patterns []string) {
	w.t.Helper()
	if err := os.CopyFS(w.dir, os.DirFS("../../../testdata/src")); err != nil {
		w.t.Fatal(err)
	}
	err := fs.WalkDir(os.DirFS(w.dir), ".", func(name string, entry fs.DirEntry, err error) error {
		top, _, below := strings.Cut(name, "/")
		switch {
		case err != nil || !entry.IsDir() || name == ".":
		case strings.Contains(top, "."):
			w.write(name+"/bodies.s", "")
		case !below:
			patterns = append(patterns, "./"+name+"/...")
		}
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return patterns
}

// commanded lists what the command finds in the workspace.
func (w *workspace) commanded(patterns ...string) (found []string) {
	w.t.Helper()
	program := filepath.Join(w.t.TempDir(), "authvet.exe")
	build := exec.Command("go", "build", "-o", program, "./cmd/authvet")
	build.Dir, build.Env = filepath.Join("..", "..", ".."), append(os.Environ(), "GO111MODULE=on", "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		w.t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(program, append([]string{"-json"}, patterns...)...)
	cmd.Dir, cmd.Env = w.dir, w.environment()
	out, _ := cmd.Output() // it ends with 1, for it finds something
	var packages map[string]map[string][]struct{ Posn, Message string }
	if err := json.Unmarshal(out, &packages); err != nil {
		w.t.Fatalf("%v\n%s", err, out)
	}
	for _, analyzers := range packages {
		for _, d := range analyzers["authvet"] {
			posn, err := filepath.Rel(w.dir, d.Posn)
			if err != nil {
				w.t.Fatal(err)
			}
			found = append(found, filepath.ToSlash(posn)+" "+d.Message)
		}
	}
	return found
}
