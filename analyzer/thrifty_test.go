package analyzer_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"runtime/debug"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer"
)

// TestThrifty: garbage is collected sooner, which costs time, only where there is something to follow, and only for who asks for it.
func TestThrifty(t *testing.T) {
	for source, follows := range map[string]bool{
		"package p; func f() int { return 1 }":               false,
		"package p; func isForbidden() bool { return true }": true,
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
		for _, asked := range []bool{false, true} {
			before := debug.SetGCPercent(100)
			a := analyzer.New(analyzer.Config{Thrifty: asked})
			_, err := a.Run(&analysis.Pass{Analyzer: a, Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info,
				ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
				ExportObjectFact:  func(types.Object, analysis.Fact) {},
				ExportPackageFact: func(analysis.Fact) {},
			})
			after := debug.SetGCPercent(before)
			if err != nil {
				t.Fatal(err)
			}
			if sooner := after < 100; sooner != (asked && follows) {
				t.Errorf("%s, thrifty %v: the garbage is collected at %d %%", source, asked, after)
			}
		}
	}
}
