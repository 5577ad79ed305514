// Package look analyses generated packages with the analyzer, in this process.
package look

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer"
	"github.com/authvet/authvet/internal/generate/grammar"
)

// Rules are those that the wire can judge.
var Rules = []string{"missing-challenge", "late-status", "error-as-ok", "denial-falls-through"}

// Finding is what the analyzer says of a line.
type Finding struct {
	Rule    string
	At      grammar.Line
	Related []grammar.Line
	Message string
	Fixed   bool
}

// Result is what the analyzer says of one package and its helpers.
type Result struct {
	Findings []Finding
	Unseen   map[grammar.Line]bool // up to where a response was followed
	GaveUp   map[grammar.Line]bool // functions that were not followed, or of which callers are not told all, by their first line
}

// Driver analyses packages one after the other. It keeps what it has read of the standard library.
type Driver struct {
	fset     *token.FileSet
	exports  map[string]string
	importer types.Importer
}

// NewDriver finds the packages that generated code imports.
func NewDriver(dir string, imports ...string) (*Driver, error) {
	args := append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}"}, imports...)
	list := exec.Command("go", args...)
	list.Dir, list.Stderr = dir, os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	d := &Driver{fset: token.NewFileSet(), exports: make(map[string]string)}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		d.exports[path] = file
	}
	d.importer = importer.ForCompiler(d.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(d.exports[path]) })
	return d, nil
}

// Broken is code that does not compile.
type Broken struct {
	Lines []grammar.Line
	first string
}

func (b *Broken) Error() string { return b.first }

// job is one pair of packages being analysed.
type job struct {
	*Driver
	lib   *types.Package
	facts map[factKey]analysis.Fact

	ofPackages map[packageKey]analysis.Fact
	*Result
}

type packageKey struct {
	pkg  *types.Package
	fact reflect.Type
}

type factKey struct {
	object types.Object
	fact   reflect.Type
}

// Look analyses a package of handlers, after that of its helpers.
func (d *Driver) Look(s *grammar.Source) (*Result, error) {
	j := &job{Driver: d, facts: make(map[factKey]analysis.Fact), ofPackages: make(map[packageKey]analysis.Fact), Result: &Result{Unseen: make(map[grammar.Line]bool), GaveUp: make(map[grammar.Line]bool)}}
	lib, err := j.analyse(grammar.Lib, s.Name+"lib", s.Lib)
	if err != nil {
		return nil, err
	}
	j.lib = lib
	_, err = j.analyse(grammar.App, s.Name, s.App)
	return j.Result, err
}

// Import gives the helpers, and the standard library.
func (j *job) Import(path string) (*types.Package, error) {
	if j.lib != nil && path == j.lib.Path() {
		return j.lib, nil
	}
	return j.importer.Import(path)
}

func (j *job) analyse(file grammar.File, name, text string) (*types.Package, error) {
	syntax, err := parser.ParseFile(j.fset, name+".go", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object), Instances: make(map[*ast.Ident]types.Instance),
		Scopes: make(map[ast.Node]*types.Scope), Selections: make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string)}
	var wrong Broken
	conf := types.Config{Importer: j, Error: func(err error) {
		if e, ok := err.(types.Error); ok {
			wrong.Lines = append(wrong.Lines, j.line(file, e.Pos))
			wrong.first = cmp.Or(wrong.first, err.Error())
		}
	}, GoVersion: "go1.26", Sizes: types.SizesFor("gc", "amd64")}
	pkg, err := conf.Check("gen/"+name, j.fset, []*ast.File{syntax}, info)
	if len(wrong.Lines) > 0 {
		return nil, &wrong
	}
	if err != nil {
		return nil, err
	}
	a := analyzer.New(analyzer.Config{Why: true, Rules: strings.Join(Rules, ",")})
	_, err = a.Run(&analysis.Pass{Analyzer: a, Fset: j.fset, Files: []*ast.File{syntax}, Pkg: pkg, TypesInfo: info, TypesSizes: conf.Sizes,
		ResultOf: make(map[*analysis.Analyzer]any), ImportObjectFact: j.importFact, ExportObjectFact: j.exportFact,
		ImportPackageFact: func(of *types.Package, into analysis.Fact) bool {
			return copied(j.ofPackages[packageKey{of, reflect.TypeOf(into)}], into)
		},
		ExportPackageFact: func(fact analysis.Fact) { j.ofPackages[packageKey{pkg, reflect.TypeOf(fact)}] = fact },
		Report:            func(d analysis.Diagnostic) { j.note(file, d) }})
	return pkg, err
}

func (j *job) importFact(of types.Object, into analysis.Fact) bool {
	return copied(j.facts[factKey{of, reflect.TypeOf(into)}], into)
}

func copied(fact, into analysis.Fact) bool {
	if fact != nil {
		reflect.ValueOf(into).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return fact != nil
}

func (j *job) exportFact(of types.Object, fact analysis.Fact) {
	j.facts[factKey{of, reflect.TypeOf(fact)}] = fact
}

var lineNumbers = regexp.MustCompile(`\d+`)

func (j *job) note(file grammar.File, d analysis.Diagnostic) {
	at := j.line(file, d.Pos)
	if d.Category != "why" {
		f := Finding{Rule: d.Category, At: at, Message: d.Message, Fixed: len(d.SuggestedFixes) > 0}
		for _, r := range d.Related {
			f.Related = append(f.Related, j.line(file, r.Pos))
		}
		j.Findings = append(j.Findings, f)
		return
	}
	_, says, _ := strings.Cut(d.Message, "why: ")
	_, says, _ = strings.Cut(says, ": ")
	switch {
	case strings.HasPrefix(says, "not followed"), strings.Contains(says, "callers are not told"):
		j.GaveUp[at] = true
	case strings.HasPrefix(says, "followed up to"):
		says, _, _ = strings.Cut(says, ":")
		for _, n := range lineNumbers.FindAllString(says, -1) {
			line, _ := strconv.Atoi(n)
			j.Unseen[grammar.Line{File: file, N: line}] = true
		}
	}
}

func (j *job) line(file grammar.File, pos token.Pos) grammar.Line {
	return grammar.Line{File: file, N: j.fset.Position(pos).Line}
}
