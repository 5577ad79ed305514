package report

import (
	"cmp"
	"io"
	"slices"
)

// pageData is what the page shows.
type pageData struct {
	Version      string
	Complete     bool
	Rules        []pageCount // those with findings
	Packages     []pageCount
	Confidences  []pageCount
	Findings     []pageFinding
	Explanations []pageFinding
}

// pageCount is how many findings there are of something.
type pageCount struct {
	Name, About, URL string
	Count            int
}

type pageFinding struct {
	Finding
	Level     string
	Name      string // of the file, from the root
	URL       string // of the rule
	Lines     []excerptLine
	Elsewhere []pageNote
}

type pageNote struct {
	Name string // of the file, from the root
	Note
}

// HTML writes findings as one page that needs nothing else: no network, and no other file.
func HTML(w io.Writer, r *Report) error {
	findings, explanations := r.split()
	data := pageData{Version: r.Version, Complete: r.Complete,
		Packages:     counts(findings, func(f Finding) string { return f.Package }),
		Rules:        r.describe(counts(findings, func(f Finding) string { return f.Rule })),
		Findings:     r.pageFindings(findings),
		Explanations: r.pageFindings(explanations)}
	for _, confidence := range []string{"high", "medium", "low"} {
		for _, c := range counts(findings, func(f Finding) string { return f.Confidence }) {
			if c.Name == confidence {
				data.Confidences = append(data.Confidences, c)
			}
		}
	}
	_, err := io.WriteString(w, string(data.markup()))
	return err
}

func (r *Report) pageFindings(findings []Finding) []pageFinding {
	urls := make(map[string]string)
	for _, rule := range r.Rules {
		urls[rule.ID] = rule.URL
	}
	var all []pageFinding
	for _, f := range findings {
		shown := pageFinding{Finding: f, Level: f.level(), URL: urls[f.Rule]}
		shown.Name, _ = relative(r.Root, f.File)
		var elsewhere []Note
		if f.Rule != Why {
			shown.Lines, elsewhere = r.Sources.excerpt(&f, r.brief(&f))
		}
		for _, n := range elsewhere {
			name, _ := relative(r.Root, n.File)
			shown.Elsewhere = append(shown.Elsewhere, pageNote{name, n})
		}
		all = append(all, shown)
	}
	return all
}

// counts counts findings by what they have in common, the most frequent first.
func counts(findings []Finding, by func(Finding) string) []pageCount {
	number := make(map[string]int)
	for _, f := range findings {
		number[by(f)]++
	}
	var all []pageCount
	for name, n := range number {
		all = append(all, pageCount{Name: name, Count: n})
	}
	slices.SortFunc(all, func(a, b pageCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// describe says what the rules are about.
func (r *Report) describe(rules []pageCount) []pageCount {
	for i := range rules {
		for _, rule := range r.Rules {
			if rule.ID == rules[i].Name {
				rules[i].About, rules[i].URL = rule.Summary, rule.URL
			}
		}
	}
	return rules
}
