package path

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// leave records one way out of the function.
func (k *walk) leave(s State, ret *ssa.Return) {
	x := Exit{Marks: s.Marks, Symbolic: s.Symbolic, First: s.First, Opaque: s.Opaque, Post: s.Post != 0, Guards: k.guardsOf(s.Env),
		ret: ret, node: k.at, sent: s.First.At}
	for i := range x.Marks {
		x.Marks[i].At = 0
	}
	x.First.At, x.First.Status = Site{}, k.portable(s.First.Status)
	for _, r := range ret.Results {
		v := k.identity(k.value(s.Env, r), k.Place(r))
		if _, ok := v.status(); ok && !v.At.Known() {
			v.At = Site{Pos: ret.Pos()}
		}
		x.Results = append(x.Results, k.portable(v))
	}
	x.Writes = k.writes(s.Env)
	for _, other := range k.exits {
		if sameOutcome(other, x) && slices.Equal(other.Guards, x.Guards) {
			return
		}
	}
	k.exits = append(k.exits, x)
}

// portable is what a caller can understand of a value: nothing that only has a name in this function.
func (k *walk) portable(v Val) Val {
	v.At.Local = false
	switch v.Kind {
	case Ref:
		if v.Ref.Base >= k.Inputs() || !k.keeps(v.Ref) {
			return Val{}
		}
	case Const:
		if _, ok := v.status(); !ok {
			v.At = Site{}
		}
	case Object:
		o := Obj{Type: v.Obj.Type}
		for _, f := range v.Obj.Fields {
			if p := k.portable(f.Val); p.Kind == Const || p.Kind == Ref {
				o.Fields = append(o.Fields, Field{f.Path, p})
			}
		}
		v.Obj = k.envs.obj(o)
	case Other:
		return Val{}
	}
	return v
}

// guardsOf are the conditions on the inputs that the path has met.
func (k *walk) guardsOf(env *Env) []Fact {
	if !k.guards {
		return nil
	}
	var guards []Fact
	for _, f := range env.facts {
		if k.isGuard(f.Fact) && len(guards) < maxGuards {
			guards = append(guards, f.Fact)
		}
	}
	return guards
}

// isGuard reports whether a caller may know what the fact speaks of: a plain argument, or a constant in a field of one,
// that nothing in the function writes.
func (k *walk) isGuard(f Fact) bool {
	if f.Place.Base >= k.Inputs() || k.root == f.Place.Base || f.Val.Kind == Ref {
		return false
	}
	v := k.Value(f.Place.Base)
	if event.Answers(v.Type()) || aside(v) {
		return false
	}
	if f.Place.Path != "" {
		if _, ok := v.(*ssa.FreeVar); !ok && (strings.Count(f.Place.Path, "*") > 1 || f.Val.Kind != Const && f.Val.Kind != Other) {
			return false
		}
		return k.Fixed(f.Place)
	}
	return true
}

// aside reports whether an input is never known to a caller: the request, a context.
func aside(v ssa.Value) bool {
	name := typeName(v.Type())
	return name == "*net/http.Request" || name == "context.Context" || name == "**net/http.Request"
}

// writes lists what the function stored through its inputs, on this path or on another: a caller must forget the rest.
func (k *walk) writes(env *Env) []Fact {
	var facts []Fact
	for _, p := range k.StoredInputs() {
		v, _ := env.get(p)
		facts = append(facts, Fact{p, k.portable(v)})
	}
	sortFacts(facts)
	return facts
}
