package analyzer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
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
