package report

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/authvet/authvet/analyzer"
)

// srcRoot is the folder that file names in SARIF are relative to: whoever reads it has the code somewhere else.
const srcRoot = "%SRCROOT%"

// fingerprintName has a version, for consumers compare only fingerprints of one name.
const fingerprintName = "authvet/v1"

// SARIF writes findings as SARIF 2.1.0, which code review tools read. Explanations become notifications, as they are no results.
func SARIF(w io.Writer, r *Report) error {
	findings, explanations := r.split()
	rules, index := sarifRules(r.Rules, findings)
	run := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: "authvet", Version: r.Version, InformationURI: "https://github.com/authvet/authvet", Rules: rules,
		}},
		Invocations: []sarifInvocation{{Successful: r.Complete}},
		Bases:       map[string]sarifArtifact{srcRoot: {Description: &sarifMessage{Text: "the root of the repository"}}},
		Results:     []sarifResult{}, // an empty list says that there is nothing; none at all that nobody looked
		ColumnKind:  "utf16CodeUnits",
	}
	for _, f := range findings {
		run.Results = append(run.Results, r.sarifResult(&f, index[f.Rule]))
	}
	for _, f := range explanations {
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, sarifNotification{
			Level: f.level(), Message: sarifMessage{Text: f.Message}, Locations: []sarifLocation{r.sarifLocation(Note{Place: f.Place})},
		})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func (r *Report) sarifResult(f *Finding, rule int) sarifResult {
	result := sarifResult{
		RuleID: f.Rule, RuleIndex: rule, Level: f.level(), Message: sarifMessage{Text: f.said()},
		Locations:    []sarifLocation{r.sarifLocation(Note{Place: f.Place})},
		Fixes:        r.sarifFixes(f),
		Fingerprints: map[string]string{fingerprintName: f.Fingerprint},
		Properties:   map[string]string{"confidence": f.Confidence},
	}
	if fn, ok := r.Sources.functionOf(f); ok && fn.name != "" {
		result.Locations[0].Logical = []sarifLogical{{Name: f.Package + "." + fn.name, Kind: "function"}}
	}
	for i, note := range f.Related {
		related := r.sarifLocation(note)
		related.ID = i + 1
		result.Related = append(result.Related, related)
	}
	var steps []sarifStep
	for _, note := range r.Sources.path(f) {
		steps = append(steps, sarifStep{r.sarifLocation(note)})
	}
	result.CodeFlows = []sarifCodeFlow{{[]sarifThreadFlow{{steps}}}}
	return result
}

func (r *Report) sarifLocation(note Note) sarifLocation {
	p := note.Place
	uri, below := fileURI(r.Root, p.File)
	location := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{URI: uri}, Region: sarifRegion{
		StartLine: p.Line, StartColumn: r.Sources.utf16Column(p.File, p.Line, p.Column),
		EndLine: p.EndLine, EndColumn: r.Sources.utf16Column(p.File, p.EndLine, p.EndColumn),
	}}}
	if below {
		location.Physical.Artifact.URIBaseID = srcRoot
	}
	if note.Message != "" {
		location.Message = &sarifMessage{Text: note.Message}
	}
	return location
}

// sarifRules describes all rules, and those of the findings that are none, and returns where each is in the list.
func sarifRules(docs []analyzer.RuleDoc, findings []Finding) (rules []sarifRule, index map[string]int) {
	index = make(map[string]int)
	add := func(rule sarifRule) {
		index[rule.ID] = len(rules)
		rule.Configuration = sarifLevel{levelWarning}
		rule.Properties = sarifRuleRemarks{Tags: []string{"authentication", "correctness", "http"}, Precision: "high", Severity: levelWarning}
		rules = append(rules, rule)
	}
	for _, doc := range docs {
		add(sarifRule{
			ID: doc.ID, Name: camel(doc.ID), HelpURI: doc.URL,
			Short: sarifMessage{Text: doc.Summary},
			Full:  sarifMessage{Text: unwrap(doc.Why)},
			Help:  sarifMessage{Text: helpText(doc), Markdown: helpMarkdown(doc)},
		})
	}
	for _, f := range findings {
		if _, ok := index[f.Rule]; !ok {
			text := sarifMessage{Text: "a comment //authvet:ignore that does not do what it says"}
			add(sarifRule{ID: f.Rule, Name: camel(f.Rule), Short: text, Full: text, Help: text})
		}
	}
	return rules, index
}

func helpText(doc analyzer.RuleDoc) string {
	return unwrap(doc.Mend) + "\n\nWrong:\n\n" + doc.Bad + "\nRight:\n\n" + doc.Good
}

func helpMarkdown(doc analyzer.RuleDoc) string {
	return unwrap(doc.Mend) + "\n\nWrong:\n\n```go\n" + doc.Bad + "```\n\nRight:\n\n```go\n" + doc.Good + "```\n"
}

// camel turns an id into a name: missing-challenge, MissingChallenge.
func camel(id string) string {
	var name strings.Builder
	for word := range strings.SplitSeq(id, "-") {
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return name.String()
}

// unwrap puts a paragraph on one line.
func unwrap(paragraph string) string { return strings.ReplaceAll(paragraph, "\n", " ") }
