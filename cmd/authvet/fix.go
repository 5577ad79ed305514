package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
)

// applyFixes has the driver apply the suggested fixes to the files. The vet
// cache loses no fixes: go vet does not take a result cached without fixes for
// one with them. So it need not fix what it only passes through.
func applyFixes(opts *options, stdout, stderr io.Writer) error {
	cmd, err := driverCmd(opts, "-fix")
	if err != nil {
		return err
	}
	out := runDriver(cmd, stderr)
	stdout.Write(out.stdout)
	if out.err != nil {
		return explain(out.err, out.stderr)
	}
	return nil
}

// printFixes prints the suggested fixes of the packages asked for as a diff, and
// reports whether there are any.
func printFixes(opts *options, want *asked, stdout, stderr io.Writer) (found bool, err error) {
	cmd, err := driverCmd(opts, "-fix", "-diff")
	if err != nil {
		return false, err
	}
	out := runDriver(cmd, stderr)
	diffs := splitDiff(out.stdout)
	for _, file := range slices.Sorted(maps.Keys(diffs)) {
		if want.hasFile(file) {
			fmt.Fprint(stdout, diffs[file])
			found = true
		}
	}
	// The exit code tells no failure from a diff; a failure has said something.
	if out.err != nil && out.stderr != "" {
		err = explain(out.err, out.stderr)
	}
	return found, err
}

// splitDiff splits what -diff printed by file. A file that was analysed with and
// without its package's tests comes twice: the longer diff stays.
func splitDiff(data []byte) map[string]string {
	const fromStart, fromEnd = "--- ", " (old)\n"
	diffs := make(map[string]string)
	var file string
	var diff []byte
	keep := func() {
		if old := diffs[file]; file != "" && (len(diff) > len(old) || len(diff) == len(old) && string(diff) > old) {
			diffs[file] = string(diff)
		}
		diff = nil
	}
	for line := range bytes.Lines(data) {
		if bytes.HasPrefix(line, []byte(fromStart)) && bytes.HasSuffix(line, []byte(fromEnd)) {
			keep()
			file = string(line[len(fromStart) : len(line)-len(fromEnd)])
		}
		diff = append(diff, line...)
	}
	keep()
	return diffs
}
