package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/authvet/authvet/analyzer"
)

// printRules lists the rules in the order of the documentation, and returns the exit code.
func printRules(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		return usageError(errors.New("rules takes no arguments"), stdout, stderr)
	}
	for _, rule := range analyzer.Rules() {
		fmt.Fprintf(stdout, "%-27s %s\n", rule.ID, rule.Summary)
	}
	return exitClean
}

// printRule explains one rule, and returns the exit code.
func printRule(args []string, stdout, stderr io.Writer) int {
	rules := analyzer.Rules()
	var ids []string
	for _, rule := range rules {
		ids = append(ids, rule.ID)
	}
	if len(args) != 1 {
		return usageError(fmt.Errorf("explain takes one rule: %s", strings.Join(ids, ", ")), stdout, stderr)
	}
	i := slices.Index(ids, args[0])
	if i < 0 {
		return usageError(fmt.Errorf("no rule is called %q; there are: %s", args[0], strings.Join(ids, ", ")), stdout, stderr)
	}
	io.WriteString(stdout, explanation(&rules[i]))
	return exitClean
}

// explanation is what there is to say of a rule, as plain text.
func explanation(rule *analyzer.RuleDoc) string {
	var text strings.Builder
	section := func(title, content string) {
		fmt.Fprintf(&text, "\n%s\n\n%s\n", title, indented(content))
	}
	fmt.Fprintf(&text, "%s: %s\n", rule.ID, rule.Summary)
	section("Why", rule.Why)
	section("What to do", rule.Mend)
	section("Wrong", rule.Bad)
	section("Right", rule.Good)
	section("How to silence it", silencing(rule.ID))
	fmt.Fprintf(&text, "\n%s\n", rule.URL)
	return text.String()
}

// silencing says how to live with a finding that is right, or with a rule that is not wanted.
func silencing(id string) string {
	return "One finding, with a comment on its line or on the line above, and a reason:\n\n" +
		"\t//authvet:ignore " + id + " the reason\n\n" +
		"The rule, with a flag:\n\n" +
		"\tauthvet -rules=-" + id + " ./..."
}

// indented moves every line that is not empty to the right.
func indented(text string) string {
	var out []string
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		if line != "" {
			line = "    " + line
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}
