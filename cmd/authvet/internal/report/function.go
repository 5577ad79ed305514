package report

import (
	"cmp"
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/astutil"
)

// function is the handler, or another function, that a finding is in.
type function struct {
	name    string // of the declaration around it, with the receiver's type
	literal bool   // it has no name of its own
	start   Place  // from func to the brace that opens the body
	whole   Place
}

// functionOf finds the innermost function around a finding and all the conditions on its way. They stand in an outer function
// where an inner one is only made under a condition.
func (s *Sources) functionOf(f *Finding) (function, bool) {
	functions := s.functionsAt(f.Place)
	for _, fn := range functions {
		if !slices.ContainsFunc(f.Path, func(b Branch) bool { return !fn.whole.contains(b.Place) }) {
			return fn, true
		}
	}
	if len(functions) > 0 {
		return functions[0], true
	}
	return function{}, false
}

// contains reports whether another place starts inside this one.
func (p Place) contains(other Place) bool {
	starts := p.Line < other.Line || p.Line == other.Line && p.Column <= other.Column
	ends := other.Line < p.EndLine || other.Line == p.EndLine && other.Column < p.EndColumn
	return p.File == other.File && starts && ends
}

// functionsAt lists the functions around a place, the innermost one first.
func (s *Sources) functionsAt(p Place) []function {
	src := s.of(p.File)
	pos := src.pos(p.Line, p.Column)
	if !pos.IsValid() {
		return nil
	}
	var all []function
	nodes, _ := astutil.PathEnclosingInterval(src.syntax, pos, pos)
	for _, n := range nodes {
		var body *ast.BlockStmt
		var name string
		switch n := n.(type) {
		case *ast.FuncLit:
			body = n.Body
		case *ast.FuncDecl:
			body, name = n.Body, declName(n)
		}
		if body != nil {
			all = append(all, function{
				literal: name == "", start: src.place(p.File, n.Pos(), body.Lbrace+1), whole: src.place(p.File, n.Pos(), body.End()),
			})
		}
		for i := range all {
			all[i].name = cmp.Or(name, all[i].name) // of the declaration, which comes last
		}
	}
	return all
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
	if len(text) > longest || p.EndLine > p.Line {
		return string(text[:min(len(text), longest)]) + "…"
	}
	return string(text)
}
