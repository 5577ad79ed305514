package analyzer

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/path"
)

// whyCategory is the category of what -why says: it is no finding.
const whyCategory = "why"

// reasons tells where a response was not followed any further, and why. It is said as diagnostics, since what is printed
// in any other way is lost when the result comes from a cache.
func reasons(pass *analysis.Pass, s settings, walks []*path.Walk) []analysis.Diagnostic {
	var all []analysis.Diagnostic
	for _, w := range walks {
		if w.Input < 0 || !s.shows(pass, w.Func.Pos()) {
			continue
		}
		if w.GaveUp != "" {
			all = append(all, analysis.Diagnostic{Pos: w.Func.Pos(), Category: whyCategory,
				Message: fmt.Sprintf("why: %s was not followed: %s", w.Func.Name(), w.GaveUp)})
		}
		for _, instr := range w.Unseen {
			start, end := span(pass, instr.Pos())
			all = append(all, analysis.Diagnostic{Pos: start, End: end, Category: whyCategory,
				Message: "why: the response is given to code that cannot be seen: what it does to it is unknown from here on"})
		}
	}
	return all
}
