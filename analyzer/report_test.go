package analyzer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"golang.org/x/tools/go/ast/astutil"
)

// Looking through one declaration finds what looking through the file does, but for the file itself.
func TestNodesAt(t *testing.T) {
	const source = "package p\n\nimport \"fmt\"\n\nvar a, b = 1, f(2)\n\nfunc f(n int) int {\n\tfmt.Println(n)\n\treturn n\n}\n\ntype t struct{ n int }\n"
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || n == file || n == file.Name {
			return true
		}
		want, _ := astutil.PathEnclosingInterval(file, n.Pos(), n.Pos())
		got := nodesAt(file, n.Pos())
		asked++
		if len(got) != len(want) {
			t.Errorf("%d nodes at %d, want %d", len(got), n.Pos(), len(want))
			return true
		}
		for i, node := range got[:len(got)-1] {
			if node != want[i] {
				t.Errorf("node %d at %d is %T, want %T", i, n.Pos(), node, want[i])
			}
		}
		return true
	})
	if asked < 20 {
		t.Errorf("%d nodes were looked for", asked)
	}
	if got := nodesAt(file, file.End()+1); got != nil {
		t.Errorf("behind the file: %v", got)
	}
}
