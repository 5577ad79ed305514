package main

import (
	"flag"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/authvet/authvet/analyzer"
)

func TestHelp(t *testing.T) {
	for _, arg := range []string{"-h", "-help", "--help", "help"} {
		if got := authvet(t, t.TempDir(), arg); got != (result{stdout: helpText}) {
			t.Errorf("authvet %s: %+v", arg, got)
		}
	}
	lines := strings.Split(strings.TrimSuffix(helpText, "\n"), "\n")
	if len(lines) > 40 {
		t.Errorf("the help has %d lines, a screen 40", len(lines))
	}
	for _, line := range lines {
		if utf8.RuneCountInString(line) > 80 {
			t.Errorf("over 80 columns: %s", line)
		}
	}
	analyzer.Analyzer.Flags.VisitAll(func(f *flag.Flag) {
		if !strings.Contains(helpText, "\n  -"+f.Name+" ") {
			t.Errorf("the help lacks -%s", f.Name)
		}
	})
}

func TestVersion(t *testing.T) {
	got := authvet(t, t.TempDir(), "version")
	if !regexp.MustCompile(`^authvet \S+ go1\.\S+\n$`).MatchString(got.stdout) || got.code != exitClean {
		t.Errorf("authvet version: %+v", got)
	}
}

// TestVetFlags looks at what go vet learns of the flags: those of the outer
// command are none of its business.
func TestVetFlags(t *testing.T) {
	got := authvet(t, t.TempDir(), "-flags").stdout
	for _, name := range []string{"rules", "path", everyFlag} {
		if !strings.Contains(got, `"Name": "`+name+`"`) {
			t.Errorf("-flags lacks %s", name)
		}
	}
	if strings.Contains(got, `"standalone"`) {
		t.Error("-flags has standalone")
	}
}
