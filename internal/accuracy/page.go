package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
)

const head = `# Accuracy

How often authvet is right, measured on code that nobody wrote for it. This page is made by a command:

` + "```sh" + `
go run ./internal/accuracy -bench BENCH -trees TREES -mirrors MIRRORS -work FOLDER -o docs/accuracy.md
` + "```" + `

Last run: %s, with the default confidence, all rules on.

## Method

The handlers of %d servers were read, at a fixed commit, and places in them labelled: here a finding of this rule must stand
(*report*), here none (*silent*), here one may argue (*debatable*, not counted). authvet is then run over each whole server. A label is
hit if a finding of its rule stands there, two lines either side, or names the line among its related positions. A finding at a
place labelled silent is false. A finding of which no label speaks is neither, until somebody reads it.

Recall is hits among the labels to be reported, precision is hits among hits and false findings. Labels do not come from running authvet,
but its rules and tests grew on the same servers; see the last section.

## Labelled servers

`

const tail = `
## What the figures do not say

- Labels are most dense for 401 and 403. Of error-as-ok, late-status and denial-falls-through only those places are labelled that
  readers came past.
- Packages whose modules cannot be had are left out: %d labels lie in such.
- On servers that were labelled first and run afterwards recall is lower; precision is
  what is held.
`

// writePage writes the figures down.
func writePage(w io.Writer, servers []*server, cases []*mistake) error {
	p := &page{}
	p.f(head, time.Now().UTC().Format(time.DateOnly), len(servers))
	p.byRule(servers)
	p.byServer(servers)
	p.misses(servers)
	if cases != nil {
		p.mistakes(cases)
	}
	unloaded := 0
	for _, s := range servers {
		unloaded += s.unloaded
	}
	p.f(tail, unloaded)
	_, err := io.WriteString(w, p.String())
	return err
}

type page struct{ strings.Builder }

func (p *page) f(format string, args ...any) { fmt.Fprintf(p, format, args...) }

func (p *page) byRule(servers []*server) {
	rules, all := make(map[string]*score), new(score)
	for _, s := range servers {
		for rule, c := range s.scores {
			if rules[rule] == nil {
				rules[rule] = new(score)
			}
			rules[rule].add(*c)
			all.add(*c)
		}
	}
	p.f("| rule | hit | missed | false | silent | no label | recall | precision |\n| --- | --: | --: | --: | --: | --: | --: | --: |\n")
	for _, rule := range slices.Sorted(maps.Keys(rules)) {
		p.row(rule, *rules[rule])
	}
	p.row("all", *all)
}

func (p *page) row(name string, c score) {
	p.f("| %s | %d | %d | %d | %d | %d | %s | %s |\n", name, c.hit, c.missed, c.wrong, c.silent, c.unlabelled, share(c.hit, c.hit+c.missed), share(c.hit, c.hit+c.wrong))
}

func share(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", float64(n)/float64(of))
}

func (p *page) byServer(servers []*server) {
	p.f("\n| server | hit | missed | false | silent | no label | recall | precision |\n| --- | --: | --: | --: | --: | --: | --: | --: |\n")
	for _, s := range servers {
		var sum score
		for _, c := range s.scores {
			sum.add(*c)
		}
		p.row(s.Repo, sum)
	}
}

func (p *page) misses(servers []*server) {
	p.f("\n### Missed\n\n")
	var missed []label
	var wrong []falseFinding
	for _, s := range servers {
		missed, wrong = append(missed, s.missed...), append(wrong, s.wrong...)
	}
	slices.SortStableFunc(missed, func(a, b label) int { return cmp.Compare(a.Rule, b.Rule) })
	for _, l := range missed {
		p.f("- %s: %s %s:%d: %s\n", l.Rule, l.Repo, l.File, l.Line, l.Why)
	}
	p.f("\n### False\n\n")
	for _, f := range wrong {
		p.f("- %s %s:%d: %s\n  Right as it is: %s\n", f.label.Repo, f.label.File, f.label.Line, f.message, f.label.Why)
	}
	if len(wrong) == 0 {
		p.f("None at a labelled place.\n")
	}
}

func (p *page) mistakes(cases []*mistake) {
	p.f("\n## Real mistakes and their fixes\n\nEach was found and mended by the people of that project. The package is looked at as it was before the fix, where the mistake\nmust be reported, and after it, where it must not.\n\n")
	p.f("| mistake | rules | outcome | what it is |\n| --- | --- | --- | --- |\n")
	tried, hit := 0, 0
	for _, c := range cases {
		if c.result != notTried && c.result != notLoaded {
			tried++
		}
		if c.result == found || c.result == onlyLow {
			hit++
		}
		p.f("| %s | %s | %s | %s |\n", c.ID, strings.Join(rulesOf[c.Rule], ", "), c.result, strings.ReplaceAll(c.Shape, "|", "\\|"))
	}
	p.f("\nFound and silent after the fix: %d of the %d that load.\n", hit, tried)
}
