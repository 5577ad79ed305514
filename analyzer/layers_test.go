package analyzer_test

import (
	"go/build"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/authvet/authvet/"

// layers says which of our packages each one may import. The flow has one way, so that no rule knows a framework, and no
// framework knows a rule.
var layers = map[string][]string{
	"analyzer":                    {"analyzer/internal/event", "analyzer/internal/path", "analyzer/internal/rule", "analyzer/internal/api", "analyzer/internal/origin"},
	"analyzer/golangci":           {"analyzer"},
	"analyzer/internal/rule":      {"analyzer/internal/path", "analyzer/internal/challenge", "analyzer/internal/event", "analyzer/internal/api"},
	"analyzer/internal/path":      {"analyzer/internal/event", "analyzer/internal/api", "analyzer/internal/origin"},
	"analyzer/internal/origin":    {"analyzer/internal/api"},
	"analyzer/internal/event":     {"analyzer/internal/api"},
	"analyzer/internal/api":       {},
	"analyzer/internal/challenge": {},
}

// outside says what a package of ours may import of others, beside the standard library: what begins with one of these.
var outside = map[string][]string{
	"analyzer":                 {"golang.org/x/tools/go/"},
	"analyzer/golangci":        {"golang.org/x/tools/go/analysis", "github.com/golangci/plugin-module-register/register"},
	"analyzer/internal/rule":   {"golang.org/x/tools/go/ssa"},
	"analyzer/internal/path":   {"golang.org/x/tools/go/"},
	"analyzer/internal/event":  {"golang.org/x/tools/go/"},
	"analyzer/internal/origin": {"golang.org/x/tools/go/ssa"},
}

func TestLayers(t *testing.T) {
	for dir := range layers {
		checkImports(t, dir)
	}
	entries, err := os.ReadDir("internal")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if dir := "analyzer/internal/" + e.Name(); e.IsDir() && layers[dir] == nil {
			t.Errorf("%s: which layer is it? Say it in layers", dir)
		}
	}
}

func checkImports(t *testing.T, dir string) {
	pkg, err := build.ImportDir(filepath.Join("..", filepath.FromSlash(dir)), 0)
	if err != nil {
		t.Error(err)
		return
	}
	for _, path := range pkg.Imports {
		if ours, ok := strings.CutPrefix(path, module); ok {
			if !slices.Contains(layers[dir], ours) {
				t.Errorf("%s imports %s", dir, ours)
			}
			continue
		}
		if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") {
			continue
		}
		if !slices.ContainsFunc(outside[dir], func(prefix string) bool { return strings.HasPrefix(path, prefix) }) {
			t.Errorf("%s imports %s", dir, path)
		}
	}
}

// TestLight holds what every process of go vet would pay for: hundreds of them start, and most have nothing to analyse.
func TestLight(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "github.com/authvet/authvet/cmd/authvet").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, heavy := range []string{"net", "runtime/cgo", "net/http", "crypto/tls"} {
		if slices.Contains(strings.Fields(string(out)), heavy) {
			t.Errorf("the program imports %s", heavy)
		}
	}
}
