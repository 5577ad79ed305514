package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"
)

// commands are the workflow commands for the levels of SARIF.
var commands = map[string]string{levelError: "error", levelWarning: "warning", levelNote: "notice"}

// What GitHub unescapes in a message, and in a property besides.
var (
	escapeMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes findings as workflow commands, which GitHub Actions shows as annotations of the lines.
func GitHub(w io.Writer, r *Report) error {
	urls := make(map[string]string)
	for _, rule := range r.Rules {
		urls[rule.ID] = rule.URL
	}
	var failed error
	for _, f := range r.Findings {
		file, _ := relative(r.Root, f.File)
		start := r.Sources.utf16Column(f.File, f.Line, f.Column)
		end := r.Sources.utf16Column(f.File, f.EndLine, f.EndColumn)
		columns := ""
		if f.EndLine == f.Line { // GitHub takes columns only within a line
			columns = fmt.Sprintf(",col=%d,endColumn=%d", start, end)
		}
		message := f.said()
		if url := urls[f.Rule]; url != "" {
			message += "\n" + url
		}
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,endLine=%d%s,title=%s::%s\n", commands[f.level()], escapeProperty.Replace(file),
			f.Line, f.EndLine, columns, escapeProperty.Replace("authvet "+f.Rule), escapeMessage.Replace(message))
		failed = cmp.Or(failed, err)
	}
	return failed
}
