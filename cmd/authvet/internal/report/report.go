// Package report tells people and programs of findings: on a terminal, as SARIF, as annotations of a GitHub workflow, and as a
// page of HTML. Each of them is made from the same [Finding] and gives the same bytes for the same findings.
package report

import "github.com/authvet/authvet/analyzer"

// Place is a piece of a file. Lines and columns count from 1, columns in bytes, and the end is the column after the last one.
type Place struct {
	File                             string
	Line, Column, EndLine, EndColumn int
}

// Note is a place with what there is to say of it.
type Note struct {
	Place
	Message string
}

// Branch is where something was decided, and how it came out.
type Branch struct {
	Place
	Holds bool
}

// Finding is what is told of one finding.
type Finding struct {
	Package    string // import path
	Rule       string // a rule's id, or "directive" for a comment that is wrong, or "why" for an explanation
	Confidence string // high, medium or low
	Message    string // without the rule and the confidence
	Place
	Related     []Note   // what explains it
	Path        []Branch // the conditions on the way to it, the first one first
	Fixes       []Fix    // any one of them mends it
	Fingerprint string   // see [Sign]
}

// Why is the rule of what is no finding: it tells where authvet stopped following.
const Why = "why"

// Report is what a writer is given.
type Report struct {
	Findings []Finding
	Rules    []analyzer.RuleDoc
	Version  string // of authvet
	Root     string // folder that files are named relative to
	Complete bool   // everything was analysed
	Sources  *Sources
}

// Levels of a finding, as SARIF names them.
const (
	levelError   = "error"
	levelWarning = "warning"
	levelNote    = "note"
)

// level says how much a finding wants to be seen: as much as it is certain.
func (f *Finding) level() string {
	switch {
	case f.Rule == Why || f.Confidence == "low":
		return levelNote
	case f.Confidence == "medium":
		return levelWarning
	}
	return levelError
}

// brief says in a few words what is wrong with the answer, "" if no rule has them.
func (r *Report) brief(f *Finding) string {
	for _, rule := range r.Rules {
		if rule.ID == f.Rule {
			return rule.Brief
		}
	}
	return ""
}

// said is the message with the confidence at its end, as in the text output.
func (f *Finding) said() string {
	if f.Confidence == "high" {
		return f.Message
	}
	return f.Message + " (" + f.Confidence + ")"
}

// split sets the explanations apart from the findings.
func (r *Report) split() (findings, explanations []Finding) {
	for _, f := range r.Findings {
		if f.Rule == Why {
			explanations = append(explanations, f)
		} else {
			findings = append(findings, f)
		}
	}
	return findings, explanations
}
