package rule

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/path"
)

var lateStatus = Rule{
	ID:      "late-status",
	Summary: "a status that can no longer reach the client: another one has been sent before",
	Brief:   "too late: a status has left already",
	Why: `The status line leaves with WriteHeader or with the first byte of the body, and only once (RFC 9110 section 15: one
final response per request). A status that is named after that is dropped: the client sees the earlier one, often a
200 in front of an error message.`,
	Mend: `Send the status first, then the body. After http.Error, return. Headers are too late as well: they leave together with
the status. An encoder that can fail after it has begun to write needs a buffer in between. WriteHeader(200) after the body is not
needed: the first byte has sent it.`,
	Bad: `package p

import (
	"io"
	"net/http"
)

func handler(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "no such page")
	w.WriteHeader(http.StatusNotFound)
}
`,
	Good: `package p

import (
	"io"
	"net/http"
)

func handler(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNotFound)
	io.WriteString(w, "no such page")
}
`,
	check: checkLateStatus,
}

func checkLateStatus(p *Package) []Finding {
	var findings []Finding
	for _, w := range p.Walks {
		for i := range w.Answers {
			if a := &w.Answers[i]; late(a) && !shares(w, a) && w.Met(i, p.Entries) && (p.Entries[w].Fresh || !superfluous(a)) {
				findings = append(findings, lateAnswer(a))
			}
		}
		for i := range w.Adapted {
			if a := &w.Adapted[i]; late(a) && !a.PassedOn() {
				findings = append(findings, lateAnswer(a))
			}
		}
	}
	return firstOfEach(findings)
}

// firstOfEach keeps one finding for each error that was sent and then gone past: it is one mistake, a missing return, however
// many statuses come after it. The one that is kept is that which the path comes to first.
func firstOfEach(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.round(), b.round()), cmp.Compare(a.At, b.At), -cmp.Compare(a.Confidence, b.Confidence), cmp.Compare(a.Message, b.Message))
	})
	past, told := make(map[token.Pos]bool), make(map[token.Pos]bool)
	var kept []Finding
	for _, f := range findings {
		if told[f.At] {
			continue // one place is told of once, and says nothing of another error
		}
		if f.wentPast {
			if before := f.Related[0].At; past[before] {
				continue
			} else {
				past[before] = true
			}
		}
		told[f.At] = true
		kept = append(kept, f)
	}
	return kept
}

// round is 1 for what comes later than it stands: it is deferred, or comes around in a loop.
func (f *Finding) round() int {
	if f.deferred || f.wentPast && f.At < f.Related[0].At {
		return 1
	}
	return 0
}

// late reports whether an answer names a status after another has certainly left.
func late(a *path.Answer) bool {
	if !a.Explicit || a.Asked || a.Prior.Sure != path.Failed && a.Prior.Sure != path.Certain || a.Prior.At.Pos == a.Instr.Pos() {
		return false
	}
	return !a.Again() || secondAnswer(a) || superfluous(a)
}

// secondAnswer reports whether an answer that repeats the status which has left is one too many: the client gets two bodies in one,
// or the log a warning.
func secondAnswer(a *path.Answer) bool {
	status, _ := a.Status.Int()
	return (status >= 400 && !a.Repeats || a.Body && a.Prior.Explicit) && a.Prior.Body && !a.Default
}

// superfluous reports whether an answer is a mere status, and the 200 that the first byte of the body has sent. The client sees nothing
// of it, but net/http and echo write a warning for each request: whoever wrote the call believes that the status waits for it.
func superfluous(a *path.Answer) bool {
	call, ok := a.Instr.(ssa.CallInstruction)
	now, known := a.Status.Int()
	if before, _ := a.Prior.Status.Int(); !ok || !known || now != before || a.Prior.Explicit || a.Prior.Sure != path.Certain {
		return false
	}
	row := event.RowOf(call.Common())
	return row != nil && row.Does == api.Commits
}

func lateAnswer(a *path.Answer) Finding {
	f := Finding{At: a.Pos(), Confidence: Medium, Trace: a.Trace(),
		Related: []Related{{a.Prior.At.Pos, "the answer has left here"}}}
	now, known := a.Status.Int()
	before, knownBefore := a.Prior.Status.Int()
	_, f.deferred = a.Instr.(*ssa.Defer)
	f.wentPast = knownBefore && before >= 400 && a.By == ""
	lost, sent := "this status", "another status has"
	if known {
		lost = fmt.Sprintf("status %d", now)
	}
	if knownBefore {
		sent = fmt.Sprintf("%d has", before)
	}
	f.Message = fmt.Sprintf("%s cannot reach the client: %s been sent before on this path", lost, sent)
	switch {
	case superfluous(a):
		f.Message = fmt.Sprintf("this call sends nothing: %s been sent before on this path, with the first byte of the body", sent)
	case a.Again() && !knownBefore:
		f.Message = "this is a second answer: the same status has been sent before on this path, with a body"
	case a.Again():
		f.Message = fmt.Sprintf("this is a second answer: %s been sent before on this path, with a body", sent)
	}
	if a.Inner != nil && a.Inner.Site.Pos.IsValid() {
		f.Related = append(f.Related, Related{a.Inner.Site.Pos, "the status that is lost stands here"})
	}
	if a.By != "" && !a.Default {
		f.Message = fmt.Sprintf("%s makes a second answer of what is returned here: %s been sent before on this path", a.By, sent)
	}
	switch {
	case a.Prior.Sure == path.Failed:
		f.Message += ", by the write that has failed: all that can be done is to log it"
		if now < 400 || !writesHere(a) {
			f.Confidence = Low // of what has failed in a function that was called, those who ask what it was may know better
		}
	case known && now >= 400 && knownBefore && before < 300:
		f.Confidence = High
	}
	return f
}

// writesHere reports whether what was sent before the answer was written by a call in the function itself, and not by one in a function
// of the program that it calls.
func writesHere(a *path.Answer) bool {
	for _, block := range a.Instr.Parent().Blocks {
		for _, instr := range block.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || instr.Pos() != a.Prior.At.Pos {
				continue
			}
			callee := call.Common().StaticCallee()
			return callee == nil || event.RowOf(call.Common()) != nil
		}
	}
	return false
}
