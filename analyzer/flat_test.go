package analyzer_test

import (
	"runtime"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/authvet/authvet/analyzer"
)

// TestFlat analyses the same packages over and over in one process, as golangci-lint's cache and editors do: once what is made once
// is there, nothing is left behind.
func TestFlat(t *testing.T) {
	results, _ := testdata()
	var loaded []*packages.Package
	for _, r := range results {
		loaded = append(loaded, r.Action.Package)
	}
	const warm, runs, leeway = 2, 4, 1 << 20 // bytes: the walks of one analysis hold thirty times as much
	var before uint64
	for i := range runs {
		if _, err := checker.Analyze([]*analysis.Analyzer{analyzer.New(analyzer.Config{Confidence: "low", Why: true})}, loaded, nil); err != nil {
			t.Fatal(err)
		}
		held := heap()
		t.Logf("%d bytes after run %d", held, i+1)
		if i+1 == warm {
			before = held
		}
		if i+1 > warm && held > before+leeway {
			t.Errorf("%d bytes are held after run %d, and %d were after run %d", held, i+1, before, warm)
		}
	}
}

// heap is how many bytes are still in use.
func heap() uint64 {
	runtime.GC()
	runtime.GC() // what finalizers and pools have kept goes with the second
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}
