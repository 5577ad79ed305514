package compare

import (
	"fmt"
	"slices"
	"strings"

	"github.com/authvet/authvet/internal/generate/grammar"
	"github.com/authvet/authvet/internal/generate/look"
	"github.com/authvet/authvet/internal/generate/wire"
)

// Disagreement is one mistake that was missed, or one finding that nothing on the wire bears out.
type Disagreement struct {
	Handler *grammar.Handler
	Rule    string
	Missed  bool
	Line    grammar.Line
	Says    string // the finding; or the request that shows the mistake
}

func (d Disagreement) String() string {
	kind := "false"
	if d.Missed {
		kind = "missed"
	}
	return fmt.Sprintf("%s %s at %v: %s", kind, d.Rule, d.Line, d.Says)
}

// Key tells disagreements of one handler apart, wherever its lines have moved.
func (d Disagreement) Key() string { return fmt.Sprintf("%s %v", d.Rule, d.Missed) }

// Outcome is what comparing one package has come to.
type Outcome struct {
	Disagreements []Disagreement
	Unknown       []*grammar.Handler // the analyzer says itself that it has not followed all of them
	Faults        map[string]int     // mistakes that had to be found, by rule: handlers
	Findings      map[string]int
	Excused       map[string]int // mistakes that did not have to be, by the reason: handlers
	Dead          int            // findings in a helper or closure, in code to which no caller ever comes
	After         int            // findings that nothing bears out, on what is done after the next handler alone: that may not have answered
}

// Compare holds the findings in a package against the requests to its handlers.
func Compare(s *grammar.Source, result *look.Result, records map[int][]*wire.Record) *Outcome {
	out := &Outcome{Faults: make(map[string]int), Findings: make(map[string]int), Excused: make(map[string]int)}
	findings := make(map[*grammar.Handler][]look.Finding)
	for _, f := range result.Findings {
		owner := s.Owner[f.At]
		findings[owner] = append(findings[owner], f)
	}
	for _, f := range findings[nil] { // in what all handlers share, where there is nothing wrong
		out.Disagreements = append(out.Disagreements, Disagreement{Handler: s.Handlers[0], Rule: f.Rule, Line: f.At, Says: f.Message})
	}
	unknown := unknownOf(s, result)
	for _, h := range s.Handlers {
		c := &comparison{Source: s, h: h, faults: truth(s, records[h.ID]), findings: findings[h]}
		c.reached, c.after = reached(records[h.ID], anything)
		_, c.bare = reached(records[h.ID], asksForCredentials)
		c.count(out)
		out.Disagreements = append(out.Disagreements, c.unfounded(out)...)
		if unknown[h] {
			out.Unknown = append(out.Unknown, h)
			continue
		}
		out.Disagreements = append(out.Disagreements, c.missed()...)
	}
	return out
}

// unknownOf finds the handlers of which the analyzer says that it has not followed them to every end. What comes after the next
// handler it never knows, and no handler is unknown for that.
func unknownOf(s *grammar.Source, result *look.Result) map[*grammar.Handler]bool {
	unknown := make(map[*grammar.Handler]bool)
	for line := range result.GaveUp {
		unknown[s.Owner[line]] = true
	}
	for line := range result.Unseen {
		if !s.Nexts[line] {
			unknown[s.Owner[line]] = true
		}
	}
	return unknown
}

// comparison is that of one handler.
type comparison struct {
	*grammar.Source
	h        *grammar.Handler
	faults   []fault
	findings []look.Finding
	reached  map[grammar.Line]bool
	after    map[grammar.Line]bool
	bare     map[grammar.Line]bool // as after, of the statuses that want a challenge alone
}

// reached are the lines that have done something of a kind to a response, and those that have done so after the next handler was called,
// and else only where something had been sent.
func reached(records []*wire.Record, kind func(*wire.Event) bool) (lines, after map[grammar.Line]bool) {
	lines, after = make(map[grammar.Line]bool), make(map[grammar.Line]bool)
	fresh := make(map[grammar.Line]bool)
	for _, r := range records {
		handed, sent := false, false
		for i := range r.Events {
			e := &r.Events[i]
			handed = handed || e.Kind == 'n'
			for _, l := range e.Lines() {
				if kind(e) {
					lines[l], after[l], fresh[l] = true, after[l] || handed, fresh[l] || !handed && !sent
				}
			}
			sent = true
		}
	}
	for l := range fresh {
		after[l] = after[l] && !fresh[l]
	}
	return lines, after
}

func anything(*wire.Event) bool { return true }

func asksForCredentials(e *wire.Event) bool {
	return e.Kind == 'c' && (e.Code == 401 || e.Code == 407)
}

func (c *comparison) count(out *Outcome) {
	for _, reason := range Reasons {
		if slices.ContainsFunc(c.faults, func(f fault) bool { return f.excuse == reason && !c.told(f) }) {
			out.Excused[reason]++
		}
	}
	for _, rule := range look.Rules {
		if slices.ContainsFunc(c.faults, func(f fault) bool { return f.owed && f.rule == rule }) {
			out.Faults[rule]++
		}
		if slices.ContainsFunc(c.findings, func(f look.Finding) bool { return f.Rule == rule }) {
			out.Findings[rule]++
		}
	}
}

// unfounded lists the findings that no request bears out. A helper or closure is judged by itself, so that what it does is reported
// although no caller of today has it do so: that is counted, and is no disagreement.
func (c *comparison) unfounded(out *Outcome) []Disagreement {
	var all []Disagreement
	for _, f := range c.findings {
		if (c.Closed[f.At] != nil || c.Fn[f.At] > 0) && !c.reached[f.At] {
			out.Dead++
			continue
		}
		if slices.ContainsFunc(c.faults, func(x fault) bool { return x.rule == f.Rule && c.meet(x.lines, f.At) }) {
			continue
		}
		if c.after[f.At] || f.Rule == "missing-challenge" && c.bare[f.At] {
			out.After++
			continue
		}
		all = append(all, Disagreement{Handler: c.h, Rule: f.Rule, Line: f.At, Says: f.Message})
	}
	return all
}

// missed lists the mistakes that no finding tells of.
func (c *comparison) missed() []Disagreement {
	var all []Disagreement
	for _, x := range c.faults {
		if !x.owed || c.told(x) {
			continue
		}
		d := Disagreement{Handler: c.h, Rule: x.rule, Missed: true, Says: "as " + strings.TrimPrefix(x.query, "&") + " shows"}
		if len(x.lines) > 0 {
			d.Line = x.lines[0]
		}
		all = append(all, d)
	}
	return all
}

func (c *comparison) told(x fault) bool {
	for _, f := range c.findings {
		if f.Rule == x.rule && c.meet(x.lines, f.At) {
			return true
		}
		if x.rule == "late-status" && c.insteadOf(x, f) {
			return true
		}
	}
	return false
}

// insteadOf reports whether a finding is the advice that is given instead of one about a late status: on the error that was gone
// past, or on another status that was lost to the same one.
func (c *comparison) insteadOf(x fault, f look.Finding) bool {
	if f.Rule == "denial-falls-through" || f.Rule == "late-status" {
		if c.meet(x.prior, f.At) {
			return true
		}
	}
	return f.Rule == "late-status" && slices.ContainsFunc(f.Related, func(at grammar.Line) bool { return c.meet(x.prior, at) })
}

// meet reports whether a finding stands at a call, or at one around it. A deferred call runs elsewhere than it stands, and what is
// returned to an adapter is sent there.
func (c *comparison) meet(lines []grammar.Line, at grammar.Line) bool {
	if c.Defers[at] || slices.ContainsFunc(lines, func(l grammar.Line) bool { return l == at || c.Starts[l] == at }) {
		return true
	}
	return c.Returns[at] && len(lines) > 0 && c.Owner[lines[0]] == nil
}
