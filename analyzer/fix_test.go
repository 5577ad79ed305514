package analyzer_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/authvet/authvet/analyzer"
)

// TestFixes analyses the golden files, in place of those that they mend: golden files alone do not tell whether what they
// hold compiles. Nothing is left that a fix would mend, and nothing has come up that was not there before.
func TestFixes(t *testing.T) {
	results, _ := testdata()
	files := sources(t)
	var packages []string
	before := make(map[string][]string) // by file: the messages of what has no fix
	for _, r := range results {
		pkg := r.Action.Package
		for _, name := range pkg.GoFiles {
			file := pkg.PkgPath + "/" + filepath.Base(name)
			if golden, ok := files[file+".golden"]; ok {
				files[file] = golden
				packages = append(packages, pkg.PkgPath)
			}
		}
		for file, messages := range unfixed(r) {
			before[file] = messages
		}
	}
	slices.Sort(packages)
	dir, cleanup, err := analysistest.WriteFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	defer cleanup()
	var e failures
	mended := analysistest.Run(&e, dir, analyzer.Analyzer, slices.Compact(packages)...)
	for _, text := range e.list {
		if strings.HasPrefix(text, "error ") {
			t.Error(text)
		}
	}
	for _, r := range mended {
		for file, messages := range unfixed(r) {
			for _, m := range messages {
				if !slices.Contains(before[file], m) {
					t.Errorf("%s: the mended file has the finding %q", file, m)
				}
			}
		}
		for _, d := range r.Diagnostics {
			if len(d.SuggestedFixes) > 0 {
				t.Errorf("%v: a fix is left over: %s", r.Action.Package.Fset.Position(d.Pos), d.Message)
			}
		}
	}
}

// sources are the files of testdata/src, by the path in it.
func sources(t *testing.T) map[string]string {
	files := make(map[string]string)
	src := os.DirFS("../testdata/src")
	err := fs.WalkDir(src, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(src, path)
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// unfixed lists, by file, the messages of the findings that offer no fix.
func unfixed(r *analysistest.Result) map[string][]string {
	found := make(map[string][]string)
	for _, d := range r.Diagnostics {
		if len(d.SuggestedFixes) == 0 {
			file := r.Action.Package.PkgPath + "/" + filepath.Base(r.Action.Package.Fset.Position(d.Pos).Filename)
			found[file] = append(found[file], d.Message)
		}
	}
	return found
}
