package analyzer_test

import (
	"go/types"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/authvet/authvet/analyzer"
)

// frugal is a driver that gives as little as Bazel's nogo may: the standard library is not analysed, so that it has no facts,
// and a pass knows neither its module, nor how to read a file, nor the sizes of types.
type frugal struct {
	t     *testing.T
	src   string // where the packages are that are analysed
	facts map[frugalKey]analysis.Fact
	done  map[*packages.Package]*checker.Action // holds the diagnostics only
}

// frugalKey is of a fact: on an object, or on a package.
type frugalKey struct {
	of   any
	fact reflect.Type
}

// imported reads a fact.
func (d *frugal) imported(of any, into analysis.Fact) bool {
	fact := d.facts[frugalKey{of, reflect.TypeOf(into)}]
	if fact != nil {
		reflect.ValueOf(into).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return fact != nil
}

// analyse looks at a package after those that it imports.
func (d *frugal) analyse(pkg *packages.Package) {
	if d.done[pkg] != nil || len(pkg.GoFiles) == 0 || !strings.HasPrefix(pkg.GoFiles[0], d.src) {
		return
	}
	act := &checker.Action{Package: pkg}
	d.done[pkg] = act
	for _, imported := range pkg.Imports {
		d.analyse(imported)
	}
	a := analyzer.New(analyzer.Config{})
	pass := &analysis.Pass{
		Analyzer: a, Fset: pkg.Fset, Files: pkg.Syntax, Pkg: pkg.Types, TypesInfo: pkg.TypesInfo,
		ResultOf:          make(map[*analysis.Analyzer]any),
		Report:            func(found analysis.Diagnostic) { act.Diagnostics = append(act.Diagnostics, found) },
		ImportObjectFact:  func(of types.Object, into analysis.Fact) bool { return d.imported(of, into) },
		ImportPackageFact: func(of *types.Package, into analysis.Fact) bool { return d.imported(of, into) },
		ExportObjectFact: func(of types.Object, fact analysis.Fact) {
			d.facts[frugalKey{of, reflect.TypeOf(fact)}] = fact
		},
		ExportPackageFact: func(fact analysis.Fact) { d.facts[frugalKey{pkg.Types, reflect.TypeOf(fact)}] = fact },
	}
	if _, err := a.Run(pass); err != nil {
		d.t.Errorf("%s: %v", pkg.PkgPath, err)
	}
}

// TestFrugalDriver wants the findings of every driver to be the same, also of one that gives little.
func TestFrugalDriver(t *testing.T) {
	results, _ := testdata()
	src, err := filepath.Abs("../testdata/src")
	if err != nil {
		t.Fatal(err)
	}
	d := &frugal{t: t, src: src + string(filepath.Separator), facts: make(map[frugalKey]analysis.Fact),
		done: make(map[*packages.Package]*checker.Action)}
	compared := 0
	for _, r := range results {
		if strings.HasSuffix(r.Action.Package.PkgPath, ".test") {
			continue // the program that go makes of tests
		}
		d.analyse(r.Action.Package)
		act := d.done[r.Action.Package]
		if act == nil {
			t.Errorf("%s was not analysed", r.Action.Package.PkgPath)
			continue
		}
		if got, want := diagnostics(act), diagnostics(r.Action); got != want {
			t.Errorf("%s: the findings differ:\n%s\nwant:\n%s", r.Action.Package.PkgPath, got, want)
		}
		compared += len(act.Diagnostics)
	}
	if compared == 0 || len(d.facts) == 0 {
		t.Errorf("there are %d findings and %d facts", compared, len(d.facts))
	}
}
