package analyzer_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer"
)

// TestBegin: what is done for packages with something to follow is not paid for others.
func TestBegin(t *testing.T) {
	for source, want := range map[string]int{
		"package p; func f() int { return 1 }":               0,
		"package p; func isForbidden() bool { return true }": 1,
	} {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "p.go", source, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		info := &types.Info{Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
			Types: make(map[ast.Expr]types.TypeAndValue)}
		pkg, err := new(types.Config).Check("p", fset, []*ast.File{file}, info)
		if err != nil {
			t.Fatal(err)
		}
		begun := 0
		a := analyzer.New(analyzer.Config{Begin: func() { begun++ }})
		if _, err := a.Run(&analysis.Pass{Analyzer: a, Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info,
			ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
			ExportObjectFact:  func(types.Object, analysis.Fact) {},
			ExportPackageFact: func(analysis.Fact) {},
		}); err != nil {
			t.Fatal(err)
		}
		if begun != want {
			t.Errorf("%s: begun %d times, want %d", source, begun, want)
		}
	}
}
