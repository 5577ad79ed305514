package analyzer_test

import (
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
	files := make(map[string]string)
	before := make(map[string][]string) // by file: the messages of what has no fix
	for _, r := range results {
		pkg := r.Action.Package
		for _, name := range pkg.GoFiles {
			golden, err := os.ReadFile(name + ".golden")
			if err != nil {
				continue
			}
			for _, other := range pkg.GoFiles {
				text, err := os.ReadFile(other)
				if err != nil {
					t.Fatal(err)
				}
				if path := pkg.PkgPath + "/" + filepath.Base(other); files[path] == "" {
					files[path] = string(text)
				}
			}
			files[pkg.PkgPath+"/"+filepath.Base(name)] = string(golden)
		}
		for file, messages := range unfixed(r) {
			before[file] = messages
		}
	}
	for _, stub := range stubs {
		text, err := os.ReadFile(filepath.Join("../testdata/src", stub))
		if err != nil {
			t.Fatal(err)
		}
		files[stub] = string(text)
	}
	dir, cleanup, err := analysistest.WriteFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	defer cleanup()
	var e failures
	mended := analysistest.Run(&e, dir, analyzer.Analyzer, "missingchallenge", "malformedchallenge", "denialfallsthrough",
		"forbiddenunauthenticated", "unauthorizedauthenticated", "challengeonforbidden")
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

// stubs are what the packages of the rules import beside the standard library.
var stubs = []string{"github.com/go-chi/render/render.go", "github.com/golang-jwt/jwt/v5/jwt.go", "golang.org/x/crypto/bcrypt/bcrypt.go",
	"github.com/casbin/casbin/v2/casbin.go"}

// eitherStatus makes messages equal that name the status of an answer which a fix has changed.
var eitherStatus = strings.NewReplacer("401", "4xx", "403", "4xx")

// unfixed lists, by file, the messages of the findings that offer no fix.
func unfixed(r *analysistest.Result) map[string][]string {
	found := make(map[string][]string)
	for _, d := range r.Diagnostics {
		if len(d.SuggestedFixes) == 0 {
			file := r.Action.Package.PkgPath + "/" + filepath.Base(r.Action.Package.Fset.Position(d.Pos).Filename)
			found[file] = append(found[file], eitherStatus.Replace(d.Message))
		}
	}
	return found
}
