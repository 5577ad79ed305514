package analyzer

import (
	"go/ast"
	"go/build"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/origin"
	"github.com/authvet/authvet/analyzer/internal/path"
	"github.com/authvet/authvet/analyzer/internal/rule"
)

func factTypes() []analysis.Fact {
	return []analysis.Fact{(*path.Effects)(nil), (*path.Adapts)(nil), (*path.Variable)(nil), (*path.Pending)(nil), (*path.Denying)(nil), (*path.Unanswered)(nil)}
}

// facts reads what is known of imported packages.
type facts struct{ pass *analysis.Pass }

func (f facts) Summary(fn *types.Func, input int32) *path.Summary {
	var e path.Effects
	if !f.pass.ImportObjectFact(fn, &e) {
		return nil
	}
	return e.Summary(input)
}

func (f facts) Known(fn *types.Func) bool { return f.pass.ImportObjectFact(fn, new(path.Effects)) }

func (f facts) Made(fn *types.Func) *path.Summary {
	var e path.Effects
	if !f.pass.ImportObjectFact(fn, &e) {
		return nil
	}
	return e.OfMade()
}

func (f facts) Origins(fn *types.Func) []origin.Origin {
	var e path.Effects
	if !f.pass.ImportObjectFact(fn, &e) {
		return nil
	}
	return e.Origins
}

func (f facts) Guard(fn *types.Func) bool {
	var e path.Effects
	return f.pass.ImportObjectFact(fn, &e) && e.Guard
}

func (f facts) Takers(fn *types.Func) []path.Taker {
	var e path.Effects
	if !f.pass.ImportObjectFact(fn, &e) {
		return nil
	}
	return e.Takers
}

func (f facts) Returned(fn *types.Func) int {
	var e path.Effects
	if !f.pass.ImportObjectFact(fn, &e) {
		return -1
	}
	return e.Returned - 1
}

func (f facts) Pending(fn *types.Func) []path.PendingFinding {
	var p path.Pending
	if !f.pass.ImportObjectFact(fn, &p) {
		return nil
	}
	return p.Says
}

// exportPending leaves what only a handler's registration decides to the packages that import it.
func exportPending(pass *analysis.Pass, findings []rule.Finding) {
	says := make(map[*types.Func][]path.PendingFinding)
	for _, f := range findings {
		for _, handler := range f.Pending {
			says[handler] = append(says[handler], path.PendingFinding{Rule: f.Rule, Message: f.Message, Site: path.FarAway(pass.Fset, f.At)})
		}
	}
	for fn, list := range says {
		pass.ExportObjectFact(fn, &path.Pending{Says: list})
	}
}

func (f facts) Adapters(t *types.TypeName) []path.Adapter {
	var a path.Adapts
	if !f.pass.ImportObjectFact(t, &a) {
		return nil
	}
	return a.Adapters
}

func (f facts) Variable(v *types.Var) *path.Obj {
	var fact path.Variable
	if !f.pass.ImportObjectFact(v, &fact) {
		return nil
	}
	return &fact.Obj
}

func (f facts) Unanswered(pkg *types.Package) []path.Carried {
	var fact path.Unanswered
	if !f.pass.ImportPackageFact(pkg, &fact) {
		return nil
	}
	return fact.Errors
}

// maxTable is how many elements a literal, or a list of constants, may have and still be read for statuses: HTTP has some sixty.
const maxTable = 100

// worthwhile reports whether there is something to know in the package: it answers HTTP requests, it verifies
// credentials, or it has a status, or an error that stands for one, which an importer may answer with.
func worthwhile(pass *analysis.Pass) bool {
	if standard(pass) {
		return false // what its calls do stands in the tables
	}
	if dependency(pass) && api.Protocol(pass.Pkg.Path()) {
		return false
	}
	client := dependency(pass) && !serves(pass)
	for _, p := range pass.Pkg.Imports() {
		if client && p.Path() == "net/http" {
			continue
		}
		if api.Answering(p.Path()) || api.Verifier(p.Path()) && !(dependency(pass) && p.Path() == "crypto/x509") {
			return true // certificates alone are a matter of connections to others: of databases, of brokers
		}
		if api.Derives(p.Path()) && !dependency(pass) {
			return true // a dependency that derives keys encrypts
		}
	}
	if codes := declaresCode(pass.Pkg); !dependency(pass) && codes {
		return true // its constructor may be given a status
	} else if dependency(pass) && !codes && !namesDenials(pass.Pkg) {
		return false
	}
	return hasStatus(pass.Files)
}

// serverNames are what a package uses of net/http that answers, asks who sends a request, or speaks of a denial. One that uses none of
// them only sends requests.
var serverNames = map[string]bool{"ResponseWriter": true, "Handler": true, "HandlerFunc": true, "BasicAuth": true, "Cookie": true,
	"StatusUnauthorized": true, "StatusForbidden": true, "StatusProxyAuthRequired": true}

// serves reports whether a package uses net/http in another way than as a client.
func serves(pass *analysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Uses {
		if serverNames[obj.Name()] && obj.Pkg() != nil && obj.Pkg().Path() == "net/http" {
			return true
		}
	}
	return false
}

// declaresCode reports whether a package has errors of a type of its own with a number in them, which may be a status. Among much else
// that is written in numbers, a library of the C world for one, there is a 401 somewhere, and to follow all of it costs more than to
// type-check it.
func declaresCode(pkg *types.Package) bool {
	scope, errorType := pkg.Scope(), types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		t, ok := scope.Lookup(name).(*types.TypeName)
		return ok && holdsNumber(t.Type().Underlying()) && types.Implements(types.NewPointer(t.Type()), errorType)
	})
}

// holdsNumber reports whether a type is an integer, or a struct with one, also in what it points to or embeds.
func holdsNumber(t types.Type) bool {
	switch t := t.(type) {
	case *types.Basic:
		return t.Info()&types.IsInteger != 0
	case *types.Struct:
		for f := range t.Fields() {
			inner := f.Type()
			if p, ok := inner.(*types.Pointer); ok {
				inner = p.Elem()
			}
			basic, ok := inner.Underlying().(*types.Basic)
			if ok && basic.Info()&types.IsInteger != 0 || f.Embedded() && holdsNumber(inner.Underlying()) {
				return true
			}
		}
	}
	return false
}

// denies reports whether a package of the program itself declares what stands for a denial, or may give it on from a package that does.
// There are many of those among the dependencies, and few that a program answers with.
func denies(pass *analysis.Pass) bool {
	if standard(pass) || dependency(pass) {
		return false
	}
	return namesDenials(pass.Pkg) || slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool {
		return pass.ImportPackageFact(p, new(path.Denying))
	})
}

// denialWords are in the names of what stands for a denial, wherever it is declared: an error, a kind of errors, a code.
var denialWords = []string{"unauthenticated", "unauthorized", "unauthorised", "forbidden", "permissiondenied", "accessdenied", "notallowed", "notpermitted"}

// dependency reports whether the package is known to belong to another module than the one that is worked on.
func dependency(pass *analysis.Pass) bool { return pass.Module != nil && pass.Module.Version != "" }

// namesDenials reports whether a package declares a constant, a variable or a function for a denial.
func namesDenials(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Scope().Names(), func(name string) bool {
		lower := strings.ToLower(name)
		return slices.ContainsFunc(denialWords, func(word string) bool { return strings.Contains(lower, word) })
	})
}

// hasStatus reports whether the number of a denial stands somewhere.
func hasStatus(files []*ast.File) bool {
	found := false
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if list, ok := n.(*ast.CompositeLit); ok && len(list.Elts) > maxTable {
				return false // a table of numbers, not of statuses
			}
			if list, ok := n.(*ast.GenDecl); ok && len(list.Specs) > maxTable {
				return false
			}
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.INT && (lit.Value == "401" || lit.Value == "403" || lit.Value == "407") {
				found = true
			}
			return !found
		})
		if found {
			break
		}
	}
	return found
}

// standard reports whether the package belongs to the standard library of the toolchain that runs.
func standard(pass *analysis.Pass) bool {
	if len(pass.Files) == 0 || build.Default.GOROOT == "" {
		return false
	}
	name := pass.Fset.File(pass.Files[0].FileStart).Name()
	return strings.HasPrefix(name, filepath.Join(build.Default.GOROOT, "src")+string(filepath.Separator))
}
