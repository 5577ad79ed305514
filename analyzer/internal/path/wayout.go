package path

import (
	"slices"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// exit is the caller's state after the callee has left by x.
func (c *calling) exit(s State, x Exit) (State, bool) {
	env, ok := c.meets(s.Env, x.Guards)
	if !ok || x.First.Sure >= Stored && c.ranBefore() {
		return s, false
	}
	learned := *c
	learned.env = env
	c = &learned
	after := s
	after.Env = env
	after.Marks = c.marks(s, x.Marks, x.Symbolic)
	after.Symbolic = c.symbolic(s, x.Symbolic)
	if x.Post || x.Opaque {
		c.unseeMarks(&after)
		after.Opaque = true
		if after.First.Sure == No {
			after.First.Sure = Maybe
		}
	}
	told := c.input >= 0 && c.mightTell(x)
	after.Aborted, after.Asked = after.Aborted || x.Aborted, after.Asked || x.Asked || told
	after.Opaque = after.Opaque || told && c.mayHaveSent(x)
	if x.First.Sure != No {
		c.leaves(&after, s, x)
	}
	if x.Pending.Kind != Unknown {
		after.Pending = c.statusHere(x.Pending)
	}
	after.Env = c.effects(after.Env, x)
	if c.who {
		after.Knows = after.Knows.or(c.knows(x.Knows))
		after.Knows.Known = after.Knows.Known || slices.ContainsFunc(x.Results, func(v Val) bool { return c.reason(v.Why).ofSomebody() })
	}
	return after, true
}

// ranBefore reports whether a handler calls the method that the framework has run before it: had that answered, nobody would be here.
func (c *calling) ranBefore() bool {
	if c.input != 0 || c.callee.Signature.Recv() == nil || c.Name() == c.callee.Name() {
		return false
	}
	of := event.Made(c.callee.Signature.Recv().Type())
	return of != nil && of.Before != "" && of.Before == c.callee.Name()
}

// leaves notes what the callee has sent, or left to be sent, when it leaves.
func (c *calling) leaves(after *State, s State, x Exit) {
	first := x.First
	first.At = Site{Pos: c.instr.Pos()}
	first.Whole, first.Among = c.always, first.Among || c.among && !c.chosenHere(x)
	if first.Status.Kind == Ref {
		first.Status = c.statusHere(first.Status)
		first.Status.At = Site{} // the callee names it, whoever has chosen it
	}
	if !first.Explicit && first.Sure > Maybe && first.Sure != Gone && c.input >= 0 {
		switch {
		case event.Buffered(c.inputs[c.input]):
			first.Sure = Maybe // what the callee has written may still wait here
		case c.Waits(c.root):
			first.Sure, first.Body = Stored, true
		}
	}
	if first.Sure == Stored && (!first.Status.At.Pos.IsValid() || first.Status.At.Local) {
		first.Status.At = first.At
	}
	if !first.Explicit && first.Sure == Certain && !x.Post && (s.First.Sure == No || s.First.Sure == Certain) {
		// The callee's own 200, as this function's: a rule may ask what came before.
		c.answer(&s, c.instr, Answer{Status: Val{Kind: Const, Text: "i200"}, Marks: s.Marks, Symbolic: s.Symbolic, Prior: s.First})
	}
	switch {
	case s.First.Sure == Stored && s.First.Explicit && !first.Explicit && first.Sure >= Failed:
		c.takeAlong(after, s, first)
	case s.First.Sure >= Failed && first.Sure == Stored && first.Explicit && !same(first.Status, s.First.Status):
		c.tooLate(after, s, first)
	default:
		if code, ok := first.Status.Int(); ok && code < 400 && first.Sure == Stored {
			c.goesOn(&s, c.instr)
		}
		for i, kind := range first.Headers {
			if kind == Inherited && !first.Explicit {
				first.Headers[i] = s.Marks[i].Kind
			}
		}
		c.sent(after, first)
	}
	if first.Sure == Stored && first.Body && !first.Explicit && after.Unsent == 0 {
		c.keep(after, unsent{callee: c.callee})
	}
}

// mightTell reports whether the caller knows something of what it gives that decides, by a condition which was forgotten, whether the
// callee leaves in this way at all.
func (c *calling) mightTell(x Exit) bool {
	for i, v := range c.inputs {
		if i < 32 && x.Lost&(1<<i) != 0 {
			switch c.value(c.env, v).Kind {
			case Const, Nil, NonNil, Object, Named, Other:
				return true
			}
		}
	}
	return false
}

// mayHaveSent reports whether the callee leaves with the same results where it has answered and, by x, where it has not.
func (c *calling) mayHaveSent(x Exit) bool {
	return x.First.Sure == No && slices.ContainsFunc(c.exits, func(y Exit) bool {
		return y.First.Sure >= Failed && slices.EqualFunc(x.Results, y.Results, agree)
	})
}

// mayFailOtherwise reports whether the callee, which may deny, may also leave having sent an error that is no denial.
func (c *calling) mayFailOtherwise(s State, sum *Summary) bool {
	return slices.ContainsFunc(sum.Exits, func(x Exit) bool { _, denied := x.First.Denied(); return denied }) && slices.ContainsFunc(sum.Exits, func(x Exit) bool {
		code, known := x.First.Status.Int()
		if !known || code < 400 || denies(code) || !x.First.Explicit {
			return false
		}
		_, met := c.meets(s.Env, x.Guards)
		return met
	})
}

// chosenHere reports whether the callee leaves in this way by a condition on what it is given, and that is no error: of those the caller
// has not made by itself it does not know what they are.
func (c *calling) chosenHere(x Exit) bool {
	return slices.ContainsFunc(x.Guards, func(g Fact) bool { return !event.IsError(c.inputs[g.Place.Base].Type()) })
}

// takeAlong sends what was remembered before the call with the callee's first byte.
func (c *calling) takeAlong(after *State, s State, first Commit) {
	left := after.Marks
	for i, kind := range first.Headers {
		if after.Marks[i] = s.Marks[i]; kind != Inherited {
			after.Marks[i] = Mark{Kind: kind, At: c.instr.Pos()}
		}
	}
	c.commit(after, c.instr, s.First.Status, true, first.Sure)
	after.Marks, after.First.Body = left, first.Body
}

// tooLate notes that the callee leaves a status to be sent when the answer has left: in a closure, where that is named.
func (c *calling) tooLate(after *State, s State, first Commit) {
	a := Answer{Status: first.Status, Explicit: true, Marks: after.Marks, Symbolic: after.Symbolic, Prior: s.First}
	if c.callee.Parent() == c.Function {
		a.within = first.Status.At.Pos
	}
	c.answer(after, c.instr, a)
	c.sent(after, Commit{Sure: Certain, Explicit: true, Whole: true, Status: first.Status, At: first.At})
}
