package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authvet/authvet/analyzer"
)

var update = flag.Bool("update", false, "write the pages of the rules")

// TestRulePages holds docs/rules to the declarations: a page for each rule, and none of a rule that is gone.
func TestRulePages(t *testing.T) {
	folder := filepath.Join("..", "..", "docs", "rules")
	rules := analyzer.Rules()
	want := map[string]string{"README.md": ruleIndex(rules)}
	for _, rule := range rules {
		want[rule.ID+".md"] = rulePage(&rule)
		for name, text := range map[string]string{"Summary": rule.Summary, "Why": rule.Why, "Mend": rule.Mend, "Bad": rule.Bad, "Good": rule.Good} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s has no %s", rule.ID, name)
			}
		}
		if !strings.Contains(rule.Why, "RFC ") {
			t.Errorf("%s does not say which RFC it follows", rule.ID)
		}
		if path, ok := strings.CutPrefix(rule.URL, "https://github.com/authvet/authvet/blob/main/"); path != "docs/rules/"+rule.ID+".md" || !ok {
			t.Errorf("%s: diagnostics lead to %s", rule.ID, rule.URL)
		}
	}
	if *update {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		for name, text := range want {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, text := range want {
		if data, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(data) != text {
			t.Errorf("docs/rules/%s is not what the declaration says (error: %v): run go test -run TestRulePages -update", name, err)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if want[e.Name()] == "" {
			t.Errorf("docs/rules/%s is the page of no rule", e.Name())
		}
	}
}
