package analyzer

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// A server of HTTP is followed by those who work on it, and not by all who import it.
func TestWorthwhile(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "server.go", "package p; const status = 401", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		path, version string
		want          bool
	}{
		{"golang.org/x/net/http2", "v0.48.0", false},
		{"golang.org/x/net/http2", "", true},
		{"golang.org/x/net/http2/h2c", "v0.48.0", true},
		{"github.com/quic-go/quic-go/http3", "v0.59.0", false},
	} {
		pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: types.NewPackage(test.path, "p"),
			Module: &analysis.Module{Version: test.version}}
		if got := worthwhile(pass); got != test.want {
			t.Errorf("worthwhile(%s at %q) = %v", test.path, test.version, got)
		}
	}
}

// A number in a long list is no status.
func TestHasStatus(t *testing.T) {
	constants, numbers := strings.Builder{}, strings.Builder{}
	for n := 350; n <= 460; n++ {
		fmt.Fprintf(&constants, "\tn%d = %d\n", n, n)
		fmt.Fprintf(&numbers, "%d, ", n)
	}
	for _, test := range []struct {
		source string
		want   bool
	}{
		{"const status = 401", true},
		{"const (\n\tnotFound = 404\n\tdenied = 403\n)", true},
		{"func f() int { return 407 }", true},
		{"const status = 404", false},
		{"const (\n" + constants.String() + ")", false},
		{"var numbers = []int{" + numbers.String() + "}", false},
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "p.go", "package p\n"+test.source, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := hasStatus([]*ast.File{file}); got != test.want {
			t.Errorf("hasStatus(%.40q) = %v", test.source, got)
		}
	}
}
