package report

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/astutil"
)

// function is the handler, or another function, that a finding is in.
type function struct {
	name    string // of the declaration around it, with the receiver's type
	literal bool   // it has no name of its own
	start   Place  // from func to the brace that opens the body
	whole   Place
}

// functionAt finds the innermost function around a place.
func (s *Sources) functionAt(p Place) (fn function, ok bool) {
	src := s.of(p.File)
	pos := src.pos(p.Line, p.Column)
	if !pos.IsValid() {
		return fn, false
	}
	nodes, _ := astutil.PathEnclosingInterval(src.syntax, pos, pos)
	for _, n := range nodes {
		var body *ast.BlockStmt
		switch n := n.(type) {
		case *ast.FuncLit:
			body = n.Body
		case *ast.FuncDecl:
			body, fn.name = n.Body, declName(n)
		}
		if body != nil && !ok {
			ok = true
			_, fn.literal = n.(*ast.FuncLit)
			fn.start = src.place(p.File, n.Pos(), body.Lbrace+1)
			fn.whole = src.place(p.File, n.Pos(), body.End())
		}
	}
	return fn, ok
}

// declName is the name of a function, or of a method with its receiver's type: Server.login.
func declName(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return fn.Name.Name
	}
	t := ast.Unparen(fn.Recv.List[0].Type)
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	switch generic := t.(type) {
	case *ast.IndexExpr:
		t = generic.X
	case *ast.IndexListExpr:
		t = generic.X
	}
	if name, ok := t.(*ast.Ident); ok {
		return name.Name + "." + fn.Name.Name
	}
	return fn.Name.Name
}

// condition widens the position of a decision, which is that of an operator, to what is decided: the condition of an if or a
// case, or one side of an && or || in it.
func (s *Sources) condition(p Place) Place {
	src := s.of(p.File)
	pos := src.pos(p.Line, p.Column)
	if !pos.IsValid() {
		return p
	}
	nodes, _ := astutil.PathEnclosingInterval(src.syntax, pos, pos)
	for i := 0; i+1 < len(nodes); i++ {
		if e, ok := nodes[i].(ast.Expr); ok && decides(e, nodes[i+1]) {
			return src.place(p.File, e.Pos(), e.End())
		}
	}
	return p
}

// decides reports whether the parent of an expression branches on it.
func decides(e ast.Expr, parent ast.Node) bool {
	switch parent := parent.(type) {
	case *ast.BinaryExpr:
		return parent.Op == token.LAND || parent.Op == token.LOR
	case *ast.IfStmt:
		return parent.Cond == e
	case *ast.ForStmt:
		return parent.Cond == e
	case *ast.SwitchStmt:
		return parent.Tag == e
	case *ast.RangeStmt:
		return parent.X == e
	case *ast.CaseClause:
		return true
	}
	return false
}

// text is the code at a place, on one line and cut where it is long.
func (s *Sources) text(p Place) string {
	const longest = 60
	line := s.line(p.File, p.Line)
	end := len(line)
	if p.EndLine == p.Line && p.EndColumn > p.Column {
		end = min(end, p.EndColumn-1)
	}
	if p.Column-1 > end || p.Column < 1 {
		return ""
	}
	text := []rune(line[p.Column-1 : end])
	if len(text) > longest {
		return string(text[:longest]) + "…"
	}
	return string(text)
}
