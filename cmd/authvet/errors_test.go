package main

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
)

// TestErrors runs the command where it must fail: with an exit code, a line of
// its own that says why, and what go said.
func TestErrors(t *testing.T) {
	broken := map[string]string{
		"go.mod":    goMod("example.com/m"),
		"bad/b.go":  "package bad\n" + badHandler,
		"type/t.go": "package t\n\nvar x int = \"\"\n",
		"old.json":  "{}",
	}
	for _, test := range []struct {
		name   string
		files  map[string]string
		args   string
		code   int
		stderr []string // pieces of standard error
	}{
		{"unknown flag", nil, "-nonsense", 2, []string{"authvet: flag provided but not defined: -nonsense"}},
		{"wrong rule", nil, "-rules=nonsense", 2, []string{"authvet: ", "nonsense", "-rules"}},
		{"wrong confidence", nil, "-confidence=maybe", 2, []string{"authvet: ", "maybe", "-confidence"}},
		{"diff alone", nil, "-diff", 2, []string{"authvet: -diff needs -fix"}},
		{"diff and json", nil, "-fix -diff -json", 2, []string{"authvet: -diff and -format=json"}},
		{"wrong format", nil, "-format=xml", 2, []string{"authvet: no format is called \"xml\"", "sarif"}},
		{"two formats", nil, "-json -format=sarif", 2, []string{"authvet: -json and -format=sarif"}},
		{"diff and output", nil, "-fix -diff -o x", 2, []string{"authvet: -diff and -o"}},
		{"no folder for output", broken, "-o none/x ./bad", 2, []string{"authvet: open none/x"}},
		{"fix and since", nil, "-fix -since=HEAD", 2, []string{"authvet: -fix fixes all findings"}},
		{"fix and baseline", nil, "-fix -diff -baseline=b", 2, []string{"authvet: -fix fixes all findings"}},
		{"baseline without name", nil, "-write-baseline", 2, []string{"authvet: -write-baseline needs -baseline"}},
		{"baseline and output", nil, "-write-baseline -baseline=b -o=x", 2, []string{"authvet: -write-baseline reports nothing"}},
		{"baseline and since", nil, "-write-baseline -baseline=b -since=HEAD", 2, []string{"authvet: -write-baseline accepts all"}},
		{"no baseline", broken, "-baseline=none ./bad", 2, []string{"authvet: -baseline: open none", "-write-baseline makes it"}},
		{"broken baseline", broken, "-baseline=go.mod ./bad", 2, []string{"authvet: -baseline: go.mod is no baseline"}},
		{"old baseline", broken, "-baseline=old.json ./bad", 2, []string{"authvet: -baseline: old.json has version 0"}},
		{"baseline that cannot be written", broken, "-write-baseline -baseline=none/b ./bad", 2, []string{"authvet: open none/b"}},
		{"no repository", broken, "-since=HEAD ./bad", 2, []string{"authvet: -since: git says: ", "not a git repository"}},
		{"late flag", nil, "./... -json", 2, []string{"authvet: flag -json comes after a package"}},
		{"overlay", nil, "-standalone -overlay=o.json", 2, []string{"authvet: -overlay"}},
		{"value go refuses", broken, "-p=many ./bad", 2, []string{"authvet: go refuses the flags", "many"}},
		{"no folder", nil, "-C nowhere", 1, []string{"authvet: chdir nowhere"}},
		{"no module", nil, "", 1, []string{"authvet: not inside a Go module", "pattern ./..."}},
		{"no match", broken, "./bad/none/...", 1, []string{"authvet: ", "./bad/none"}},
		{"no package", broken, "./none", 1, []string{"authvet: ", "none"}},
		{"type error", broken, "./type", 1, []string{"authvet: not every package", "type/t.go:3:13"}},
		{"type error alone", broken, "-standalone ./type", 1, []string{"authvet: not every package", "t.go:3:13"}},
		{"syntax error", map[string]string{"go.mod": goMod("m"), "s.go": "package s\n\nfunc {\n"}, "", 1, []string{"authvet: not every package", "s.go:3:6"}},
		{"go too old", map[string]string{"go.mod": "module m\n\ngo 1.999\n"}, "", 1, []string{"authvet: the project needs a newer Go", "requires go >= 1.999"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := authvet(t, writeFiles(t, test.files), strings.Fields(test.args)...)
			if got.code != test.code {
				t.Errorf("exit code %d, want %d\n%s", got.code, test.code, got.stderr)
			}
			for _, piece := range test.stderr {
				if !strings.Contains(got.stderr, piece) {
					t.Errorf("standard error lacks %q:\n%s", piece, got.stderr)
				}
			}
			if n := strings.Count("\n"+got.stderr, "\nauthvet: "); n != 1 {
				t.Errorf("%d lines of authvet's own, want 1:\n%s", n, got.stderr)
			}
			if got.stdout != "" {
				t.Errorf("standard output: %s", got.stdout)
			}
		})
	}
}

// TestFindingsBesideErrors asks for a package that does not compile together with
// one that does.
func TestFindingsBesideErrors(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{
		"go.mod":    goMod("example.com/m"),
		"bad/b.go":  "package bad\n" + badComment,
		"type/t.go": "package t\n\nvar x int = \"\"\n",
	})
	for _, args := range [][]string{{"./..."}, {"-standalone", "./..."}} {
		got := authvet(t, folder, args...)
		if files(got.stdout) != "bad/b.go" || !strings.Contains(got.stderr, "t.go:3:13") || got.code != exitFailed {
			t.Errorf("authvet %v: %+v", args, got)
		}
	}
}

func TestWithoutGo(t *testing.T) {
	got := execute(t, t.TempDir(), []string{"PATH="}, program)
	if got.code != exitFailed || !strings.HasPrefix(got.stderr, "authvet: the go command is needed") {
		t.Errorf("without go in PATH: %+v", got)
	}
}

// TestExplain covers what the other tests cannot bring about.
func TestExplain(t *testing.T) {
	said := "package requires newer Go version go1.99 (application built with go1.26)"
	if err := explain(new(exec.ExitError), said); !strings.Contains(err.Error(), "rebuild authvet") {
		t.Errorf("explain(%q) = %v", said, err)
	}
	other := errors.New("out of luck")
	if err := explain(other, ""); err != other {
		t.Errorf("explain(%v) = %v", other, err)
	}
}
