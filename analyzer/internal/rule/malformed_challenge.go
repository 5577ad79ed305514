package rule

import (
	"fmt"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/challenge"
	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/path"
)

var malformedChallenge = Rule{
	ID:      "malformed-challenge",
	Summary: "a challenge that clients cannot parse, or under a header name that they do not know",
	Brief:   "no challenge that clients know",
	Why: `A challenge is a scheme followed by parameters (RFC 9110 section 11.6.1). A client that cannot parse it sees no
challenge at all, so that the 401 is as bare as one without the header.`,
	Mend: `Write a scheme, a space, and parameters with quoted values, separated by commas: Basic realm="x", charset="UTF-8". The
message says at which byte a client stops reading. authvet -fix adds the quote or the comma, and corrects the name of the
header, where only one reading is possible.`,
	Bad: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", "Basic realm=Restricted area")
	w.WriteHeader(http.StatusUnauthorized)
}
`,
	Good: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted area\"`" + `)
	w.WriteHeader(http.StatusUnauthorized)
}
`,
	check: checkMalformedChallenge,
}

func checkMalformedChallenge(p *Package) []Finding {
	var findings []Finding
	for _, w := range p.Walks {
		for i := range w.Headers {
			findings = append(findings, malformed(w, &w.Headers[i])...)
		}
		for i := range w.Answers {
			findings = append(findings, misspelt(&w.Answers[i])...)
		}
	}
	return findings
}

// malformed judges the value of one challenge header.
func malformed(w *path.Walk, h *path.Header) []Finding {
	if h.Value == nil {
		return nil
	}
	var findings []Finding
	for _, v := range alternatives(h.Value) {
		value := pattern(event.TextOf(v))
		if value.String() == "" {
			continue // no challenge at all: missing-challenge says so
		}
		for _, problem := range challenge.Check(value, statusAfter(w, h)) {
			f := Finding{At: h.Instr.Pos(), Confidence: High, Trace: h.Trace(),
				Message: fmt.Sprintf("%s: byte %d: %s", h.Name, problem.Offset, problem.Text)}
			if problem.Low {
				f.Confidence = Low
			}
			if problem.Fix != nil {
				f.Fix = Fix{Kind: EditValue, Value: value.String(), Edits: problem.Fix}
			}
			findings = append(findings, f)
		}
	}
	return findings
}

// alternatives are the values that v may be: those that meet in it, or v itself.
func alternatives(v ssa.Value) []ssa.Value {
	if phi, ok := v.(*ssa.Phi); ok {
		return phi.Edges
	}
	return []ssa.Value{v}
}

// statusAfter is the status that is sent with the header, if it is always the same; else 0.
func statusAfter(w *path.Walk, h *path.Header) int {
	status := 0
	for i := range w.Answers {
		a := &w.Answers[i]
		if a.Marks[path.WWW].At != h.Instr.Pos() && a.Marks[path.Proxy].At != h.Instr.Pos() {
			continue
		}
		code, ok := a.Status.Int()
		if !ok || status != 0 && status != code {
			return 0
		}
		status = code
	}
	return status
}

func pattern(text event.Text) challenge.Pattern {
	var p challenge.Pattern
	for _, piece := range text {
		q := challenge.Piece{Text: piece.Text}
		switch piece.Hole {
		case event.Any:
			q.Hole = challenge.Any
		case event.Quoted:
			q.Hole = challenge.Quoted
		case event.Digits:
			q.Hole = challenge.Number
		}
		p = append(p, q)
	}
	return p
}

// misspelt judges a 401 before which a header was set whose name nearly is the right one.
func misspelt(a *path.Answer) []Finding {
	code, _ := a.Status.Int()
	header, ok := wanted(code)
	if !ok || a.Odd.Name == "" || a.Marks[header].Kind == path.Set {
		return nil
	}
	want, low, ok := challenge.NearMiss(a.Odd.Name)
	if !ok {
		return nil
	}
	f := Finding{At: a.Odd.At, Confidence: High, Trace: a.Trace(), Fix: Fix{Kind: RenameHeader, Value: want},
		Message: fmt.Sprintf("no client looks for the header %s: the name is %s", a.Odd.Name, want),
		Related: []Related{{a.Instr.Pos(), fmt.Sprintf("the %d is sent here", code)}}}
	if low {
		f.Confidence, f.Fix = Low, Fix{}
	}
	return []Finding{f}
}
