package analyzer

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/rule"
)

// written is a directive as its documentation has it, to hold what reads it against.
var written = regexp.MustCompile(`^//authvet:ignore[\s\v\pZ\x{85}]+([^\s\v\pZ\x{85}]+)[\s\v\pZ\x{85}]+(.*[^\s\v\pZ\x{85}])[\s\v\pZ\x{85}]*$`)

func FuzzDirective(f *testing.F) {
	for _, s := range []string{"ignore missing-challenge a proxy sets it", "ignore", "ignore  late-status", "ignored x y", "", " ignore a b",
		"ignore missing-challenge\tset by a proxy", "ignore missing-challenge \u00a0", "ignore é è", "ignore missing-challenge  two  words  "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "\r\n") {
			return
		}
		comment := ignore + text
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "p.go", "package p\n\n"+comment+"\nvar x = 1\n", parser.ParseComments)
		if err != nil {
			return // characters that no source may have
		}
		found := directives(&analysis.Pass{Fset: fset, Files: []*ast.File{file}})
		if len(found) != 1 {
			t.Fatalf("%q: %d directives", comment, len(found))
		}
		d := found[0]
		var id, reason string
		if m := written.FindStringSubmatch(comment); m != nil {
			id, reason = m[1], m[2]
		}
		if good := id != "" && reason != ""; good && (d.rule != id || d.reason != reason) {
			t.Fatalf("%q: read as rule %q, reason %q", comment, d.rule, d.reason)
		} else if silences := d.silences(d.rule, token.Position{Filename: "p.go", Line: 4}); silences != good {
			t.Fatalf("%q: silences the next line: %v", comment, silences)
		}
		if d.silences(d.rule, token.Position{Filename: "p.go", Line: 5}) || d.silences("another", token.Position{Filename: "p.go", Line: 4}) {
			t.Fatalf("%q: silences too much", comment)
		}
		if says := d.complaint(settings{rules: rule.All()}); !strings.HasPrefix(says, "directive: ") {
			t.Fatalf("%q: nothing is reported, and it is not said: %q", comment, says)
		}
	})
}

func FuzzFlags(f *testing.F) {
	for _, s := range []string{"-rules=missing-challenge,-late-status", "-rules=-error-as-ok\x00-confidence=low", "-confidence=HIGH", "-in-tests=maybe", "-rules=, ,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		var c Config
		flags := flag.NewFlagSet("authvet", flag.ContinueOnError)
		flags.SetOutput(io.Discard)
		c.bind(flags)
		if flags.Parse(strings.Split(line, "\x00")) != nil {
			return
		}
		s, err := c.parse()
		if err != nil {
			t.Fatalf("%q: the flags were taken, and then: %v", line, err)
		}
		if s.least < rule.Low || s.least > rule.High {
			t.Fatalf("%q: confidence %v", line, s.least)
		}
		for _, r := range s.rules {
			if !slices.Contains(rule.IDs(), r.ID) || strings.Contains(","+strings.ReplaceAll(c.Rules, " ", ",")+",", ",-"+r.ID+",") {
				t.Fatalf("%q: rule %q is on", line, r.ID)
			}
		}
		if again, err := (Config{Rules: c.Rules, Confidence: c.Confidence}).parse(); err != nil || len(again.rules) != len(s.rules) {
			t.Fatalf("%q: read once more: %v, %v", line, again, err)
		}
	})
}
