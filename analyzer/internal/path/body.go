package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// Body is a body that says that something failed, sent with a 200.
type Body struct {
	Instr  ssa.Instruction
	Said   Said
	Why    *Reason
	Always bool // nothing decides: the function always answers so
	guards []Fact
	node   *node
}

// Trace lists where the conditions stand that led there, the first one first.
func (b *Body) Trace() []Branch { return b.node.trace() }

// Sent is a body that a function is given and sends: what it says is for the callers to know.
type Sent struct {
	Status Val
	Input  int
	Guards []Fact
	Waits  bool // it leaves when the handler has returned
	Named  bool // the status is named here; else it is that of the first byte
}

// unsent is a body that waits until the handler has returned: it goes with the status that was named last.
type unsent struct {
	instr  ssa.Instruction
	said   Said
	why    *Reason
	always bool
	guards []Fact
	node   *node
	callee *ssa.Function // it was written by this function, which has named no status
	named  bool          // its status was named
}

// body notes what is written with a 200 that has not left before, or has just been named.
func (k *walk) body(s *State, instr ssa.Instruction, e event.Event, status Val) {
	if k.root == event.NoResponse || e.Row == nil || e.Call == nil || e.Row.Does&api.Writes == 0 || s.Opaque || s.Post != 0 {
		return
	}
	if e.Waits && s.First.open() && s.First.Body {
		s.Unsent = 0 // it takes the place of another body, or comes after it
		return
	}
	v := event.Operand(e.Call, e.Row.Body)
	if !s.First.bodiless() || v == nil || s.Asked && !e.HasStatus {
		return // a handler that has asked for the status knows it
	}
	if e.Status != nil && madeOfError(e.Status) {
		return // another package makes a status of each error: of those, the 200 is for what is none
	}
	if s.First.Sure == Certain {
		code, _ := status.Int()
		if e.Kind == event.Commit && !same(status, s.First.Status) && !(code == 200 && s.First.Status.Kind == Ref) {
			return // it is the status that comes too late, and not the body that lacks one
		}
		status = s.First.Status
	}
	if target := event.Operand(e.Call, e.Row.On); target != nil && writesItself(target) {
		return
	}
	k.page = e.Row.Does&api.Renders != 0
	k.says(s, instr, bodyValues(e.Call, v), status, e.HasStatus || s.First.Explicit, e.Waits && s.First.open())
	k.page = false
}

// madeOfError reports whether a status is what a function of another package yields for an error.
func madeOfError(status ssa.Value) bool {
	call := callOf(status)
	return call != nil && orNil(call).Blocks == nil && slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return event.IsError(arg.Type()) })
}

// writesItself reports whether a response is of a type that declares its own Write: it may send a status of its own first.
func writesItself(v ssa.Value) bool {
	t := unboxed(v).Type()
	if types.IsInterface(t) || isContext(t) {
		return false
	}
	sel := types.NewMethodSet(t).Lookup(nil, "Write")
	return event.Answers(t) && sel != nil && len(sel.Index()) == 1
}

// bodyValues are the values that a body is made of: with a format, what comes after it too.
func bodyValues(common *ssa.CallCommon, v ssa.Value) []ssa.Value {
	values := []ssa.Value{v}
	if i := slices.Index(common.Args, v); i >= 0 {
		for _, arg := range common.Args[i+1:] {
			values = append(values, event.Elements(arg)...)
		}
	}
	return append(values, event.Elements(v)...)
}

func (k *walk) says(s *State, instr ssa.Instruction, values []ssa.Value, status Val, named, waits bool) {
	var said Said
	k.sending, k.filledBy = s.Filled, nil
	for _, v := range values {
		if v != nil {
			said = said.or(k.said(s.Env, instr, v, 0))
		}
	}
	said.Page = k.page
	why := s.why()
	if k.filledBy != nil {
		why = k.filledBy.why
	}
	b := unsent{instr: instr, said: said, why: why, always: why == nil && !k.selected && instr.Block().Dominates(k.at.block), guards: k.guardsOf(s.Env), node: k.at, named: named}
	if waits {
		k.keep(s, b)
		return
	}
	k.sends(b, status, false)
}

// keep remembers a body until it is known with which status it leaves.
func (k *walk) keep(s *State, b unsent) {
	i := slices.IndexFunc(k.unsent, func(o unsent) bool {
		return o.instr == b.instr && o.said == b.said && o.why == b.why && o.callee == b.callee && slices.Equal(o.guards, b.guards)
	})
	if i < 0 {
		i = len(k.unsent)
		k.unsent = append(k.unsent, b)
	}
	s.Unsent = int32(i) + 1
}

// settle sends the body that has waited.
func (k *walk) settle(s *State) {
	if s.Unsent == 0 || s.Opaque || s.Post != 0 || s.First.Sure != Stored && s.First.Sure != Certain {
		return
	}
	b := k.unsent[s.Unsent-1]
	if b.callee == nil {
		b.named = s.First.Explicit
		k.sends(b, s.First.Status, true)
	} else if s.First.Explicit && !slices.Contains(k.out.named, b.callee) {
		k.out.named = append(k.out.named, b.callee)
	}
}

// sends judges a body with the status that it goes with.
func (k *walk) sends(b unsent, status Val, waited bool) {
	code, known := status.Int()
	if b.said.Input > 0 && !(b.said.Error && known) && (status.Kind == Ref || code == 200) {
		sent := Sent{Status: k.portable(status), Input: b.said.Input - 1, Guards: b.guards, Waits: waited, Named: b.named}
		if !slices.ContainsFunc(k.sentBodies, func(o Sent) bool {
			return o.Status == sent.Status && o.Named == sent.Named && o.Input == sent.Input && slices.Equal(o.Guards, sent.Guards)
		}) {
			k.sentBodies = append(k.sentBodies, sent)
		}
	}
	if !known || code != 200 || !b.said.Error || b.said.Silent {
		return
	}
	if b.why != nil && b.why.Picked && !b.said.FromErr {
		return // it was this one error that was asked for, and something else is answered
	}
	if slices.ContainsFunc(k.out.Bodies, func(o Body) bool { return o.Instr == b.instr && o.Why == b.why && slices.Equal(o.guards, b.guards) }) {
		return
	}
	k.out.Bodies = append(k.out.Bodies, Body{Instr: b.instr, Said: b.said, Why: b.why, Always: b.always, guards: b.guards, node: b.node})
}

// Named reports whether a status is named after fn has written a body without one: it is for the callers to do so.
func (w *Walk) Named(fn *ssa.Function) bool {
	return slices.Contains(w.named, fn)
}

// inheritBodies makes the bodies that a callee sends for this call the caller's.
func (k *walk) inheritBodies(c *calling, s *State, sum *Summary) {
	if !s.First.bodiless() || s.Opaque || s.Post != 0 || !k.who {
		return
	}
	for _, b := range sum.Bodies {
		env, ok := c.meets(s.Env, b.Guards)
		if !ok || b.Input >= len(c.inputs) {
			continue
		}
		status := c.here(b.Status)
		if s.First.Sure == Certain {
			if code, known := status.Int(); known && code != 200 {
				continue // it is the status that comes too late
			}
			status = s.First.Status
		} else if s.First.Sure == Stored && s.First.Explicit && !b.Named {
			status = s.First.Status // it waits for the first byte
		}
		before := s.Env
		s.Env, k.selected = env, env != before // where it is sent on is for the callers to say by the same condition
		k.says(s, c.instr, []ssa.Value{c.inputs[b.Input]}, status, b.Named, b.Waits)
		s.Env, k.selected = before, false
	}
}
