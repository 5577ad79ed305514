package path

import (
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

// calling is one call, for translating what the callee says of its inputs into what the caller knows of them.
type calling struct {
	*walk
	inputs []ssa.Value
	exits  []Exit // the ways out of the callee
	among  bool   // some way out has sent an error that is no denial
	always bool   // every way out of the callee has sent one and the same denial
	input  int    // the one that the response goes into; -1 for none
	env    *Env   // before the call
	instr  ssa.Instruction
	callee *ssa.Function
}

// place is the caller's place for a place reached from an input of the callee, or the constant that stands there.
func (c *calling) place(p event.Place) (event.Place, Val) {
	if p.Base < 0 || int(p.Base) >= len(c.inputs) {
		return event.NoPlace, Val{}
	}
	arg := c.Same(c.inputs[p.Base])
	if p.Path == "" {
		return c.Place(arg), c.value(c.env, arg)
	}
	if p.Path[0] == '*' {
		if alloc, ok := arg.(*ssa.Alloc); ok {
			if store := event.OnlyStore(alloc); store != nil {
				if rest := p.Path[1:]; rest == "" {
					return c.Place(store.Val), c.value(c.env, store.Val)
				} else if q := c.Place(store.Val); q != event.NoPlace {
					return q.Then(rest), c.env.at(q.Then(rest))
				}
			}
		}
		q := c.Content(arg)
		if q == event.NoPlace {
			return q, Val{}
		}
		q = q.Then(p.Path[1:])
		return q, c.reached(arg, p.Path, q)
	}
	q := c.Place(arg)
	if q == event.NoPlace {
		return q, Val{}
	}
	q = q.Then(p.Path)
	return q, c.reached(arg, p.Path, q)
}

// reached is what is known of the place q, which is path on from the argument.
func (c *calling) reached(arg ssa.Value, path string, q event.Place) Val {
	v := c.env.at(q)
	if v.Kind == Ref || v.Kind == Unknown {
		if whole := c.value(c.env, arg); whole.Obj != nil {
			if f := whole.Obj.field(path); f.Kind != Unknown {
				return f
			}
			if status := c.statusAt(whole.Obj, path); status.Kind != Unknown {
				return status
			}
			if part := c.envs.part(whole.Obj, path); part.Kind == Object {
				return part
			}
		}
	}
	return v
}

// here translates a value that the callee speaks of.
func (c *calling) here(v Val) Val {
	switch v.Kind {
	case Ref:
		p, val := c.place(v.Ref)
		if val.Kind == NonNil && val.Text != "" && p != event.NoPlace {
			return Val{Kind: Ref, Ref: c.env.origin(p)} // of which more may be found out
		}
		return c.identity(c.env, val, p)
	case Object:
		o := Obj{Type: v.Obj.Type, Wrapped: v.Obj.Wrapped}
		for _, f := range v.Obj.Fields {
			if val := c.here(f.Val); val.Kind != Unknown {
				val.Why = c.because(val.Why)
				o.Fields = append(o.Fields, Field{f.Path, c.made(val)})
			}
		}
		o.Fields = flat(o.Fields)
		v.Obj = c.envs.obj(o)
	}
	return v
}

// statusHere translates a status that the callee sends. Another server's, which is passed on, is not ours to judge.
func (c *calling) statusHere(v Val) Val {
	if i := int(v.Ref.Base); v.Kind == Ref && v.Ref.Path == "" && i >= 0 && i < len(c.inputs) && event.Upstream(c.inputs[i]) {
		return Val{}
	}
	return c.here(v)
}

// from is what the caller gives the callee in one of its inputs.
func (c *calling) given(input int) origin.Origin {
	if input >= len(c.inputs) {
		return origin.Origin{Kinds: api.Unknown}
	}
	return c.from(c.inputs[input])
}

// reason translates why the callee did something.
func (c *calling) reason(r *Reason) *Reason {
	if r == nil || !c.who {
		return nil
	}
	return c.envs.reason(r.from(c.given))
}

// because translates why the callee gave an answer. If that was chosen by nothing but what the caller has made for it, an error of a certain
// type or a code, the reason is why the caller made it; nil for what led to this call.
func (c *calling) because(r *Reason) *Reason {
	why := c.reason(r)
	if why == nil || why.says() || !r.inputsAlone() {
		return why
	}
	var made *Reason
	for i := range c.inputs {
		if all := r.Absent.Or(r.Refused).Or(r.Other); all.Inputs&(1<<i) == 0 {
			continue
		}
		switch val := c.value(c.env, c.inputs[i]); val.Kind {
		case Const, Object, Named, Nil:
			if made == nil {
				made = val.Why
			}
		default:
			return why
		}
	}
	return made
}

// knows translates what the callee has learned of who is calling: what it judged and found right may have been a credential.
func (c *calling) knows(n Knows) Knows {
	if n.Inputs == 0 {
		return n
	}
	for i, v := range c.inputs {
		if i < 32 && event.IsError(v.Type()) {
			n.Inputs &^= 1 << i // what an error says of itself, nobody has proven
		}
	}
	o := origin.Origin{Inputs: n.Inputs}.From(c.given)
	return Knows{Known: n.Known || o.Has(api.Credential) && o.Proven() && !o.Has(api.Proof), Consulted: n.Consulted || o.Has(somebody), Inputs: o.Inputs}
}

// made gives a status that the caller passed to a maker of errors the place of that call.
func (c *calling) made(v Val) Val {
	if _, ok := v.status(); ok && !v.At.Known() {
		v.At = Site{Pos: c.instr.Pos(), Local: true}
	}
	return v
}

// meets holds the callee's conditions against what the caller knows, and learns from them.
func (c *calling) meets(env *Env, guards []Fact) (met *Env, ok bool) {
	learned := *c
	c = &learned
	for _, g := range guards {
		c.env = env
		if b, known := g.Val.Bool(); known && g.Place.Path == "" && isComputed(c.inputs[g.Place.Base]) {
			if env, ok = c.assume(env, c.inputs[g.Place.Base], b, 0); !ok {
				return env, false
			}
			continue
		}
		p, v := c.place(g.Place)
		now, ok := meet(v, g.Val)
		if !ok {
			return env, false
		}
		if now.Kind == Ref {
			now = g.Val
		}
		if p != event.NoPlace && p.Base >= 0 && v.Kind != Const && (c.keeps(p) || p.Base >= c.Inputs()) {
			if v.Kind == Ref {
				p = v.Ref
			}
			env = c.envs.with(env, env.origin(p), now)
		}
	}
	return env, true
}

// effects notes what the callee has stored, and what is known of its results.
func (c *calling) effects(env *Env, x Exit) *Env {
	for _, w := range x.Writes {
		p, _ := c.place(w.Place)
		if p == event.NoPlace || p.Base < 0 {
			continue
		}
		if p.Base < c.Inputs() {
			c.wrote[p] = true
		}
		env = c.envs.write(env, p, c.here(w.Val))
	}
	call, ok := c.instr.(*ssa.Call)
	if !ok || c.Same(call) != call {
		return env
	}
	after := *c
	after.env = env
	for i, r := range x.Results {
		p := event.Place{Base: c.Register(call), Path: "#" + strconv.Itoa(i)}
		v := c.here(r)
		if r.Kind == Ref && r.Ref.Path == "" {
			v = after.here(r) // what it was given, as it has changed it: a builder returns itself
		}
		if v.Why = nil; origin.SourceOf(call.Common()) == nil { // what its failure means the table knows better than its body
			v.Why = c.because(r.Why)
		}
		if v.Kind == Ref && v.Ref.Base == p.Base {
			v = Val{Why: v.Why}
		}
		if v.Kind == Unknown && v.Why == nil {
			continue
		}
		env = c.envs.with(env, p, c.ownMaker(v))
	}
	return env
}
