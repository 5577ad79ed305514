// Package compare holds what the analyzer says of generated handlers against what their answers were on the wire.
package compare

import (
	"slices"

	"github.com/authvet/authvet/internal/generate/grammar"
	"github.com/authvet/authvet/internal/generate/wire"
)

// fault is one mistake that a request has shown.
type fault struct {
	rule   string
	query  string
	lines  []grammar.Line // the call that made it, and those around it
	prior  []grammar.Line // late-status: the calls that came first
	owed   bool           // it has to be reported; else it may be
	excuse string         // why it has not, where analysis does less than it could: that is counted
	helper int            // it was this helper that was called, by itself
}

// What analysis knowingly does not see: see docs/generator.md.
const (
	Repeated    = "a helper or closure, or what it calls, names the status that was sent from there before, after another"
	GivenStatus = "a helper goes on after a status that it was given, or a closure after one in a variable"
	Again       = "a denial's own body is what comes in another round, or of another deferred call of the same helper"
	Altered     = "a wrapper sends another status than it was given"
	AnswersToo  = "a helper or closure is called after a denial, gives an error answer of its own and goes on: another than the denial is told of as too late"
	Replaced    = "a helper of gin names a status that is too late, and then another"
	Waiting     = "a helper or closure of gin sends the first byte with a denial that waits, which its caller has named, and goes on"
)

// Reasons lists them.
var Reasons = []string{Repeated, GivenStatus, Again, AnswersToo, Altered, Replaced, Waiting}

// run is one request, read.
type run struct {
	*wire.Record
	first   int  // the event that has named the status which was sent, or sent the first of the body; -1 for none
	sent    int  // the event that has sent it: another one where a named status waits, as in gin
	named   bool // the first one named the status
	status  int
	denial  bool
	handed  int // the event at which the next handler was called; after the last for none
	through []*event
}

// event is an event that wrote something, and what had been written before.
type event struct {
	*wire.Event
	at      int
	body    bool // something of the body had been written before, by another call
	adapter bool // it is an adapter that sends what was returned to it
	nobody  bool // nothing of the body had been written before
}

func read(r *wire.Record, gin bool, adapter func(grammar.Line) bool) *run {
	x := &run{Record: r, first: -1, sent: len(r.Events), status: 200, handed: len(r.Events)}
	var bodies []*wire.Event
	for i := range r.Events {
		e := &r.Events[i]
		for len(e.Stack) > 1 && adapter(e.Lines()[len(e.Stack)-1]) {
			e.Stack = e.Stack[:len(e.Stack)-1] // it has called the handler
		}
		if e.Kind == 'n' {
			x.handed = min(x.handed, i)
		}
		if e.Kind == 'n' || e.Kind == 'h' {
			if gin {
				x.sent = min(x.sent, i)
			}
			continue
		}
		if e.Kind == 'c' && e.Code < 200 {
			continue
		}
		if x.first < 0 || e.Kind == 'c' && i < x.sent {
			x.first, x.named = i, e.Kind == 'c'
			if x.named {
				x.status = e.Code
			}
			x.denial = x.status == 401 || x.status == 403 || x.status == 407
		}
		if e.Kind == 'w' || !gin {
			x.sent = min(x.sent, i)
		}
		x.through = append(x.through, &event{Event: e, at: i, nobody: len(bodies) == 0, adapter: adapter(e.Lines()[0]),
			body: x.first < i && x.first >= 0 && slices.ContainsFunc(bodies, func(b *wire.Event) bool { return apart(b.Stack, e.Stack, r.Events[x.first].Stack) })})
		if e.Kind == 'w' {
			bodies = append(bodies, e)
		}
	}
	return x
}

// apart reports whether the function that has called both the first answer and a later event, or made them, has written a body at
// another place than that of the event: it can tell the one from the other.
func apart(body, event, first []int32) bool {
	shared := common(event, first)
	return common(event, body) == shared && shared < len(event) && !slices.Equal(body, event)
}

// common is how many calls around two events are the same.
func common(a, b []int32) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// truth finds the mistakes that the requests to one handler have shown.
func truth(s *grammar.Source, records []*wire.Record) []fault {
	adapter := func(l grammar.Line) bool { return s.Owner[l] == nil }
	var runs []*run
	for _, r := range records {
		if x := read(r, s.Handlers[0].Gin, adapter); r.Helper == 0 || x.first >= 0 {
			runs = append(runs, x)
		}
	}
	var all []fault
	for _, x := range runs {
		for _, list := range [][]fault{x.bare(s), x.errorAsOK(runs), x.goesOn(s, runs), x.late(s, runs)} {
			for _, f := range list {
				f.owed = f.owed && x.Helper == 0 && (f.rule != "error-as-ok" || !slices.ContainsFunc(f.lines, func(l grammar.Line) bool { return s.Closed[l] != nil }) && chooses(s, f.lines))
				if f.owed && f.excuse != "" {
					f.owed = false
				} else {
					f.excuse = ""
				}
				f.helper = x.Helper
				all = append(all, f)
			}
		}
	}
	return all
}

// chooses reports whether it is the handler itself that chooses the text which is written: a helper's own is not asked for, as some
// callers may name the status before.
func chooses(s *grammar.Source, lines []grammar.Line) bool {
	i := slices.IndexFunc(lines, func(l grammar.Line) bool { return !s.Given[l] })
	return i >= 0 && s.Fn[lines[i]] == 0
}

// bare is a 401 that has arrived without a challenge, or a 407.
func (x *run) bare(s *grammar.Source) []fault {
	if x.Status == 401 && !x.WWW || x.Status == 407 && !x.Proxy {
		if x.first >= 0 {
			f := fault{rule: "missing-challenge", query: x.Query, lines: x.Events[x.first].Lines(), owed: x.first < x.handed && (x.sent < x.handed || x.handed == len(x.Events))}
			if s.Alters[f.lines[0]] {
				f.excuse = Altered
			}
			return []fault{f}
		}
	}
	return nil
}

// errorAsOK is a body that says an error and has arrived with 200.
func (x *run) errorAsOK(runs []*run) []fault {
	if x.Status != 200 {
		return nil
	}
	for _, e := range x.through {
		if e.Kind == 'w' && e.nobody {
			before := x.Events[max(e.at-1, 0)]
			if before.Kind == 'c' && before.Code != 200 && common(before.Stack, e.Stack) == len(e.Stack) {
				return nil // it is the status that comes too late, and not the body that lacks one
			}
			if grammar.Refuses(e.Text) {
				return []fault{{rule: "error-as-ok", query: x.Query, lines: e.Lines(), owed: e.at < x.handed && !x.tooLate(e) && !e.adapter && chosen(runs, e.Stack)}}
			}
			return nil
		}
	}
	return nil
}

// tooLate reports whether the function that writes a body has named another status for it just before.
func (x *run) tooLate(e *event) bool {
	for i := e.at - 1; i >= 0 && (x.Events[i].Kind == 'c' || x.Events[i].Kind == 'h') && common(x.Events[i].Stack, e.Stack) >= len(e.Stack)-1; i-- {
		if x.Events[i].Kind == 'c' && x.Events[i].Code != 200 {
			return true
		}
	}
	return false
}

// chosen reports whether some request does without what is written at a place: a text that is always the same is data.
func chosen(runs []*run, stack []int32) bool {
	return slices.ContainsFunc(runs, func(y *run) bool {
		return y.Helper == 0 && !slices.ContainsFunc(y.Events, func(e wire.Event) bool { return slices.Equal(e.Stack, stack) })
	})
}

// goesOn is a denial after which the next handler has run, or an answer was given that the admitted get too.
func (x *run) goesOn(s *grammar.Source, runs []*run) []fault {
	if !x.denial || !x.named {
		return nil
	}
	denial := &x.Events[x.first]
	f := fault{rule: "denial-falls-through", query: x.Query, lines: denial.Lines()}
	var all []fault
	if x.handed < len(x.Events) && x.handed > x.first {
		f.owed = reachesNext(runs, x.Events[x.handed].Stack)
		all = append(all, x.wholly(s, f, x.handed))
	}
	for _, e := range x.through {
		if e.at > x.first && !slices.Equal(e.Stack, denial.Stack) {
			same := s.Handlers[0].Gin && e.Kind == 'c' && e.Code == x.status // to name the same again is no other answer
			f.owed, f.excuse = x.shares(runs, e) && e.at < x.handed && !same, ""
			switch {
			case given(runs, denial), s.Closed[denial.Lines()[0]] != nil && s.Varies[denial.Lines()[0]]:
				f.excuse = GivenStatus
			case x.again(e), twice(s, denial), twice(s, e.Event):
				f.excuse = Again
			case x.answersToo(s, denial, e):
				f.excuse = AnswersToo
			case x.sendsForCaller(s, e):
				f.excuse = Waiting
			}
			all = append(all, x.wholly(s, f, e.at))
		}
	}
	return all
}

// wholly adds the lines of all that the denial consists of, up to an event: of gin it is only the last of them that sends it.
func (x *run) wholly(s *grammar.Source, f fault, end int) fault {
	for i := x.first + 1; s.Handlers[0].Gin && i < end; i++ {
		f.lines = append(f.lines, x.Events[i].Lines()...)
	}
	return f
}

// twice reports whether a helper that is deferred in two places has done it: the stack does not tell the one from the other.
func twice(s *grammar.Source, e *wire.Event) bool {
	return slices.ContainsFunc(e.Lines(), func(l grammar.Line) bool { return s.Twice[l] })
}

// again reports whether what is done after a denial has been done before, since the denial, in the same place.
func (x *run) again(e *event) bool {
	return slices.ContainsFunc(x.Events[x.first:e.at], func(before wire.Event) bool { return slices.Equal(before.Stack, e.Stack) })
}

// answersToo reports whether a helper or closure that goes on after a denial somewhere else, by itself or by what it calls, has answered
// with an error between the two.
func (x *run) answersToo(s *grammar.Source, denial *wire.Event, e *event) bool {
	return slices.ContainsFunc(e.Lines(), func(here grammar.Line) bool {
		inHere := func(l grammar.Line) bool { return s.Fn[l] == s.Fn[here] && closure(s, l) == closure(s, here) }
		return (s.Fn[here] > 0 || closure(s, here) != nil) && !inHere(denial.Lines()[0]) && slices.ContainsFunc(x.Events[x.first+1:e.at], func(between wire.Event) bool {
			return between.Kind == 'c' && between.Code >= 400 && slices.ContainsFunc(between.Lines(), inHere)
		})
	})
}

// sendsForCaller reports whether the function that goes on after a denial has sent the first byte with a status that waited, and that
// another function has named.
func (x *run) sendsForCaller(s *grammar.Source, e *event) bool {
	if x.sent <= x.first || x.sent >= e.at {
		return false
	}
	named, sends := x.Events[x.first].Lines()[0], x.Events[x.sent].Lines()[0]
	inSender := func(l grammar.Line) bool { return s.Fn[l] == s.Fn[sends] && s.Closed[l] == s.Closed[sends] }
	return (s.Fn[sends] > 0 || s.Closed[sends] != nil) && !inSender(named) && slices.ContainsFunc(e.Lines(), inSender)
}

// given reports whether a helper names at a place the status that it was given: called by itself, it has named others.
func given(runs []*run, denial *wire.Event) bool {
	return slices.ContainsFunc(runs, func(y *run) bool {
		return y.Helper > 0 && slices.ContainsFunc(y.Events, func(e wire.Event) bool {
			return e.Kind == 'c' && e.Code != denial.Code && e.Stack[0] == denial.Stack[0]
		})
	})
}

// reachesNext reports whether the next handler was called at a place when nothing had been sent.
func reachesNext(runs []*run, stack []int32) bool {
	return slices.ContainsFunc(runs, func(y *run) bool {
		return y.handed < len(y.Events) && slices.Equal(y.Events[y.handed].Stack, stack) && (y.first < 0 || y.first > y.handed)
	})
}

// shares reports whether an event after a denial is also the answer to somebody who was not denied.
func (x *run) shares(runs []*run, e *event) bool {
	return x.denial && x.named && e.at > x.first && e.body && !e.adapter && !slices.Equal(e.Stack, x.Events[x.first].Stack) && slices.ContainsFunc(runs, func(y *run) bool {
		return y.Helper == x.Helper && y.first >= 0 && y.first < y.handed && y.status < 400 && slices.Equal(y.Events[y.first].Stack, e.Stack)
	})
}

// late lists the statuses that were named after one had been sent.
func (x *run) late(s *grammar.Source, runs []*run) []fault {
	var all []fault
	for _, e := range x.through {
		if e.Kind != 'c' || e.at <= x.sent {
			continue
		}
		line := e.Lines()[0]
		again := s.Handlers[0].Gin && e.Code == x.status && !x.answers(e) // to name the same again changes nothing
		if again && s.Fn[line] == 0 && s.Closed[line] == nil && !slices.ContainsFunc(x.Events[e.at:], func(e wire.Event) bool { return e.Kind == 'w' }) {
			continue
		}
		first := &x.Events[x.first]
		var prior []grammar.Line // an earlier status may have been lost to the same, and that has been told
		for i := range x.Events[:e.at] {
			prior = append(prior, x.Events[i].Lines()...)
		}
		lost := e.Code != x.status || e.Code >= 400 && e.body
		f := fault{rule: "late-status", query: x.Query, lines: e.Lines(), prior: prior,
			owed: lost && !again && e.at < x.handed && !slices.Equal(e.Stack, first.Stack) && !x.shares(runs, e)}
		switch {
		case x.repeats(s, e):
			f.excuse = Repeated
		case s.Alters[line]:
			f.excuse = Altered
		case s.Handlers[0].Gin && x.replaced(e):
			f.excuse = Replaced
		}
		all = append(all, f)
	}
	return all
}

// replaced reports whether a helper or closure names another status after one, with nothing sent between them.
func (x *run) replaced(e *event) bool {
	next := e.at + 1
	if next >= len(x.Events) || len(e.Stack) < 2 {
		return false
	}
	after := x.Events[next]
	return after.Kind == 'c' && len(after.Stack) > 1 && slices.Equal(after.Stack[len(after.Stack)-1:], e.Stack[len(e.Stack)-1:])
}

// answers reports whether a call that names a status writes a body too.
func (x *run) answers(e *event) bool {
	next := e.at + 1
	return next < len(x.Events) && x.Events[next].Kind == 'w' && slices.Equal(x.Events[next].Stack, e.Stack)
}

// closure is the closure that a line stands in, or that ends on it: there its deferred calls are run.
func closure(s *grammar.Source, l grammar.Line) *grammar.Stmt {
	if c := s.Closed[l]; c != nil {
		return c
	}
	return s.Ends[l]
}

// repeats reports whether a helper or closure, or what it calls, names the status that has been sent from there before, as far as it
// knows: it is only by what came before it that it is late, and that it has sent something at all is late too.
func (x *run) repeats(s *grammar.Source, e *event) bool {
	lines := e.Lines()
	for i, here := range lines {
		if s.Fn[here] == 0 && closure(s, here) == nil {
			continue
		}
		around := e.Stack[i+1:]
		for _, before := range x.through {
			at := len(before.Stack) - len(around) - 1
			if before.at >= e.at || at < 0 || !slices.Equal(before.Stack[at+1:], around) {
				continue
			}
			if there := before.Lines()[at]; s.Fn[there] != s.Fn[here] || s.Closed[there] != s.Closed[here] && s.Closed[there] != closure(s, here) {
				continue
			}
			if before.Kind == 'w' && e.Code == 200 || before.Kind == 'c' && e.Code == before.Code {
				return true
			}
			break
		}
	}
	return false
}
