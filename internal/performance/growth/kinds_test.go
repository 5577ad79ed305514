package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

func TestKinds(t *testing.T) {
	for _, k := range kinds {
		file, err := parser.ParseFile(token.NewFileSet(), k.name, k.write(20), 0)
		if err != nil {
			t.Error(err)
			continue
		}
		functions, branches := 0, 0
		ast.Inspect(file, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FuncDecl:
				functions++
			case *ast.IfStmt:
				branches++
			}
			return true
		})
		want := map[string][2]int{"branches": {1, 20}, "helpers": {21, 20}, "handlers": {20, 40}}[k.name]
		if got := [2]int{functions, branches}; got != want {
			t.Errorf("20 %s: %v functions and branches, want %v", k.name, got, want)
		}
	}
}
