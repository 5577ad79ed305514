package main

import (
	"encoding/json"
	"strings"

	"github.com/authvet/authvet/analyzer"
	"github.com/authvet/authvet/cmd/authvet/internal/report"
)

// located turns findings into what reports are made from, in the same order.
func located(findings []finding) []report.Finding {
	all := make([]report.Finding, 0, len(findings))
	for _, f := range findings {
		all = append(all, f.located())
	}
	return all
}

func (f finding) located() report.Finding {
	located := report.Finding{Package: f.pkg, Rule: f.Category, Place: place(f.Posn, f.End), Fingerprint: f.fingerprint}
	located.Message, located.Confidence = splitMessage(f.Category, f.Message)
	for _, r := range f.Related {
		if holds, ok := strings.CutPrefix(r.Message, onTheWay); ok {
			located.Path = append(located.Path, report.Branch{Place: place(r.Posn, r.End), Holds: holds == "true"})
		} else {
			located.Related = append(located.Related, report.Note{Place: place(r.Posn, r.End), Message: r.Message})
		}
	}
	located.Fixes = readFixes(f.SuggestedFixes)
	return located
}

// readFixes reads the fixes in go vet's JSON. Where they are not as expected there are none: they are an extra.
func readFixes(data json.RawMessage) []report.Fix {
	var fixes []struct {
		Message string
		Edits   []struct {
			Filename   string
			Start, End int
			New        string
		}
	}
	if json.Unmarshal(data, &fixes) != nil {
		return nil
	}
	var all []report.Fix
	for _, f := range fixes {
		fix := report.Fix{Message: f.Message}
		for _, e := range f.Edits {
			fix.Edits = append(fix.Edits, report.Edit{File: e.Filename, Start: e.Start, End: e.End, New: e.New})
		}
		all = append(all, fix)
	}
	return all
}

// splitMessage takes off what the message has for output that knows nothing but messages: the rule in front, and a confidence
// that is not high at the end.
func splitMessage(rule, message string) (text, confidence string) {
	text = strings.TrimPrefix(message, rule+": ")
	for _, confidence := range []string{"medium", "low"} {
		if text, ok := strings.CutSuffix(text, " ("+confidence+")"); ok {
			return text, confidence
		}
	}
	return text, "high"
}

// place is the piece of a file between two positions. Where the end is missing or no end, it is one column wide; where a
// position has no line or column, as in a file of another package, it is the first.
func place(posn, end string) report.Place {
	file, line, column := splitPosn(posn)
	p := report.Place{File: file, Line: max(line, 1), Column: max(column, 1)}
	endFile, endLine, endColumn := splitPosn(end)
	p.EndLine, p.EndColumn = endLine, endColumn
	if endFile != file || endLine < p.Line || endLine == p.Line && endColumn <= p.Column {
		p.EndLine, p.EndColumn = p.Line, p.Column+1
	}
	return p
}

// newReport is the report on findings.
func newReport(findings []report.Finding, sources *report.Sources, root string, complete bool) *report.Report {
	return &report.Report{Findings: findings, Rules: analyzer.Rules(), Version: version(), Root: root, Complete: complete, Sources: sources}
}
