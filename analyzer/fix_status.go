package analyzer

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/rule"
)

// changeStatus sends another status, where the one argument that names it is a literal or one of net/http's constants, and sets
// the challenge before, where one is wanted.
func changeStatus(pass *analysis.Pass, call *ast.CallExpr, stmt ast.Stmt, fix rule.Fix) []analysis.SuggestedFix {
	edit, ok := statusEdit(pass, call, fix)
	if !ok {
		return nil
	}
	edits := []analysis.TextEdit{edit}
	if fix.Value != "" {
		set := setChallenge(pass, call, stmt, fix)
		if set == nil {
			return nil
		}
		edits = append(set[0].TextEdits, edit)
	}
	return []analysis.SuggestedFix{{Message: fmt.Sprintf("Answer %d", fix.To), TextEdits: edits}}
}

// statusEdit replaces the argument that is the status; ok is false where it is not one that can be read.
func statusEdit(pass *analysis.Pass, call *ast.CallExpr, fix rule.Fix) (edit analysis.TextEdit, ok bool) {
	for _, arg := range call.Args {
		if n, exact := intValue(pass.TypesInfo.Types[arg].Value); !exact || n != fix.From {
			continue
		}
		if ok {
			return edit, false // two arguments with that number
		}
		text := ""
		switch arg := arg.(type) {
		case *ast.BasicLit:
			text = strconv.Itoa(fix.To)
		case *ast.SelectorExpr:
			text = sibling(pass, arg, fix.To)
		}
		if text == "" {
			return edit, false
		}
		edit, ok = analysis.TextEdit{Pos: arg.Pos(), End: arg.End(), NewText: []byte(text)}, true
	}
	return edit, ok
}

func intValue(v constant.Value) (n int, exact bool) {
	if v == nil || v.Kind() != constant.Int {
		return 0, false
	}
	i, exact := constant.Int64Val(v)
	return int(i), exact
}

// statusNames are the constants of net/http, which frameworks declare again under the same names.
var statusNames = map[int]string{401: "StatusUnauthorized", 403: "StatusForbidden"}

// sibling is the constant for the status in the package whose constant arg is; "" where it has none.
func sibling(pass *analysis.Pass, arg *ast.SelectorExpr, status int) string {
	x, ok := arg.X.(*ast.Ident)
	if !ok {
		return ""
	}
	pkg, ok := pass.TypesInfo.Uses[x].(*types.PkgName)
	if !ok {
		return ""
	}
	c, ok := pkg.Imported().Scope().Lookup(statusNames[status]).(*types.Const)
	if n, exact := intValue(valueOf(c)); !ok || !exact || n != status {
		return ""
	}
	return x.Name + token.PERIOD.String() + c.Name()
}

func valueOf(c *types.Const) constant.Value {
	if c == nil {
		return nil
	}
	return c.Val()
}
