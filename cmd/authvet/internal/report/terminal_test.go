package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

func terminalText(t *testing.T, r *Report, colour bool) string {
	t.Helper()
	var out bytes.Buffer
	if err := Terminal(&out, r, r.Root, colour); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTerminal(t *testing.T) {
	r := sample(t, handler)
	second := r.Findings[0]
	second.Rule, second.Confidence, second.Message = "missing-challenge", "high", "no"
	second.Path = nil
	second.Related = append(second.Related, Note{Place{File: "/elsewhere/lib.go", Line: 9, Column: 1}, "it leaves there"})
	r.Findings = append(r.Findings, second)
	r.Findings[0].Message = "wrong"
	const want = `a b/p.go:6:3: late-status: wrong (medium)
     3 | func (s *Server[T]) login(w W, r *R) {
     4 |     if r.é == "" && r.Admin(  <- r.é == "" is true; this decides
     6 |         deny(w)
       |         ~~~~~~~ too late: a status has left already

a b/p.go:6:3: missing-challenge: no
     3 | func (s *Server[T]) login(w W, r *R) {
     4 |     if r.é == "" && r.Admin(  <- r.é == "" && r.Admin(… is true
     6 |         deny(w)
       |         ~~~~~~~ leaves with no challenge
       = /elsewhere/lib.go:9:1: it leaves there
`
	if got := terminalText(t, r, false); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	coloured := terminalText(t, r, true)
	if got := regexp.MustCompile("\x1b\\[[0-9]*m").ReplaceAllString(coloured, ""); got != want {
		t.Errorf("without its colours it is\n%s\nwant\n%s", got, want)
	}
	for _, piece := range []string{yellow + "late-status:" + regular, red + "missing-challenge:" + regular, yellow + "~~~~~~~ too late: a status has left already" + regular} {
		if !strings.Contains(coloured, piece) {
			t.Errorf("no %q in %q", piece, coloured)
		}
	}
}

// TestThreeLines has more conditions than are shown: the last ones stay, and the start.
func TestThreeLines(t *testing.T) {
	const text = `package p

func f() {
	if a {
		if b {
			if c {
				if d {
					deny(w)
				}
			}
		}
	}
}
`
	r := sample(t, strings.Replace(text, "if a {", `if r.x == "" && r.Admin {`, 1))
	f := &r.Findings[0]
	f.Related = nil
	for line := 5; line <= 7; line++ {
		f.Path = append(f.Path, Branch{Place{f.File, line, line, line, line + 1}, true})
	}
	var numbers []string
	for line := range strings.Lines(terminalText(t, r, false)) {
		if number, _, ok := strings.Cut(line, " |"); ok && strings.TrimSpace(number) != "" {
			numbers = append(numbers, strings.TrimSpace(number))
		}
	}
	if got := strings.Join(numbers, " "); got != "3 6 7 8" {
		t.Errorf("lines %s, want 3 6 7 8", got)
	}
}

// TestNoSteering: what stands in the code, or in a message that quotes it, must not steer the terminal.
func TestNoSteering(t *testing.T) {
	r := sample(t, strings.ReplaceAll(handler, "deny(w)\n\t}\n\tgo", "deny(w) // \x1b[2J\u009b\r\n\t}\n\tgo"))
	r.Findings[0].Message = "byte 3: \x1b[2J"
	if got := terminalText(t, r, false); strings.ContainsAny(got, "\x1b\u009b\r") || !strings.Contains(got, "deny(w) // ·[2J·") {
		t.Errorf("got %q", got)
	}
}
