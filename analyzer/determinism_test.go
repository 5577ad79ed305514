package analyzer_test

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/authvet/authvet/analyzer"
)

// TestDeterminism analyses everything a second time, with another analyzer: drivers cache what an analysis says, so it
// must say the same, byte by byte.
func TestDeterminism(t *testing.T) {
	results, _ := testdata()
	var loaded []*packages.Package
	first := make(map[string]*checker.Action)
	for _, r := range results {
		loaded = append(loaded, r.Action.Package)
		first[r.Action.Package.ID] = r.Action
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{analyzer.New(analyzer.Config{})}, loaded, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, second := range graph.Roots {
		before := first[second.Package.ID]
		if a, b := diagnostics(before), diagnostics(second); a != b {
			t.Errorf("%s: the diagnostics differ:\n%s\n%s", second.Package.ID, a, b)
		}
		if a, b := facts(t, before), facts(t, second); !bytes.Equal(a, b) {
			t.Errorf("%s: the facts differ: %d bytes, %d bytes", second.Package.ID, len(a), len(b))
		}
	}
}

// diagnostics writes down everything that a driver may print.
func diagnostics(act *checker.Action) string {
	var b strings.Builder
	at := func(pos, end token.Pos) string {
		return fmt.Sprintf("%v-%v", act.Package.Fset.Position(pos), act.Package.Fset.Position(end))
	}
	for _, d := range act.Diagnostics {
		fmt.Fprintf(&b, "%s: [%s] %s\n", at(d.Pos, d.End), d.Category, d.Message)
		for _, r := range d.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", at(r.Pos, r.End), r.Message)
		}
		for _, f := range d.SuggestedFixes {
			for _, e := range f.TextEdits {
				fmt.Fprintf(&b, "\tfix: %s: %s: %q\n", f.Message, at(e.Pos, e.End), e.NewText)
			}
		}
	}
	return b.String()
}

// facts encodes the facts of a package as drivers do.
func facts(t *testing.T, act *checker.Action) []byte {
	type named struct {
		path objectpath.Path
		fact analysis.Fact
	}
	var all []named
	for _, f := range act.AllObjectFacts() {
		if f.Object.Pkg() != act.Package.Types {
			continue
		}
		path, err := objectpath.For(f.Object)
		if err != nil {
			t.Errorf("%s: no importer can name %v: %v", act.Package.ID, f.Object, err)
		}
		all = append(all, named{path, f.Fact})
	}
	slices.SortFunc(all, func(a, b named) int {
		return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(fmt.Sprintf("%T", a.fact), fmt.Sprintf("%T", b.fact)))
	})
	var b bytes.Buffer
	for _, f := range all {
		fmt.Fprintf(&b, "%s %T ", f.path, f.fact)
		if err := gob.NewEncoder(&b).Encode(f.fact); err != nil {
			t.Errorf("%s: %s: %v", act.Package.ID, f.path, err)
		}
	}
	return b.Bytes()
}

// TestFactsRoundTrip reads every fact back: an importer gets what the exporter had.
func TestFactsRoundTrip(t *testing.T) {
	results, _ := testdata()
	n := 0
	for _, r := range results {
		for _, f := range r.Action.AllObjectFacts() {
			var b bytes.Buffer
			if err := gob.NewEncoder(&b).Encode(f.Fact); err != nil {
				t.Errorf("%v: %v", f.Object, err)
				continue
			}
			back := reflect.New(reflect.TypeOf(f.Fact).Elem())
			if err := gob.NewDecoder(&b).Decode(back.Interface()); err != nil {
				t.Errorf("%v: %v", f.Object, err)
				continue
			}
			// Encoded once more: gob drops the difference between nil and empty slices, and so may we.
			var again, once bytes.Buffer
			gob.NewEncoder(&again).Encode(back.Interface())
			gob.NewEncoder(&once).Encode(f.Fact)
			if !bytes.Equal(again.Bytes(), once.Bytes()) {
				t.Errorf("%v: the fact changes on its way: %v", f.Object, f.Fact)
			}
			n++
		}
	}
	if n == 0 {
		t.Error("there are no facts at all")
	}
}

const maxFacts = 64 << 10 // facts are read again by every importer

// TestFactsOfLib bounds what a small package of helpers exports. No position may name a directory: checkouts differ, and
// the cache is shared.
func TestFactsOfLib(t *testing.T) {
	results, _ := testdata()
	for _, r := range results {
		if r.Action.Package.PkgPath != "facts/lib" {
			continue
		}
		encoded := facts(t, r.Action)
		t.Logf("%d bytes", len(encoded))
		if len(encoded) == 0 || len(encoded) > maxFacts {
			t.Errorf("the facts of facts/lib take %d bytes, want 1 to %d", len(encoded), maxFacts)
		}
		if dir := filepath.Dir(r.Action.Package.GoFiles[0]); bytes.Contains(encoded, []byte(dir)) {
			t.Errorf("the facts of facts/lib name the directory %s", dir)
		}
		return
	}
	t.Error("facts/lib was not analysed")
}
