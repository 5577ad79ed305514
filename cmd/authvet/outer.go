package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/authvet/authvet/cmd/authvet/internal/report"
)

// runOuter does what the options ask for and returns the exit code.
func runOuter(opts *options, stdout, stderr io.Writer) int {
	found, err := check(opts, stdout, stderr)
	switch {
	case errors.As(err, new(wrongUsage)):
		return usageError(err, stdout, stderr)
	case err != nil:
		fmt.Fprintf(stderr, "authvet: %v\n", err)
		return exitFailed
	case found:
		return exitFailed
	}
	return exitClean
}

// check runs the analysis and prints what it found; it reports whether that was
// anything. What was found is printed even if there is an error as well.
func check(opts *options, stdout, stderr io.Writer) (found bool, err error) {
	if opts.dir != "" {
		if err := os.Chdir(opts.dir); err != nil {
			return false, err
		}
	}
	want, err := listAsked(opts, stderr)
	if err != nil {
		return false, err
	}
	if opts.diff {
		return printFixes(opts, want, stdout, stderr)
	}
	selected, err := newSelection(opts)
	if err != nil {
		return false, err
	}
	out, err := openOutput(opts, stdout)
	if err != nil {
		return false, err
	}
	if opts.fix {
		if err := applyFixes(opts, stdout, stderr); err != nil {
			return false, err
		}
	}
	findings, err := analyse(opts, want, stderr)
	sources := report.NewSources()
	sign(findings, sources)
	if opts.writeBaseline && err == nil { // half of the findings would make the others look new
		return false, accept(opts, out.folder, findings, stderr)
	}
	findings = selected.of(findings)
	err = errors.Join(err, out.write(findings, sources, err == nil), out.close())
	if isTerminal(stderr) && err == nil {
		printSummary(stderr, findings)
	}
	return slices.ContainsFunc(findings, isFinding), err
}

// isFinding tells a finding from what -why explains: an explanation is no fault.
func isFinding(f finding) bool { return f.Category != "why" }

// analyse returns the findings of the packages asked for. It may return both
// findings and an error.
func analyse(opts *options, want *asked, stderr io.Writer) ([]finding, error) {
	cmd, err := driverCmd(opts, "-json")
	if err != nil {
		return nil, err
	}
	out := watched(stderr, len(want.dirs), func(stderr io.Writer) output { return runDriver(cmd, stderr) })
	findings, err := readFindings(out.stdout, want)
	if out.err != nil {
		// What cannot be read or analysed follows from this.
		return findings, explain(out.err, out.stderr)
	}
	return findings, err
}
