// Command noop is a vettool that does nothing: what every run of go vet with a vettool pays before the analyzer's own work.
package main

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/singlechecker"
)

// none is a fact that is never exported. Without a fact type the driver would leave out the packages that are only
// imported, which authvet cannot.
type none struct{}

func (*none) AFact() {}

func main() {
	singlechecker.Main(&analysis.Analyzer{
		Name:      "noop",
		Doc:       "do nothing, to measure what the driver costs",
		FactTypes: []analysis.Fact{(*none)(nil)},
		Run:       func(*analysis.Pass) (any, error) { return nil, nil },
	})
}
