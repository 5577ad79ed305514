package main

import (
	"strings"
	"testing"

	"github.com/authvet/authvet/analyzer"
)

func TestRules(t *testing.T) {
	t.Parallel()
	got := authvet(t, t.TempDir(), "rules")
	if got.code != exitClean || got.stderr != "" || strings.Count(got.stdout, "\n") != len(analyzer.Rules()) {
		t.Errorf("authvet rules: %+v", got)
	}
	for _, rule := range analyzer.Rules() {
		if !strings.Contains(got.stdout, rule.ID+" ") || !strings.Contains(got.stdout, " "+rule.Summary+"\n") {
			t.Errorf("authvet rules lacks %s:\n%s", rule.ID, got.stdout)
		}
		explained := authvet(t, t.TempDir(), "explain", rule.ID)
		for _, piece := range []string{rule.Summary, "\nWhy\n", "\nWhat to do\n", "\nWrong\n", "\nRight\n", "    //authvet:ignore " + rule.ID + " ", rule.URL} {
			if !strings.Contains(strings.ReplaceAll(explained.stdout, "\t", ""), piece) {
				t.Errorf("authvet explain %s lacks %q:\n%s", rule.ID, piece, explained.stdout)
			}
		}
		if explained.code != exitClean || explained.stderr != "" {
			t.Errorf("authvet explain %s: %+v", rule.ID, explained)
		}
	}
}

func TestRulesErrors(t *testing.T) {
	t.Parallel()
	for args, piece := range map[string]string{
		"explain":               "authvet: explain takes one rule: ",
		"explain late-status x": "authvet: explain takes one rule: ",
		"explain nonsense":      `authvet: no rule is called "nonsense"; there are: `,
		"rules late-status":     "authvet: rules takes no arguments",
	} {
		got := authvet(t, t.TempDir(), strings.Fields(args)...)
		if got.code != exitUsage || got.stdout != "" || !strings.HasPrefix(got.stderr, piece) {
			t.Errorf("authvet %s: %+v, want %q", args, got, piece)
		}
	}
}
