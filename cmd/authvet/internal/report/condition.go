package report

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/astutil"
)

// conditions are those that decide on the way to a finding, in its order: those of its path, and those that stand around it, since
// the path has none for a condition that is a variable (if !ok).
func (s *Sources) conditions(f *Finding) []Note {
	var places []Place
	known := make(map[Place]bool) // widened from a position to a condition
	for _, p := range f.Path {
		at := s.condition(p)
		known[at] = at != p
		if n := len(places); n == 0 || places[n-1] != at { // a loop's condition decides again and again
			places = append(places, at)
		}
	}
	for _, around := range s.around(f) {
		if slices.ContainsFunc(places, around.contains) {
			continue
		}
		i := slices.IndexFunc(places, func(p Place) bool { return p.File == f.File && p.Line > around.Line })
		if i < 0 {
			i = len(places)
		}
		places = slices.Insert(places, i, around)
		known[around] = true
	}
	var all []Note
	for _, p := range places {
		message := "this decides"
		if text := s.text(p); text != "" && known[p] {
			message = text + " decides"
		}
		all = append(all, Note{p, message})
	}
	return all
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

// around lists the conditions of the ifs and cases that a finding stands in, in the same function, the outermost one first.
func (s *Sources) around(f *Finding) []Place {
	src := s.of(f.File)
	pos := src.pos(f.Line, f.Column)
	if !pos.IsValid() {
		return nil
	}
	nodes, _ := astutil.PathEnclosingInterval(src.syntax, pos, pos)
	var all []Place
	for i, n := range nodes {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			slices.Reverse(all)
			return all
		case *ast.IfStmt:
			if i > 0 && nodes[i-1] != n.Cond && nodes[i-1] != n.Init {
				all = append(all, src.place(f.File, n.Cond.Pos(), n.Cond.End()))
			}
		case *ast.CaseClause:
			if len(n.List) > 0 && pos > n.Colon {
				all = append(all, src.place(f.File, n.List[0].Pos(), n.List[len(n.List)-1].End()))
			}
		}
	}
	return nil // in no function
}
