package path

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// leave records the ways out of the function by one return: where its last result is a "yes" or an error that is not known, and
// says something of the caller, there are two.
func (k *walk) leave(s State, ret *ssa.Return) {
	if !k.who || len(ret.Results) == 0 {
		k.record(s, ret, Val{})
		return
	}
	last := ret.Results[len(ret.Results)-1]
	yes, no, ok := k.verdicts(s.Env, last)
	if !ok {
		k.either(s, ret, last)
		return
	}
	for _, side := range []struct {
		meaning
		val Val
	}{{yes, goodVal(last)}, {no, badVal(last)}} {
		after := s
		if isBool(last.Type()) {
			b, _ := side.val.Bool()
			env, ok := k.assume(s.Env, last, b, 0)
			if !ok {
				continue
			}
			after.Env = env
		} else if env, ok := k.learn(s.Env, last, side.val); ok {
			after.Env = env
		}
		after.Knows = s.Knows.or(side.gain)
		k.take(&after, ret.Block(), ret.Block(), side.why, ret.Pos())
		k.record(after, ret, side.val)
	}
}

// either records the ways out by a return of a truth value: where it is computed of the inputs, there are two.
func (k *walk) either(s State, ret *ssa.Return, last ssa.Value) {
	yes, no, ok := k.sides(s.Env, last)
	if !ok {
		k.record(s, ret, Val{})
		return
	}
	s.Env = yes
	k.record(s, ret, truth(true))
	s.Env = no
	k.record(s, ret, truth(false))
}

// isNo reports whether a function returns false or an error.
func isNo(ret *ssa.Return, last Val, k *walk, env *Env) bool {
	if len(ret.Results) == 0 {
		return false
	}
	r := ret.Results[len(ret.Results)-1]
	if last.Kind == Unknown {
		last = k.value(env, r)
	}
	return last.Kind == Const && last.Text == "b0" || event.IsError(r.Type()) && last.Kind != Nil && last.Kind != Unknown && last.Kind != Ref
}

// whyNo is why a function returns false or an error: what the one that it has asked says, if it says so.
func (k *walk) whyNo(ret *ssa.Return, s *State) *Reason {
	if why := k.value(s.Env, ret.Results[len(ret.Results)-1]).Why; why != nil {
		return why
	}
	return s.why()
}

func goodVal(v ssa.Value) Val {
	if isBool(v.Type()) {
		return truth(true)
	}
	return Val{Kind: Nil}
}

func badVal(v ssa.Value) Val {
	if isBool(v.Type()) {
		return truth(false)
	}
	return Val{Kind: NonNil}
}

// verdicts reads what it says of the caller that a function returns v as its "yes" or its error, either way.
func (k *walk) verdicts(env *Env, v ssa.Value) (yes, no meaning, ok bool) {
	if val := k.value(env, v); val.Kind != Unknown && val.Kind != Ref || val.Why != nil {
		return yes, no, false
	}
	switch {
	case isBool(v.Type()):
		yes, ok = k.means(env, v, true, 0)
		no, _ = k.means(env, v, false, 0)
	case event.IsError(v.Type()):
		yes, no, ok = k.failed(env, v, false), k.failed(env, v, true), true
	}
	_, nobody := yes.why.Who()
	tells := nobody && isBool(v.Type()) || yes.gain.Known || yes.gain.Inputs != 0 || no.why.Absent.Has(somebody|api.Proof) || no.why.Refused.Has(somebody|api.Proof)
	return yes, no, ok && tells
}

// record notes one way out, on which the last result is last, where that is known.
func (k *walk) record(s State, ret *ssa.Return, last Val) {
	x := Exit{Marks: s.Marks, Symbolic: s.Symbolic, First: s.First, Knows: s.Knows, Opaque: s.Opaque, Post: s.Post != 0, Aborted: s.Aborted, Guards: k.guardsOf(s.Env),
		ret: ret, node: k.at, sent: s.First.At}
	if s.Decision != nil {
		x.cond = s.Decision.at
	}
	if k.who && isNo(ret, last, k, s.Env) && !k.whyNo(ret, &s).May() {
		x.knew, x.Knows.Known = x.Knows.Known, false // what was known was not good enough
	}
	for i := range x.Marks {
		x.Marks[i].At = 0
	}
	x.First.At, x.First.Status, x.Pending = Site{}, k.portable(s.First.Status), k.portable(s.Pending)
	x.Results = k.returned[:0]
	for i, r := range ret.Results {
		v := k.itself(s.Env, k.identity(s.Env, k.value(s.Env, r), k.Place(r)), k.Place(r))
		if i == len(ret.Results)-1 && last.Kind != Unknown {
			v = last
		}
		if _, ok := v.status(); ok && (!v.At.Known() || v.At.Local) {
			v.At = Site{Pos: ret.Pos()}
		}
		x.Results = append(x.Results, k.because(typed(k.portable(v), r), r.Type(), &s))
	}
	k.returned = x.Results
	x.Writes = k.writes(s.Env)
	for _, other := range k.exits {
		if sameOutcome(other, x) && slices.Equal(other.Results, x.Results) && slices.Equal(other.Guards, x.Guards) {
			return
		}
	}
	x.Results = slices.Clone(x.Results)
	k.exits = append(k.exits, x)
}

// typed is an error of which nothing is known but its type: what the methods of that answer may be enough.
func typed(v Val, r ssa.Value) Val {
	box, ok := r.(*ssa.MakeInterface)
	if !ok || v.Kind != Unknown || v.Why != nil || !event.IsError(r.Type()) {
		return v
	}
	return Val{Kind: NonNil, Text: typeName(box.X.Type())}
}

// itself is an input that is given back, where no more is known of it than the condition tells under which it is: its caller may know more.
func (k *walk) itself(env *Env, v Val, p event.Place) Val {
	if v.Kind != NonNil || v.Text == "" || v.Why != nil || p == event.NoPlace {
		return v
	}
	from := env.origin(p)
	if from.Path != "" || from.Base >= k.Inputs() || !k.isGuard(Fact{from, v}) {
		return v
	}
	return Val{Kind: Ref, Ref: from}
}

// because notes with a result that says no why the function says so: false, an error, nobody, a status; or true, where there is nobody.
func (k *walk) because(v Val, t types.Type, s *State) Val {
	if !k.who || v.Why != nil || s.Decision == nil || s.why().empty() {
		return v
	}
	_, isStatus := v.status()
	isError := event.IsError(t)
	_, nobody := s.why().Who()
	switch {
	case isStatus, nobody && v.Kind == Const && v.Text == "b1", v.Kind == Const && v.Text == "b0", v.Kind == Const && v.Text == "s", isError && v.Kind != Nil, !isError && v.Kind == Nil, v.Kind == Object:
		v.Why = s.why()
	}
	return v
}

// portable is what a caller can understand of a value: nothing that only has a name in this function.
func (k *walk) portable(v Val) Val {
	v.At.Local = false
	switch v.Kind {
	case Ref:
		if v.Ref.Base >= k.Inputs() || !k.keeps(v.Ref) {
			return Val{Why: v.Why}
		}
	case Const:
		if _, ok := v.status(); !ok {
			v.At = Site{}
		}
	case Object:
		o := Obj{Type: v.Obj.Type, Wrapped: v.Obj.Wrapped}
		for _, f := range v.Obj.Fields {
			if p := k.portable(f.Val); p.Kind == Const || p.Kind == Ref {
				o.Fields = append(o.Fields, Field{f.Path, p})
			}
		}
		v.Obj = k.envs.obj(o)
	case Other:
		return Val{Why: v.Why}
	}
	return v
}

// guardsOf are the conditions on the inputs that the path has met.
func (k *walk) guardsOf(env *Env) []Fact {
	if !k.guards {
		return nil
	}
	var guards [maxGuards]*held
	n := 0
	for _, f := range env.facts {
		if n < maxGuards && k.isGuard(f.Fact) {
			guards[n] = f
			n++
		}
	}
	return k.envs.list(guards[:n])
}

// isGuard reports whether a caller may know what the fact speaks of: a plain argument, or a field of one that nothing in the
// function writes, if it is a constant or nil.
func (k *walk) isGuard(f Fact) bool {
	if f.Place.Base >= k.Inputs() || k.root == f.Place.Base || f.Val.Kind == Ref {
		return false
	}
	v := k.Value(f.Place.Base)
	if event.Answers(v.Type()) || aside(v) {
		return false
	}
	if f.Place.Path != "" {
		if _, ok := v.(*ssa.FreeVar); !ok && (strings.Count(f.Place.Path, "*") > 1 || !slices.Contains([]Kind{Const, Other, Nil, NonNil}, f.Val.Kind)) {
			return false
		}
		return k.Fixed(f.Place) && !k.wrote[f.Place]
	}
	return true
}

// aside reports whether an input is never known to a caller: the request, a context.
func aside(v ssa.Value) bool {
	t := types.Unalias(v.Type())
	for {
		p, ok := t.(*types.Pointer)
		if !ok {
			break
		}
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	path, name := n.Obj().Pkg().Path(), n.Obj().Name()
	return path == "net/http" && name == "Request" || path == "context" && name == "Context"
}

// writes lists what the function, or one that it calls, stored through its inputs, on this path or on another: a caller must forget
// the rest.
func (k *walk) writes(env *Env) []Fact {
	var facts []*held
	places := k.StoredInputs()
	for p := range k.wrote {
		if !slices.Contains(places, p) {
			places = append(places, p)
		}
	}
	for _, p := range places {
		v, _ := env.get(p)
		facts = append(facts, k.envs.hold(Fact{p, k.portable(v)}))
	}
	slices.SortFunc(facts, func(a, b *held) int { return compare(a, b.Place) })
	return k.envs.list(facts)
}
