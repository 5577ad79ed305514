package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/authvet/authvet/cmd/authvet/internal/report"
)

// The values of -format.
const (
	formatText   = "text"
	formatJSON   = "json"
	formatSARIF  = "sarif"
	formatGitHub = "github"
	formatHTML   = "html"
)

var formats = []string{formatText, formatJSON, formatSARIF, formatGitHub, formatHTML}

// outlet is where findings are written to, and how.
type outlet struct {
	format string
	folder string // the current one: text names files from here
	to     *bufio.Writer
	file   *os.File // of -o, nil for standard output
	seen   bool     // somebody sits in front of it
	colour bool
}

// openOutput opens the file of -o before anything is analysed, so that a wrong name is known at once.
func openOutput(opts *options, stdout io.Writer) (*outlet, error) {
	out := &outlet{format: opts.format}
	if folder, err := os.Getwd(); err == nil {
		out.folder = folder // else paths stay as they are
	}
	if opts.output != "" {
		file, err := os.Create(opts.output)
		if err != nil {
			return nil, wrongUsage{err}
		}
		out.file, stdout = file, file
	}
	out.seen = isTerminal(stdout)
	out.colour = out.seen && wantsColour()
	out.to = bufio.NewWriter(stdout)
	return out, nil
}

// write writes the findings. They are complete if everything was analysed.
func (out *outlet) write(findings []finding, sources *report.Sources, complete bool) error {
	switch {
	case out.format == formatText && !out.seen:
		printText(out.to, out.folder, findings)
		return nil
	case out.format == formatJSON:
		return printJSON(out.to, findings)
	}
	r := newReport(located(findings), sources, projectRoot(out.folder), complete)
	switch out.format {
	case formatText:
		return report.Terminal(out.to, r, out.folder, out.colour)
	case formatSARIF:
		return report.SARIF(out.to, r)
	case formatGitHub:
		return report.GitHub(out.to, r)
	case formatHTML:
		return report.HTML(out.to, r)
	}
	return fmt.Errorf("nothing writes -format=%s", out.format)
}

func (out *outlet) close() error {
	err := out.to.Flush()
	if out.file != nil && err == nil {
		err = out.file.Close()
	}
	return err
}

// projectRoot is the folder of the repository around a folder, or that folder itself: code review names files from there.
func projectRoot(folder string) string {
	if root := report.Above(folder, ".git"); root != "" {
		return root
	}
	return folder
}
