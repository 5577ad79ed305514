package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/authvet/authvet/analyzer"
)

// TestWindowsPaths has findings in files of Windows in every format. Nothing is read from them, so that it runs on all systems: paths
// are told apart by what they look like.
func TestWindowsPaths(t *testing.T) {
	at := Place{`C:\Work\m\a b\p.go`, 6, 3, 6, 10}
	f := Finding{Package: "m/p", Rule: "late-status", Confidence: "high", Message: "wrong", Place: at,
		Path:    []Branch{{Place{`c:\work\m\a b\p.go`, 5, 5, 5, 9}, true}},
		Related: []Note{{Place{`D:\lib\l.go`, 9, 1, 9, 2}, "it leaves there"}, {Place{`\\host\share\s.go`, 1, 1, 1, 2}, "and here"}}}
	sources := NewSources()
	findings := []Finding{f}
	Sign(findings, sources)
	r := &Report{Findings: findings, Rules: analyzer.Rules(), Root: `C:\Work\m`, Complete: true, Sources: sources}
	for name, test := range map[string]struct {
		write  func(*bytes.Buffer) error
		pieces []string
	}{
		"sarif":    {func(to *bytes.Buffer) error { return SARIF(to, r) }, []string{`"uri": "a%20b/p.go",`, `"uri": "file:///D:/lib/l.go"`, `"uri": "file://host/share/s.go"`}},
		"github":   {func(to *bytes.Buffer) error { return GitHub(to, r) }, []string{"::error file=a b/p.go,line=6,endLine=6,col=3,endColumn=10,"}},
		"html":     {func(to *bytes.Buffer) error { return HTML(to, r) }, []string{">a b/p.go:6:3</a>", "D:/lib/l.go:9: it leaves there", "//host/share/s.go:1: and here"}},
		"terminal": {func(to *bytes.Buffer) error { return Terminal(to, r, r.Root, false) }, []string{"p.go:6:3: late-status: wrong\n"}},
	} {
		var out bytes.Buffer
		if err := test.write(&out); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, piece := range test.pieces {
			if !strings.Contains(out.String(), piece) {
				t.Errorf("%s: no %s in\n%s", name, piece, out.String())
			}
		}
		if strings.Contains(out.String(), `C:\`) && name != "terminal" {
			t.Errorf("%s has a path with backslashes:\n%s", name, out.String())
		}
	}
}
