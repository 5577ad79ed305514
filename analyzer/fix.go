package analyzer

import (
	"fmt"
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/rule"
)

// fixes turns the mend of a finding into edits. There are none where the text of the file is not what the compiler saw:
// behind //line, which all is that cgo has copied.
func fixes(pass *analysis.Pass, f rule.Finding) []analysis.SuggestedFix {
	file := fileOf(pass, f.At)
	if f.Fix.Kind == rule.NoFix || file == nil ||
		pass.Fset.Position(f.At).Filename != pass.Fset.PositionFor(f.At, false).Filename {
		return nil
	}
	call, stmt := enclosing(file, f.At)
	if call == nil {
		return nil
	}
	switch f.Fix.Kind {
	case rule.SetChallenge:
		return setChallenge(pass, call, stmt, f.Fix)
	case rule.InsertReturn:
		return insertReturn(pass, file, stmt)
	case rule.ChangeStatus:
		return changeStatus(pass, call, stmt, f.Fix)
	case rule.InsertAbort:
		return insertAbort(pass, call, stmt)
	case rule.AbortAndReturn:
		return abortAndReturn(pass, file, call, stmt)
	case rule.EditValue:
		return editValue(call, f.Fix)
	case rule.RenameHeader:
		return renameHeader(call, f.Fix)
	}
	return nil
}

// enclosing finds the call at pos, and the statement of a block that it is part of.
func enclosing(file *ast.File, pos token.Pos) (call *ast.CallExpr, stmt ast.Stmt) {
	nodes := nodesAt(file, pos)
	for i, n := range nodes {
		if c, ok := n.(*ast.CallExpr); ok && call == nil && c.Lparen == pos {
			call = c
		}
		s, ok := n.(ast.Stmt)
		if !ok || call == nil || i+1 == len(nodes) {
			continue
		}
		switch nodes[i+1].(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			return call, s
		}
		return call, nil // in the head of an if or a for
	}
	return call, nil
}

func setChallenge(pass *analysis.Pass, call *ast.CallExpr, stmt ast.Stmt, fix rule.Fix) []analysis.SuggestedFix {
	w := response(pass, call)
	if w.name == "" || w.set == "" || stmt == nil {
		return nil
	}
	indent := strings.Repeat("\t", pass.Fset.Position(stmt.Pos()).Column-1)
	text := fmt.Sprintf(w.set+"\n%s", w.name, `"WWW-Authenticate"`, quoted(fix.Value), indent)
	return []analysis.SuggestedFix{{
		Message:   "Set a challenge before the status",
		TextEdits: []analysis.TextEdit{{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte(text)}},
	}}
}

// insertReturn ends the function after the denial, where it has no results to return.
func insertReturn(pass *analysis.Pass, file *ast.File, stmt ast.Stmt) []analysis.SuggestedFix {
	if !hasNoResults(file, stmt) {
		return nil
	}
	return insertAfter(pass, stmt, "Return after the denial", "return")
}

// insertAbort stops the chain of handlers after the denial.
func insertAbort(pass *analysis.Pass, call *ast.CallExpr, stmt ast.Stmt) []analysis.SuggestedFix {
	w := response(pass, call)
	if w.name == "" || w.stop == "" {
		return nil
	}
	return insertAfter(pass, stmt, "Abort after the denial", fmt.Sprintf(w.stop, w.name))
}

func abortAndReturn(pass *analysis.Pass, file *ast.File, call *ast.CallExpr, stmt ast.Stmt) []analysis.SuggestedFix {
	w := response(pass, call)
	if w.name == "" || w.stop == "" || !hasNoResults(file, stmt) {
		return nil
	}
	return insertAfter(pass, stmt, "Abort and return after the denial", fmt.Sprintf(w.stop, w.name), "return")
}

// insertAfter adds lines after a statement that is a call.
func insertAfter(pass *analysis.Pass, stmt ast.Stmt, message string, lines ...string) []analysis.SuggestedFix {
	if _, ok := stmt.(*ast.ExprStmt); !ok {
		return nil
	}
	var text strings.Builder
	for _, line := range lines {
		text.WriteString("\n" + strings.Repeat("\t", pass.Fset.Position(stmt.Pos()).Column-1) + line)
	}
	return []analysis.SuggestedFix{{
		Message:   message,
		TextEdits: []analysis.TextEdit{{Pos: stmt.End(), End: stmt.End(), NewText: []byte(text.String())}},
	}}
}

// hasNoResults reports whether the function around a statement returns nothing.
func hasNoResults(file *ast.File, stmt ast.Stmt) bool {
	if stmt == nil {
		return false
	}
	nodes := nodesAt(file, stmt.Pos())
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n.Type.Results == nil
		case *ast.FuncDecl:
			return n.Type.Results == nil
		}
	}
	return false
}

// answering is what source calls a response, and how it sets a header on it and stops the chain of handlers.
type answering struct{ name, set, stop string }

// response finds the response in a call: what it is called on, in a chain of calls too, or an argument. It has no name where
// source names it by more than names and fields.
func response(pass *analysis.Pass, call *ast.CallExpr) answering {
	var candidates []ast.Expr
	for on := ast.Expr(call); on != nil; {
		c, ok := on.(*ast.CallExpr)
		if !ok {
			break
		}
		on = nil
		if sel, ok := c.Fun.(*ast.SelectorExpr); ok {
			candidates, on = append(candidates, sel.X), sel.X // c.Status(401).JSON(v)
		}
	}
	for _, e := range append(candidates, call.Args...) {
		if w, ok := answers(pass, e); ok {
			return w
		}
	}
	return answering{}
}

// answers tells of an expression that it is a response: a framework's context or a field of one, or an http.ResponseWriter.
func answers(pass *analysis.Pass, e ast.Expr) (answering, bool) {
	name, ok := plain(e)
	t := pass.TypesInfo.TypeOf(e)
	if !ok || t == nil {
		return answering{}, false
	}
	if c := event.ContextOf(t); c != nil {
		return answering{name, c.Set, c.Stop}, true
	}
	if !event.Answers(t) {
		return answering{}, false
	}
	if field, ok := e.(*ast.SelectorExpr); ok {
		if w, ok := answers(pass, field.X); ok {
			return w, true // gin's c.Writer
		}
	}
	return answering{name: name, set: "%s.Header().Set(%s, %s)"}, true
}

// plain is the text of a name or of a field reached by names.
func plain(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name, true
	case *ast.SelectorExpr:
		if x, ok := plain(e.X); ok {
			return x + "." + e.Sel.Name, true
		}
	}
	return "", false
}

// editValue mends the one literal among the arguments that is the whole value.
func editValue(call *ast.CallExpr, fix rule.Fix) []analysis.SuggestedFix {
	for _, arg := range call.Args {
		lit, value, ok := literal(arg)
		if !ok || value != fix.Value {
			continue
		}
		for i := len(fix.Edits) - 1; i >= 0; i-- {
			e := fix.Edits[i]
			value = value[:e.Start] + e.New + value[e.End:]
		}
		return replace(lit, value, "Mend the challenge")
	}
	return nil
}

func renameHeader(call *ast.CallExpr, fix rule.Fix) []analysis.SuggestedFix {
	if len(call.Args) == 0 {
		return nil
	}
	lit, _, ok := literal(call.Args[0])
	if !ok {
		return nil
	}
	return replace(lit, fix.Value, "Name the header "+fix.Value)
}

func literal(e ast.Expr) (lit *ast.BasicLit, value string, ok bool) {
	lit, ok = e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return nil, "", false
	}
	value, err := strconv.Unquote(lit.Value)
	return lit, value, err == nil
}

func replace(lit *ast.BasicLit, value, message string) []analysis.SuggestedFix {
	return []analysis.SuggestedFix{{
		Message:   message,
		TextEdits: []analysis.TextEdit{{Pos: lit.Pos(), End: lit.End(), NewText: []byte(quoted(value))}},
	}}
}

// quoted writes a string literal, between backquotes where that spares escapes.
func quoted(s string) string {
	if strings.Contains(s, `"`) && strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}
