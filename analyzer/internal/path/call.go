package path

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// call applies a function by its summary: one state for each way out that the path allows.
func (k *walk) call(s State, instr ssa.Instruction, e event.Event) []State {
	input := event.NoResponse
	if e.Input >= 0 {
		input = int32(e.Input)
	}
	sum := k.summary(e.Callee, input)
	c := &calling{walk: k, inputs: e.Inputs(), input: e.Input, always: sum != nil && sum.Always, env: s.Env, instr: instr, callee: e.Callee}
	if sum != nil && input != event.NoResponse {
		k.gives(c, s, target{e.Callee, input}, sum)
	}
	if sum == nil || sum.Unknown {
		if input != event.NoResponse {
			e.Power = max(e.Power, event.Body)
			k.unseen(&s, instr, e)
		} else {
			s.Env = k.lose(s.Env, e.Call)
		}
		return k.one(s)
	}
	if input != event.NoResponse {
		k.inheritBodies(c, &s, sum)
		for _, h := range sum.Headers {
			if _, ok := c.meets(s.Env, h.Guards); ok && h.Input >= 0 && h.Input < len(c.inputs) {
				k.addHeader(&s, instr, h.Name, c.inputs[h.Input])
			}
		}
	}
	s.Env = k.loseGiven(s.Env, e)
	k.after = k.after[:0]
	c.exits, c.among = sum.Exits, c.mayFailOtherwise(s, sum)
	for _, exit := range sum.Exits {
		if after, ok := c.exit(s, exit); ok && !slices.Contains(k.after, after) {
			k.after = append(k.after, after)
		}
	}
	return k.after
}

// gives hands the response to a callee: what it answers becomes an answer of the caller, also where it cannot be said how it comes back.
func (k *walk) gives(c *calling, s State, t target, sum *Summary) {
	k.wearing(&s, c.instr.(ssa.CallInstruction).Common())
	k.handed(s, c.instr, t)
	k.inherit(c, s, sum)
	k.meets(c, &s)
}

// callEach applies each function that a call through an interface, or through a function value, may run.
func (k *walk) callEach(s State, instr ssa.Instruction, e event.Event) []State {
	if !e.Call.IsInvoke() && !k.follows(e) {
		k.dynamic(&s, instr, e)
		return []State{s}
	}
	if e.Input < 0 && !k.returnsDenial(e.Callees[0]) {
		s.Env = k.lose(s.Env, e.Call)
		return []State{s}
	}
	var next []State
	for _, callee := range e.Callees {
		one := s
		if !e.Call.IsInvoke() {
			env, ok := k.learn(s.Env, e.Call.Value, functionVal(callee))
			if !ok {
				continue
			}
			one.Env = env
		}
		for _, after := range k.call(one, instr, e.Into(callee)) {
			if !slices.Contains(next, after) {
				next = append(next, after)
			}
		}
	}
	if e.Open && e.Input < 0 {
		s.Env = k.lose(s.Env, e.Call)
		next = append(next, s)
	} else if e.Open {
		k.dynamic(&s, instr, e)
		next = append(next, s)
	}
	return next
}

// handed remembers in which state a function of the package was given the response.
func (k *walk) handed(s State, instr ssa.Instruction, t target) {
	if t.fn.Blocks == nil {
		return
	}
	h := Handed{Callee: t, Instr: instr, Marks: s.Marks, Prior: s.First, Opaque: s.Opaque || s.Post != 0}
	if !slices.Contains(k.out.Handed, h) {
		k.out.Handed = append(k.out.Handed, h)
	}
}

// inherit makes the callee's answers, as far as they depend on this call, answers of the caller.
func (k *walk) inherit(c *calling, s State, sum *Summary) {
	callee := k.walks[target{c.callee, int32(c.input)}]
	for i, a := range sum.Answers {
		env, ok := c.meets(s.Env, a.Guards)
		if !ok {
			continue
		}
		if a.Asked && s.First.Sure != No {
			continue // it is only given where nothing has been sent
		}
		a.Guards = nil
		if _, deferred := c.instr.(*ssa.Defer); !deferred || c.callee.Parent() != k.Function {
			a.within = token.NoPos
		}
		given := a.Status.Kind == Ref
		a.Status = c.statusHere(a.Status)
		if given && a.Status.At.Far != "" {
			a.Status.At = a.Status.At.passedOn()
		}
		a.Marks = c.marks(s, a.Marks, a.Symbolic)
		if a.Marks[WWW].Kind == Unset && k.wrapperChallenges(c.instr.(ssa.CallInstruction).Common()) {
			a.Marks[WWW] = Mark{Kind: Set} // whatever the callee has taken away
		}
		a.Symbolic = c.symbolic(s, a.Symbolic)
		a.Judged = a.Why != nil && !a.Why.asks()
		a.Why, a.Knows = c.because(a.Why), c.knows(a.Knows)
		a.Knows.Known = a.Knows.Known || a.Why.ofSomebody()
		a.Prior = s.First
		if s.First.Sure == Gone {
			continue
		}
		state := s
		state.Env = env
		if n := k.answer(&state, c.instr, a); callee != nil {
			k.heirs = append(k.heirs, heir{callee, i + 1, n})
		}
	}
}
