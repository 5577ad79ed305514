package analyzer

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/rule"
)

// fixes turns the mend of a finding into edits.
func fixes(pass *analysis.Pass, f rule.Finding, start token.Pos) []analysis.SuggestedFix {
	return nil
}
