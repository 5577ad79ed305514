package main

import (
	"fmt"
	"strings"

	"github.com/authvet/authvet/analyzer"
)

// rulePage is the page of a rule in docs/rules, in Markdown.
func rulePage(rule *analyzer.RuleDoc) string {
	var text strings.Builder
	fmt.Fprintf(&text, "# %s\n\n", rule.ID)
	fmt.Fprintf(&text, "%s.\n\n", upperFirst(rule.Summary))
	fmt.Fprintf(&text, "## Why\n\n%s\n\n", markdown(rule.Why))
	fmt.Fprintf(&text, "## Wrong\n\n```go\n%s```\n\n", rule.Bad)
	fmt.Fprintf(&text, "## Right\n\n```go\n%s```\n\n", rule.Good)
	fmt.Fprintf(&text, "## What to do\n\n%s\n\n", markdown(rule.Mend))
	if rule.More != "" {
		fmt.Fprintf(&text, "%s\n\n", strings.TrimSpace(rule.More))
	}
	fmt.Fprintf(&text, "## How to silence it\n\n%s\n\n", silencingPage(rule.ID))
	text.WriteString("[All rules](README.md)\n")
	return text.String()
}

// ruleIndex is the list of the pages.
func ruleIndex(rules []analyzer.RuleDoc) string {
	var text strings.Builder
	text.WriteString("# Rules\n\n| rule | what it reports |\n| --- | --- |\n")
	for _, rule := range rules {
		fmt.Fprintf(&text, "| [%s](%s.md) | %s |\n", rule.ID, rule.ID, markdown(rule.Summary))
	}
	text.WriteString("\nThese pages are made from the rules' declarations, by `go test ./cmd/authvet -run TestRulePages -update`.\n")
	return text.String()
}

func silencingPage(id string) string {
	return "One finding, with a comment on its line or on the line above, and a reason:\n\n" +
		"```go\n//authvet:ignore " + id + " the reason\n```\n\n" +
		"The rule, with a flag:\n\n```sh\nauthvet -rules=-" + id + " ./...\n```"
}

// markdown escapes what plain text may have in it and Markdown would read.
func markdown(text string) string {
	return strings.NewReplacer("_", `\_`, "*", `\*`, "<", `\<`, "|", `\|`).Replace(text)
}

func upperFirst(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
