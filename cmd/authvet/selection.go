package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/authvet/authvet/cmd/authvet/internal/report"
)

// selection is which findings -since and -baseline leave.
type selection struct {
	changes  *changes        // nil without -since
	accepted map[string]bool // fingerprints
}

// newSelection reads what it needs before anything is analysed, so that mistakes are known at once.
func newSelection(opts *options) (s selection, err error) {
	if opts.since != "" {
		if s.changes, err = changesSince(opts.since); err != nil {
			return s, wrongUsage{err}
		}
	}
	if opts.baseline != "" && !opts.writeBaseline {
		if s.accepted, err = readBaseline(opts.baseline); err != nil {
			return s, wrongUsage{err}
		}
	}
	return s, nil
}

// of returns the findings that are selected.
func (s selection) of(findings []finding) []finding {
	return slices.DeleteFunc(findings, func(f finding) bool {
		return s.accepted[f.fingerprint] || s.changes != nil && !s.changes.has(&f)
	})
}

// sign gives the findings their fingerprints. All findings take part, since those that are alike are counted.
func sign(findings []finding, sources *report.Sources) {
	signed := located(findings)
	report.Sign(signed, sources)
	for i, f := range signed {
		findings[i].fingerprint = f.Fingerprint
	}
}

// accept writes the findings to the baseline and says so.
func accept(opts *options, folder string, findings []finding, stderr io.Writer) error {
	findings = slices.DeleteFunc(findings, func(f finding) bool { return !isFinding(f) })
	if err := writeBaseline(opts.baseline, projectRoot(folder), located(findings)); err != nil {
		return wrongUsage{err}
	}
	fmt.Fprintf(stderr, "authvet: %d findings accepted in %s\n", len(findings), opts.baseline)
	return nil
}
