package report

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/astutil"
)

// How a condition came out, as it is said behind the condition.
const (
	isTrue     = "is true"
	isFalse    = "is false"
	matches    = "matches"
	mismatches = "does not match"
	decides    = "decides" // one way or the other
)

// condition is one that decides on the way to a finding.
type condition struct {
	Place
	text string // the code, "" if it is not known where the condition starts and ends
	way  string // how it came out
}

// said is what there is to say of a condition where the code is not underlined.
func (c condition) said() string {
	if c.text == "" {
		return decidesHere
	}
	return c.text + " " + c.way
}

// conditions are those that decide on the way to a finding, in its order: those of its path, and those that stand around it, since
// the path has none for a condition that is a variable (if !ok).
func (s *Sources) conditions(f *Finding) []condition {
	var all []condition
	for _, b := range f.Path {
		c := s.condition(b)
		if n := len(all); n > 0 && all[n-1].Place == c.Place { // a loop's condition decides again and again
			all[n-1] = c
			continue
		}
		all = append(all, c)
	}
	for _, around := range s.around(f) {
		if slices.ContainsFunc(all, func(c condition) bool { return around.contains(c.Place) }) {
			continue
		}
		i := slices.IndexFunc(all, func(c condition) bool { return c.File == f.File && c.Line > around.Line })
		if i < 0 {
			i = len(all)
		}
		all = slices.Insert(all, i, around)
	}
	return all
}

// condition widens the position of a decision, which is that of an operator, to what is decided: the condition of an if or a
// case, or one side of an && or || in it.
func (s *Sources) condition(b Branch) condition {
	src := s.of(b.File)
	pos := src.pos(b.Line, b.Column)
	if !pos.IsValid() {
		return condition{Place: b.Place}
	}
	nodes, _ := astutil.PathEnclosingInterval(src.syntax, pos, pos)
	holds := b.Holds
	for i := 0; i+1 < len(nodes); i++ {
		e, ok := nodes[i].(ast.Expr)
		if !ok {
			break
		}
		if not, ok := e.(*ast.UnaryExpr); ok && not.Op == token.NOT {
			holds = !holds // what decided stands behind it
		}
		if way := wayOf(e, nodes[i+1:], holds); way != "" {
			place := src.place(b.File, e.Pos(), e.End())
			return condition{place, s.text(place), way}
		}
	}
	return condition{Place: b.Place}
}

// wayOf says how an expression came out, if its parent, the first of the nodes around it, branches on it; else it is empty.
func wayOf(e ast.Expr, around []ast.Node, holds bool) string {
	way := isFalse
	if holds {
		way = isTrue
	}
	switch parent := around[0].(type) {
	case *ast.BinaryExpr:
		if parent.Op == token.LAND || parent.Op == token.LOR {
			return way
		}
	case *ast.IfStmt:
		if parent.Cond == e {
			return way
		}
	case *ast.ForStmt:
		if parent.Cond == e {
			return way
		}
	case *ast.SwitchStmt:
		if parent.Tag == e {
			return decides
		}
	case *ast.RangeStmt:
		if parent.X == e {
			return decides
		}
	case *ast.CaseClause:
		return wayOfCase(around, way)
	}
	return ""
}

// wayOfCase is the way of an expression in a case, the first of the nodes: one of a switch that compares is no truth.
func wayOfCase(around []ast.Node, way string) string {
	if len(around) > 2 {
		if stmt, ok := around[2].(*ast.SwitchStmt); ok && stmt.Tag == nil {
			return way
		}
	}
	if way == isTrue {
		return matches
	}
	return mismatches
}

// around lists the conditions of the ifs and cases that a finding stands in, in the same function, the outermost one first.
func (s *Sources) around(f *Finding) []condition {
	src := s.of(f.File)
	pos := src.pos(f.Line, f.Column)
	if !pos.IsValid() {
		return nil
	}
	nodes, _ := astutil.PathEnclosingInterval(src.syntax, pos, pos)
	var all []condition
	add := func(start, end token.Pos, way string) {
		place := src.place(f.File, start, end)
		all = append(all, condition{place, s.text(place), way})
	}
	for i, n := range nodes {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			slices.Reverse(all)
			return all
		case *ast.IfStmt:
			switch {
			case i > 0 && nodes[i-1] == n.Body:
				add(n.Cond.Pos(), n.Cond.End(), isTrue)
			case i > 0 && nodes[i-1] == n.Else:
				add(n.Cond.Pos(), n.Cond.End(), isFalse)
			}
		case *ast.CaseClause:
			if len(n.List) > 0 && pos > n.Colon {
				add(n.List[0].Pos(), n.List[len(n.List)-1].End(), wayOfCase(nodes[i:], isTrue))
			}
		}
	}
	return nil // in no function
}
