package analyzer

import (
	"fmt"
	"go/types"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/path"
	"github.com/authvet/authvet/analyzer/internal/rule"
)

// Analyzer checks with the default configuration, or with what its flags say.
var Analyzer = New(Config{})

// New returns an analyzer with its own configuration and flags, independent of every other.
func New(config Config) *analysis.Analyzer {
	c := config
	a := &analysis.Analyzer{
		Name:      "authvet",
		Doc:       doc,
		URL:       "https://pkg.go.dev/github.com/authvet/authvet/analyzer",
		FactTypes: factTypes(),
		Run:       func(pass *analysis.Pass) (any, error) { return nil, run(pass, c) },
	}
	c.bind(&a.Flags)
	return a
}

// thriftyPercent is by how much the memory of a thrifty process may grow before garbage is collected. Most of what it holds is what it
// has read of the imports: a third on top, instead of as much again, saves a seventh of the memory, and costs a sixth more CPU time.
const thriftyPercent = 30

// run is the whole story: source → SSA → events → path states → findings → diagnostics.
func run(pass *analysis.Pass, c Config) error {
	settings, err := c.parse()
	if err != nil {
		return fmt.Errorf("authvet: %w", err)
	}
	denies := denies(pass)
	if denies {
		pass.ExportPackageFact(new(path.Denying))
	}
	if !denies && !worthwhile(pass) {
		return reportDirectives(pass, settings)
	}
	if c.Thrifty {
		debug.SetGCPercent(thriftyPercent)
	}
	program := event.Build(pass)
	walker := path.NewWalker(program, facts{pass})
	walker.Patient = !dependency(pass)
	walker.All()
	entries := walker.Entries()
	adapters := walker.Adapt(entries)
	reported := report(pass, settings, &rule.Package{Walks: settings.judged(pass, walker.Walks()), Entries: entries, Scheme: walker.Scheme,
		Streams: walker.Streams, Registered: walker.Registered(), Pending: facts{pass}.Pending, Central: walker.Central()})
	if list := walker.Unanswered(); len(list) > 0 {
		pass.ExportPackageFact(&path.Unanswered{Errors: list})
	}
	walker.Exports(adapters, reported, func(obj types.Object, fact analysis.Fact) { pass.ExportObjectFact(obj, fact) })
	return nil
}
