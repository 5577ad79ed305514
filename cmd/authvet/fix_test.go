package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// readFile returns the content of a file in a folder.
func readFile(t *testing.T, folder, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestFix follows the fixes that the JSON output announces, if it does announce
// any, through -diff and -fix.
func TestFix(t *testing.T) {
	t.Parallel()
	folder := application(t)
	fixable := strings.Contains(authvet(t, folder, "-json", "./app").stdout, `"suggested_fixes"`)

	// One after the other, for -diff has a cache of its own to lose things in.
	checkDiff(t, folder, fixable, "app")
	checkDiff(t, folder, fixable, "plain")
	checkDiff(t, folder, fixable, "plain", "-standalone")
	checkFix(t, folder, fixable)
}

// checkDiff asks for the fixes of one package of application.
func checkDiff(t *testing.T, folder string, fixable bool, pkg string, flags ...string) {
	t.Helper()
	wantCode, wantFiles := exitClean, 0
	if fixable {
		wantCode, wantFiles = exitFailed, 1
	}
	got := authvet(t, folder, append(flags, "-fix", "-diff", "./"+pkg)...)
	all, own := strings.Count(got.stdout, " (new)"), strings.Count(got.stdout, pkg+".go (new)")
	if all != wantFiles || own != wantFiles || got.code != wantCode || got.stderr != "" {
		t.Errorf("-fix -diff ./%s: want a diff of %d files and exit code %d\n%+v", pkg, wantFiles, wantCode, got)
	}
}

// checkFix fixes the package app of application.
func checkFix(t *testing.T, folder string, fixable bool) {
	t.Helper()
	before := readFile(t, folder, "app/app.go")
	fixed := authvet(t, folder, "-fix", "./app")
	if changed := readFile(t, folder, "app/app.go") != before; changed != fixable {
		t.Errorf("-fix ./app changed the file: %v, want %v", changed, fixable)
	}
	// What is left is what the next run finds.
	if next := authvet(t, folder, "./app"); next != fixed {
		t.Errorf("-fix ./app: %+v\nthe next run: %+v", fixed, next)
	}
	if text := readFile(t, folder, "plain/plain.go"); text != "package plain\n"+badHandler {
		t.Errorf("-fix ./app changed plain:\n%s", text)
	}
}

func TestSplitDiff(t *testing.T) {
	a := "--- a.go (old)\n+++ a.go (new)\n@@ -1 +1 @@\n--- x\n+y\n"
	longer := a + "@@ -9 +9 @@\n-x\n+y\n"
	b := "--- b.go (old)\n+++ b.go (new)\n@@ -1 +1 @@\n-x\n+y"
	for _, text := range []string{a + longer + b, longer + a + b} {
		diffs := splitDiff([]byte(text))
		if len(diffs) != 2 || diffs["a.go"] != longer || diffs["b.go"] != b {
			t.Errorf("splitDiff(%q) = %q", text, diffs)
		}
	}
	if diffs := splitDiff(nil); len(diffs) != 0 {
		t.Errorf("splitDiff of nothing = %q", diffs)
	}
}

// TestGoFix has go's own fix command apply the fixes, as the README says it can.
func TestGoFix(t *testing.T) {
	t.Parallel()
	folder := application(t)
	if got := execute(t, folder, nil, "go", "fix", "-fixtool="+program, "-diff", "./app"); !strings.Contains(got.stdout, "app.go (new)") {
		t.Errorf("go fix -fixtool -diff: want a diff of app.go\n%+v", got)
	}
	if got := execute(t, folder, nil, "go", "fix", "-fixtool="+program, "./app"); got.code != 0 {
		t.Errorf("go fix -fixtool: %+v", got)
	}
	if got := authvet(t, folder, "./app"); got != (result{}) {
		t.Errorf("after go fix: %+v, want nothing", got)
	}
}
