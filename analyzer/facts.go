package analyzer

import (
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/path"
)

func factTypes() []analysis.Fact { return nil }

// facts reads what is known of imported packages.
type facts struct{ pass *analysis.Pass }

func (f facts) Summary(fn *types.Func, input int32) *path.Summary { return nil }

func (f facts) Variable(v *types.Var) *path.Obj { return nil }

func exportFacts(pass *analysis.Pass, w *path.Walker) {}

// worthwhile reports whether there is something to know in the package.
func worthwhile(pass *analysis.Pass) bool {
	for _, p := range pass.Pkg.Imports() {
		if p.Path() == "net/http" {
			return true
		}
	}
	return false
}
