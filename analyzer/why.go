package analyzer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/path"
)

// whyCategory is the category of what -why says: it is no finding.
const whyCategory = "why"

// reasons tells of every function that is given a response how far it was followed, in a line each, so that a miss can be
// explained. It is said as diagnostics, since what is printed in any other way is lost when the result comes from a cache.
func reasons(pass *analysis.Pass, s settings, walks []*path.Walk) []analysis.Diagnostic {
	var all []analysis.Diagnostic
	for _, w := range walks {
		if w.Input >= 0 && s.shows(pass, w.Func.Pos()) {
			all = append(all, analysis.Diagnostic{Pos: w.Func.Pos(), Category: whyCategory,
				Message: fmt.Sprintf("why: %s: %s", w.Func.Name(), followed(pass, w))})
		}
	}
	return all
}

// followed says how far a walk went.
func followed(pass *analysis.Pass, w *path.Walk) string {
	if w.GaveUp != "" {
		return "not followed to every end: " + w.GaveUp
	}
	var lines []string
	for _, instr := range w.Unseen {
		line := strconv.Itoa(pass.Fset.Position(instr.Pos()).Line)
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	switch len(lines) {
	case 0:
		told := ""
		if w.Summary != nil && w.Summary.Folded {
			told = "; it has too many ways out: callers are not told when each of them is taken"
		}
		return fmt.Sprintf("followed to every end, %d answers%s", len(w.Answers), told)
	case 1:
		return "followed up to line " + lines[0] + ": there the response is given to code that cannot be seen"
	}
	return "followed up to lines " + strings.Join(lines, ", ") + ": there the response is given to code that cannot be seen"
}
