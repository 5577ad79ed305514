package analyzer

import (
	"fmt"
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/rule"
)

// fixes turns the mend of a finding into edits. There are none where the text of the file is not what the compiler saw:
// in cgo files and behind //line.
func fixes(pass *analysis.Pass, f rule.Finding) []analysis.SuggestedFix {
	file := fileOf(pass, f.At)
	if f.Fix.Kind == rule.NoFix || file == nil || importsC(file) ||
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
	case rule.EditValue:
		return editValue(call, f.Fix)
	case rule.RenameHeader:
		return renameHeader(call, f.Fix)
	}
	return nil
}

// enclosing finds the call at pos, and the statement of a block that it is part of.
func enclosing(file *ast.File, pos token.Pos) (call *ast.CallExpr, stmt ast.Stmt) {
	nodes, _ := astutil.PathEnclosingInterval(file, pos, pos)
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
	if w == "" || stmt == nil {
		return nil
	}
	indent := strings.Repeat("\t", pass.Fset.Position(stmt.Pos()).Column-1)
	text := fmt.Sprintf("%s.Header().Set(\"WWW-Authenticate\", %s)\n%s", w, quoted(fix.Value), indent)
	return []analysis.SuggestedFix{{
		Message:   "Set a challenge before the status",
		TextEdits: []analysis.TextEdit{{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte(text)}},
	}}
}

// insertReturn ends the function after the denial, where it has no results to return.
func insertReturn(pass *analysis.Pass, file *ast.File, stmt ast.Stmt) []analysis.SuggestedFix {
	if _, ok := stmt.(*ast.ExprStmt); !ok {
		return nil
	}
	nodes, _ := astutil.PathEnclosingInterval(file, stmt.Pos(), stmt.Pos())
	for _, n := range nodes {
		var sig *ast.FuncType
		switch n := n.(type) {
		case *ast.FuncLit:
			sig = n.Type
		case *ast.FuncDecl:
			sig = n.Type
		default:
			continue
		}
		if sig.Results != nil {
			return nil
		}
		break
	}
	indent := strings.Repeat("\t", pass.Fset.Position(stmt.Pos()).Column-1)
	return []analysis.SuggestedFix{{
		Message:   "Return after the denial",
		TextEdits: []analysis.TextEdit{{Pos: stmt.End(), End: stmt.End(), NewText: []byte("\n" + indent + "return")}},
	}}
}

// response is the name of the response in a call: what it is called on, or an argument. It is "" for what is no plain name.
func response(pass *analysis.Pass, call *ast.CallExpr) string {
	candidates := call.Args
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
		candidates = append([]ast.Expr{sel.X}, candidates...)
	}
	for _, e := range candidates {
		t := pass.TypesInfo.TypeOf(e)
		if t == nil || !event.Answers(t) {
			continue
		}
		if name, ok := plain(e); ok {
			return name
		}
	}
	return ""
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
