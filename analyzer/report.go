package analyzer

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/authvet/authvet/analyzer/internal/path"
	"github.com/authvet/authvet/analyzer/internal/rule"
)

const maxRelated = 2 // every related position is an issue of its own in some drivers

// report turns findings into diagnostics, in the order of the source. It returns the places of this package where a challenge was
// found missing, by [path.FarAway]: shown or silenced, nobody need say it again of an error that was made there. Of a dependency
// nothing is shown.
func report(pass *analysis.Pass, s settings, p *rule.Package) map[string]bool {
	ignores := directives(pass)
	var all []analysis.Diagnostic
	reported := make(map[string]bool)
	advised := make(map[token.Pos]bool) // where the status itself is wrong, so that its challenge is nobody's concern
	for _, r := range s.rules {
		findings := best(unadvised(r.Check(p), advised))
		exportPending(pass, findings)
		for _, f := range findings {
			if !s.shows(pass, f.At) {
				continue
			}
			if f.Rule == rule.MissingChallenge && f.Confidence >= s.least && !dependency(pass) {
				reported[path.FarAway(pass.Fset, f.At)] = true
			}
			if silenced(pass, ignores, f) || f.Confidence < s.least {
				continue
			}
			advised[f.At] = advised[f.At] || f.Rule == rule.UnauthorizedAuthenticated && f.Confidence > rule.Low
			all = append(all, diagnostic(pass, s, f))
		}
	}
	all = append(all, complaints(pass, s, ignores)...)
	if s.Why {
		all = append(all, reasons(pass, s, p.Walks)...)
	}
	slices.SortStableFunc(all, func(a, b analysis.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Category, b.Category), cmp.Compare(a.Message, b.Message))
	})
	for _, d := range slices.CompactFunc(all, func(a, b analysis.Diagnostic) bool {
		return a.Pos == b.Pos && a.Category == b.Category
	}) {
		pass.Report(d)
	}
	return reported
}

// reportDirectives reports on directives in a package that has nothing else to say.
func reportDirectives(pass *analysis.Pass, s settings) error {
	for _, d := range complaints(pass, s, directives(pass)) {
		pass.Report(d)
	}
	return nil
}

// unadvised leaves out that a challenge is missing where the status itself is wrong: at the answer, or where its status was chosen.
func unadvised(findings []rule.Finding, advised map[token.Pos]bool) []rule.Finding {
	return slices.DeleteFunc(findings, func(f rule.Finding) bool {
		return f.Rule == rule.MissingChallenge && (advised[f.At] || slices.ContainsFunc(f.Related, func(r rule.Related) bool { return advised[r.At] }))
	})
}

// best keeps one finding for each place, the most certain one, the first found among equals.
func best(findings []rule.Finding) []rule.Finding {
	slices.SortStableFunc(findings, func(a, b rule.Finding) int {
		return cmp.Or(cmp.Compare(a.At, b.At), -cmp.Compare(a.Confidence, b.Confidence), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(findings, func(a, b rule.Finding) bool { return a.At == b.At })
}

func silenced(pass *analysis.Pass, ignores []*directive, f rule.Finding) bool {
	hit := false
	at := pass.Fset.Position(f.At)
	for _, d := range ignores {
		if d.silences(f.Rule, at) {
			d.used, hit = true, true
		}
	}
	return hit
}

func complaints(pass *analysis.Pass, s settings, ignores []*directive) []analysis.Diagnostic {
	var all []analysis.Diagnostic
	for _, d := range ignores {
		if text := d.complaint(s); text != "" && s.shows(pass, d.pos) {
			all = append(all, analysis.Diagnostic{Pos: d.pos, End: d.end, Category: "directive", Message: text})
		}
	}
	return all
}

func diagnostic(pass *analysis.Pass, s settings, f rule.Finding) analysis.Diagnostic {
	start, end := span(pass, f.At)
	d := analysis.Diagnostic{Pos: start, End: end, Category: f.Rule, URL: ruleURL(f.Rule), Message: f.Rule + ": " + f.Message}
	if f.Confidence != rule.High {
		d.Message += fmt.Sprintf(" (%s)", f.Confidence)
	}
	if s.Path {
		for _, b := range f.Trace {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: b.At, Message: fmt.Sprintf("decided here: %t", b.Holds)})
		}
	} else if len(f.Related) > maxRelated {
		f.Related = f.Related[:maxRelated]
	}
	for _, r := range f.Related {
		if r.At.IsValid() {
			start, end := span(pass, r.At)
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: start, End: end, Message: r.Message})
		}
	}
	d.SuggestedFixes = fixes(pass, f)
	return d
}

// span is the call, statement or value that the SSA position pos stands for: a call's is its left parenthesis.
func span(pass *analysis.Pass, pos token.Pos) (start, end token.Pos) {
	file := fileOf(pass, pos)
	if file == nil {
		return pos, pos
	}
	nodes := nodesAt(file, pos)
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos {
				return n.Pos(), n.End()
			}
		case *ast.ReturnStmt, *ast.CompositeLit, *ast.KeyValueExpr, *ast.IndexExpr:
			if n.Pos() == pos {
				return n.Pos(), n.End()
			}
		case *ast.AssignStmt:
			if n.Pos() == pos || n.TokPos == pos {
				return n.Pos(), n.End()
			}
		}
	}
	if len(nodes) > 0 {
		if e, ok := nodes[0].(ast.Expr); ok {
			return e.Pos(), e.End()
		}
	}
	return pos, pos
}

// nodesAt lists the nodes around a position, the innermost first. Only the declaration that it is in is looked through: a generated
// file may have thousands, and a finding in each.
func nodesAt(file *ast.File, pos token.Pos) []ast.Node {
	i, _ := slices.BinarySearchFunc(file.Decls, pos, func(d ast.Decl, pos token.Pos) int { return cmp.Compare(d.End(), pos) })
	if i == len(file.Decls) {
		return nil
	}
	nodes, _ := astutil.PathEnclosingInterval(&ast.File{Package: file.Package, Name: file.Name, Decls: file.Decls[i : i+1]}, pos, pos)
	return nodes
}
