package analyzer_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/authvet/authvet/analyzer"
)

// tested are the packages under testdata/src that are analysed, each with the answers of one rule, or with what travels between packages.
var tested = []string{"missingchallenge", "malformedchallenge", "latestatus", "directive", "carriers", "lookalikes", "facts/lib", "facts/app",
	"facts/behind", "facts/through", "facts/front", "facts/fronted", "unseen", "forbiddenunauthenticated", "unauthorizedauthenticated", "challengeonforbidden", "csrf", "whocontext/store", "whocontext/use", "whofacts/keys", "whofacts/lib",
	"whofacts/app", "kinds/errs", "kinds/store", "kinds/permission", "kinds/web", "errorasok", "denialfallsthrough", "bodyfacts/lib", "bodyfacts/app", "ongin/deny", "ongin/auth", "ongin",
	"onecho", "onecho/answers", "onecho/replaced", "onecho/logging", "onecho/handsback", "onecho/challenging", "onecho/elsewhere/handlers", "onecho/elsewhere/base", "onecho/elsewhere/based", "onecho/elsewhere", "onecho/maps", "onecho/elsewhere/own", "onecho/elsewhere/right", "onecho5", "onecho5/replaced",
	"onfiber", "onfiber/barely", "onfiber/replaced", "onfiber/maps", "onfiber3", "onfasthttp",
	"onrestful", "onhuma", "onhumaerrors/custom", "onhumaerrors/brings", "onhertz", "onbeego", "oniris", "onpocketbase", "oncaddy", "onherodot/deny", "onherodot", "ongokit", "ongokit/replaced", "onlibraries", "correlated"}

// failures collects what analysistest has to say. It wants a comment for every fact, which would write the encoding of
// facts down a hundred times; what they are good for shows in the findings of the importer.
type failures struct{ list []string }

func (e *failures) Errorf(format string, args ...any) {
	if s := fmt.Sprintf(format, args...); !strings.Contains(s, ": unexpected fact: ") {
		e.list = append(e.list, s)
	}
}

// testdata is all of it, analysed in one load: each load of net/http costs seconds. The golden files are compared too.
var testdata = sync.OnceValues(func() ([]*analysistest.Result, []string) {
	dir, err := filepath.Abs("../testdata")
	if err != nil {
		return nil, []string{err.Error()}
	}
	var e failures
	results := analysistest.RunWithSuggestedFixes(&e, dir, analyzer.Analyzer, tested...)
	return results, e.list
})

// arguable is what is analysed with low confidence: in one load too.
var arguable = sync.OnceValues(func() ([]*analysistest.Result, []string) {
	dir, err := filepath.Abs("../testdata")
	if err != nil {
		return nil, []string{err.Error()}
	}
	var e failures
	results := analysistest.Run(&e, dir, analyzer.New(analyzer.Config{Confidence: "low"}), "arguable", "related")
	return results, e.list
})

// TestArguable looks at what is only shown to who asks for it: that it is not shown to others is half of what is said there.
func TestArguable(t *testing.T) {
	results, failed := arguable()
	if len(results) != 2 {
		t.Errorf("%d packages were analysed, want 2", len(results))
	}
	for _, e := range failed {
		if !strings.Contains(e, "related.go") { // see TestRelated
			t.Error(e)
		}
	}
}

func TestTestdata(t *testing.T) {
	results, failed := testdata()
	for _, e := range failed {
		t.Error(e)
	}
	if len(results) < len(tested) {
		t.Errorf("%d packages were analysed, want %d", len(results), len(tested))
	}
}
