package analyzer

import "github.com/authvet/authvet/analyzer/internal/rule"

// pages is where the documentation of the rules is read, a page each.
const pages = "https://github.com/authvet/authvet/blob/main/docs/rules/"

// RuleDoc is what there is to tell of a rule, as its declaration has it: help, documentation and reports are made from it.
type RuleDoc struct {
	ID      string
	Summary string // one line: what is reported
	Brief   string // a few words: what is wrong with the answer, said where the path to it ends
	Why     string // a paragraph: whom it harms, and what the RFC says
	Mend    string // a paragraph: what to do about it, and what -fix does
	Bad     string // a Go file that is reported
	Good    string // the same, as it should be
	More    string // further sections in Markdown, or ""
	URL     string // its page
}

// Rules lists all rules in the order of the documentation.
func Rules() []RuleDoc {
	var docs []RuleDoc
	for _, r := range rule.All() {
		docs = append(docs, RuleDoc{ID: r.ID, Summary: r.Summary, Brief: r.Brief, Why: r.Why, Mend: r.Mend, Bad: r.Bad, Good: r.Good, More: r.More, URL: ruleURL(r.ID)})
	}
	return docs
}

// ruleURL is the page of a rule.
func ruleURL(id string) string { return pages + id + ".md" }
