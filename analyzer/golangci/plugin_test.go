package golangci_test

import (
	"maps"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/authvet/authvet/analyzer"
	_ "github.com/authvet/authvet/analyzer/golangci" // registers the plugin
)

// load does what golangci-lint does with the settings of its configuration.
func load(t *testing.T, settings any) (*analysis.Analyzer, error) {
	t.Helper()
	newPlugin, err := register.GetPlugin("authvet")
	if err != nil {
		t.Fatal(err)
	}
	plugin, err := newPlugin(settings)
	if err != nil {
		return nil, err
	}
	if mode := plugin.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("the load mode is %q", mode)
	}
	analyzers, err := plugin.BuildAnalyzers()
	if err != nil || len(analyzers) != 1 {
		t.Fatalf("%d analyzers, error %v; want one", len(analyzers), err)
	}
	return analyzers[0], nil
}

// silent does not care what analysistest makes of the comments in testdata: they are for the default settings.
type silent struct{}

func (silent) Errorf(string, ...any) {}

// loaded are the packages under testdata/src that are analysed, loaded once.
var loaded = sync.OnceValue(func() []*packages.Package {
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		panic(err)
	}
	var list []*packages.Package
	for _, r := range analysistest.Run(silent{}, dir, analyzer.New(analyzer.Config{}), "directive", "related", "missingchallenge") {
		list = append(list, r.Action.Package)
	}
	return list
})

// found analyses the packages, and returns the findings by file and category, and how many related positions they have.
func found(t *testing.T, a *analysis.Analyzer) (counts map[string]int, related int) {
	t.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, loaded(), nil)
	if err != nil {
		t.Fatal(err)
	}
	counts = make(map[string]int)
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			counts[filepath.Base(act.Package.Fset.Position(d.Pos).Filename)+" "+d.Category]++
			related += len(d.Related)
		}
	}
	return counts, related
}

// TestSettings compares what settings do with what the same configuration does without golangci-lint.
func TestSettings(t *testing.T) {
	tests := []struct {
		settings any
		same     analyzer.Config
	}{
		{nil, analyzer.Config{}},
		{map[string]any{}, analyzer.Config{}},
		{map[string]any{"in-tests": false}, analyzer.Config{}},
		{map[string]any{"in-tests": true}, analyzer.Config{InTests: true}},
		{map[string]any{"in-generated": true}, analyzer.Config{InGenerated: true}},
		{map[string]any{"why": true}, analyzer.Config{Why: true}},
		{map[string]any{"confidence": "low"}, analyzer.Config{Confidence: "low"}},
		{map[string]any{"rules": "-missing-challenge"}, analyzer.Config{Rules: "-missing-challenge"}},
		{map[string]any{"rules": []any{"missing-challenge", "error-as-ok"}}, analyzer.Config{Rules: "missing-challenge,error-as-ok"}},
	}
	byDefault, relatedByDefault := found(t, analyzer.New(analyzer.Config{}))
	if len(byDefault) == 0 || relatedByDefault == 0 {
		t.Fatalf("findings %v, %d related positions: there is nothing to compare", byDefault, relatedByDefault)
	}
	for _, test := range tests {
		a, err := load(t, test.settings)
		if err != nil {
			t.Errorf("%v: %v", test.settings, err)
			continue
		}
		got, related := found(t, a)
		want, _ := found(t, analyzer.New(test.same))
		if !maps.Equal(got, want) {
			t.Errorf("%v: findings %v, want %v", test.settings, got, want)
		}
		if (test.same != analyzer.Config{}) && maps.Equal(want, byDefault) {
			t.Errorf("%v changes nothing in this testdata", test.settings)
		}
		if related != 0 {
			t.Errorf("%v: %d related positions are left", test.settings, related)
		}
	}
}

// TestRefused has settings that would do something else than they say, if they were let through.
func TestRefused(t *testing.T) {
	const known = "there are: confidence, in-generated, in-tests, rules, why"
	tests := []struct {
		settings any
		want     string
	}{
		{map[string]any{"confidense": "low"}, "authvet: settings: confidense: there is no such setting; " + known},
		{map[string]any{"In-Tests": true}, "In-Tests: there is no such setting"},
		{map[string]any{"path": true}, "path: there is no such setting; " + known},
		{map[string]any{"confidence": "certain"}, `confidence: no confidence is called "certain"`},
		{map[string]any{"rules": "no-such-rule"}, `rules: no rule is called "no-such-rule"`},
		{map[string]any{"rules": []any{}}, "rules: an empty list"},
		{map[string]any{"rules": []any{1}}, "rules: 1 is no text"},
		{map[string]any{"rules": true}, "rules: true is no text"},
		{map[string]any{"confidence": []any{"low"}}, "confidence: [low] is no text"},
		{map[string]any{"in-tests": "yes"}, "in-tests: yes is neither true nor false"},
		{map[string]any{"why": nil}, "why: <nil> is neither true nor false"},
		{[]any{"rules"}, "authvet: decoding settings: "},
	}
	for _, test := range tests {
		if _, err := load(t, test.settings); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: the error is %v, want %q", test.settings, err, test.want)
		}
	}
}

// TestIndependent loads the plugin twice: settings of one configuration are none of another's.
func TestIndependent(t *testing.T) {
	if _, err := load(t, map[string]any{"rules": "error-as-ok"}); err != nil {
		t.Fatal(err)
	}
	a, err := load(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := found(t, a)
	if want, _ := found(t, analyzer.New(analyzer.Config{})); !maps.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
}
