package analyzer_test

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/authvet/authvet/analyzer"
)

// models are the packages of testdata that mutants are made of. What they import is read from compiled packages.
var models = sync.OnceValues(func() ([]*packages.Package, error) {
	dir, err := filepath.Abs("../testdata")
	if err != nil {
		return nil, err
	}
	return packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedTypes | packages.NeedExportFile,
		Dir:  dir, Env: append(os.Environ(), "GOPATH="+dir, "GO111MODULE=off", "GOWORK=off", "GOPROXY=off"),
	}, tested...)
})

// mutant is a package with one file changed.
type mutant struct {
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	text  []byte // the file that was changed
}

// mutate changes a file of a package as the bytes say, and type-checks what has become of it; nil if that is no Go any more.
func mutate(model *packages.Package, which int, how []byte) *mutant {
	m := &mutant{fset: token.NewFileSet()}
	for i, name := range model.GoFiles {
		var src any
		if i == which%len(model.GoFiles) {
			if m.text = mutated(name, how); m.text == nil {
				return nil
			}
			src = m.text
		}
		file, err := parser.ParseFile(m.fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil
		}
		m.files = append(m.files, file)
	}
	m.info = &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object), Instances: make(map[*ast.Ident]types.Instance),
		Scopes: make(map[ast.Node]*types.Scope), Selections: make(map[*ast.SelectorExpr]*types.Selection), FileVersions: make(map[*ast.File]string)}
	hard := false
	config := types.Config{Importer: compiled{model}, Error: func(err error) {
		var e types.Error
		hard = hard || !errors.As(err, &e) || !e.Soft // what is not used does not harm
	}}
	m.pkg, _ = config.Check(model.PkgPath, m.fset, m.files, m.info)
	if hard {
		return nil
	}
	return m
}

// mutated is the text of a file after the changes, four bytes each.
func mutated(name string, how []byte) []byte {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	for ; len(how) >= 4; how = how[4:] {
		change(file, how[0]%16, int(how[1])<<8|int(how[2]), int(how[3]))
	}
	var text bytes.Buffer
	if format.Node(&text, token.NewFileSet(), file) != nil {
		return nil
	}
	return text.Bytes()
}

// compiled finds what a package imports.
type compiled struct{ *packages.Package }

func (c compiled) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := c.Imports[path]; p != nil && p.Types != nil {
		return p.Types, nil
	}
	return nil, fmt.Errorf("%s is not imported", path)
}

// places are where a file can be changed.
type places struct {
	lists    []*[]ast.Stmt
	ifs      []*ast.IfStmt
	literals []*ast.BasicLit
	binaries []*ast.BinaryExpr
}

func placesIn(file *ast.File) places {
	var p places
	for _, decl := range file.Decls {
		if _, ok := decl.(*ast.FuncDecl); !ok {
			continue // imports and package variables stay
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BlockStmt:
				p.lists = append(p.lists, &n.List)
			case *ast.CaseClause:
				p.lists = append(p.lists, &n.Body)
			case *ast.CommClause:
				p.lists = append(p.lists, &n.Body)
			case *ast.IfStmt:
				p.ifs = append(p.ifs, n)
			case *ast.BasicLit:
				p.literals = append(p.literals, n)
			case *ast.BinaryExpr:
				p.binaries = append(p.binaries, n)
			}
			return true
		})
	}
	return p
}

var constants = map[token.Token][]string{
	token.INT:    {"0", "1", "101", "200", "204", "400", "401", "403", "407", "500", "-1", "1<<40"},
	token.STRING: {`""`, `"WWW-Authenticate"`, `"Www-Authenticate"`, `"Authorization"`, `"Bearer"`, `"Basic realm=x"`, `"%s"`, `"\xff"`, `"error"`},
}

var operators = []token.Token{token.EQL, token.NEQ, token.LAND, token.LOR, token.LSS, token.ADD, token.SUB}

// change makes one change: which kind, at which of the places where it can be made, and to what.
func change(file *ast.File, kind byte, place, what int) {
	p := placesIn(file)
	switch {
	case kind == 0 && len(p.ifs) > 0:
		n := p.ifs[place%len(p.ifs)]
		n.Cond = &ast.UnaryExpr{Op: token.NOT, X: &ast.ParenExpr{X: n.Cond}}
	case kind == 1 && len(p.ifs) > 0:
		n := p.ifs[place%len(p.ifs)]
		if other, ok := n.Else.(*ast.BlockStmt); ok {
			n.Body, n.Else = other, n.Body
		} else if n.Else == nil {
			n.Else, n.Body = n.Body, &ast.BlockStmt{}
		}
	case (kind == 2 || kind == 3) && len(p.literals) > 0:
		n := p.literals[place%len(p.literals)]
		if values := constants[n.Kind]; len(values) > 0 {
			n.Value = values[what%len(values)]
		}
	case kind == 4 && len(p.binaries) > 0:
		n := p.binaries[place%len(p.binaries)]
		n.X, n.Y, n.Op = n.Y, n.X, operators[what%len(operators)]
	case kind >= 5 && len(p.lists) > 0:
		list, other := p.lists[place%len(p.lists)], p.lists[(place+what)%len(p.lists)]
		if len(*list) > 0 && len(*other) > 0 {
			at, from := what%len(*list), (*other)[what%len(*other)]
			if encloses(from, list) {
				return // a statement cannot stand in itself
			}
			*list = slices.Concat((*list)[:at], instead(kind, (*list)[at], from), (*list)[at+1:])
		}
	}
}

// encloses reports whether a list of statements is one within s.
func encloses(s ast.Stmt, list *[]ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			found = found || &n.List == list
		case *ast.CaseClause:
			found = found || &n.Body == list
		case *ast.CommClause:
			found = found || &n.Body == list
		}
		return !found
	})
	return found
}

// instead is what stands in the place of a statement after a change; other is one from elsewhere.
func instead(kind byte, s, other ast.Stmt) []ast.Stmt {
	block := &ast.BlockStmt{List: []ast.Stmt{s}}
	call := &ast.CallExpr{Fun: &ast.FuncLit{Type: &ast.FuncType{Params: &ast.FieldList{}}, Body: block}}
	one := func(i string) ast.Expr { return &ast.BasicLit{Kind: token.INT, Value: i} }
	yes := &ast.BinaryExpr{X: one("1"), Op: token.LSS, Y: one("2")}
	switch kind {
	case 6:
		return []ast.Stmt{s, s}
	case 7:
		return []ast.Stmt{other, s}
	case 8:
		return []ast.Stmt{s, other}
	case 9:
		return []ast.Stmt{&ast.ForStmt{Body: block}}
	case 10:
		return []ast.Stmt{&ast.ForStmt{Cond: yes, Body: block}}
	case 11:
		return []ast.Stmt{&ast.ExprStmt{X: call}}
	case 12:
		return []ast.Stmt{&ast.DeferStmt{Call: call}}
	case 13:
		return []ast.Stmt{&ast.GoStmt{Call: call}}
	case 14:
		return []ast.Stmt{&ast.IfStmt{Cond: yes, Body: block, Else: &ast.BlockStmt{List: []ast.Stmt{s, other}}}}
	case 15:
		return []ast.Stmt{&ast.SwitchStmt{Body: &ast.BlockStmt{List: []ast.Stmt{
			&ast.CaseClause{List: []ast.Expr{yes}, Body: []ast.Stmt{s, &ast.BranchStmt{Tok: token.FALLTHROUGH}}},
			&ast.CaseClause{Body: []ast.Stmt{other}}}}}}
	}
	return nil // it is deleted
}

// analyse runs the analyzer on a mutant, and lists what it says.
func (m *mutant) analyse() (string, error) {
	var b strings.Builder
	facts := make(map[frugalKey]analysis.Fact)
	a := analyzer.New(analyzer.Config{Confidence: "low", Why: true, Path: true})
	_, err := a.Run(&analysis.Pass{
		Analyzer: a, Fset: m.fset, Files: m.files, Pkg: m.pkg, TypesInfo: m.info, ResultOf: make(map[*analysis.Analyzer]any),
		Report: func(d analysis.Diagnostic) {
			fmt.Fprintf(&b, "%v %s %v\n", m.fset.Position(d.Pos), d.Message, d.Related)
		},
		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ExportObjectFact:  func(of types.Object, fact analysis.Fact) { facts[frugalKey{of, reflect.TypeOf(fact)}] = fact },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportPackageFact: func(analysis.Fact) {},
	})
	return b.String(), err
}

// patience is how long an analysis of one package may take on a machine that has much else to do.
const patience = 90 * time.Second

// FuzzMutants analyses packages that nobody would write: there must be no panic, no hang, and the same said twice.
func FuzzMutants(f *testing.F) {
	for i := range tested {
		b := byte(i)
		f.Add(uint16(i), uint16(0), []byte{b, 0, 7 * b, 3, 5 + b, 0, b, 1, 2, 0, 3 * b, b, 8, 0, b, 5, 9 + b, 1, b, 2})
	}
	list, err := models() // not on the time of one mutant: ten seconds, and it counts as hung
	if err != nil || len(list) == 0 {
		f.Fatal(len(list), err)
	}
	f.Fuzz(func(t *testing.T, which, file uint16, how []byte) {
		model := list[int(which)%len(list)]
		if len(model.GoFiles) == 0 {
			return
		}
		m := mutate(model, int(file), how[:min(len(how), 40)])
		if m == nil {
			return
		}
		hang := time.AfterFunc(patience, func() {
			stack := make([]byte, 1<<16)
			panic(fmt.Sprintf("%s takes more than %v:\n%s\n%s", model.PkgPath, patience, m.text, stack[:runtime.Stack(stack, true)]))
		})
		defer hang.Stop()
		first, err := m.analyse()
		if err != nil {
			t.Fatalf("%s: %v\n%s", model.PkgPath, err, m.text)
		}
		if second, _ := m.analyse(); first != second {
			t.Fatalf("%s: said first:\n%s\nthen:\n%s\nof:\n%s", model.PkgPath, first, second, m.text)
		}
	})
}
