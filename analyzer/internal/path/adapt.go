package path

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// Adapt adds to each walk the answers that adapters make of what its function returns, for the functions that nobody in
// this package calls: those that an adapter calls. It returns the adapters by the type that leads to them.
func (w *Walker) Adapt(entries map[*Walk]Entry) map[*types.TypeName][]Adapter {
	own := w.adapters(entries)
	find := func(t *types.TypeName, handler bool) []Adapter {
		a := w.defaultAdapters(t)
		if handler && len(a) > 0 {
			return a // a helper that answers with such an error, too, is given others
		}
		if a := own[t]; len(a) > 0 {
			return a
		}
		if len(a) > 0 || t.Pkg() == w.program.Pkg.Pkg || api.LookupError(t) != nil {
			return a
		}
		return w.facts.Adapters(t)
	}
	converted := w.conversions()
	w.taking = w.takers()
	passed := w.passedTo(w.taking)
	for _, top := range w.tops() {
		t, walk := top.target, w.walks[top.target]
		challenged := w.challenged(converted[t.fn], find)
		for _, x := range walk.exits {
			if challenged && x.Marks[WWW].Kind == Inherited {
				x.Marks[WWW].Kind = Set
			}
			for _, a := range passed[t.fn] {
				w.adapt(walk, x, a, nil, top.outer)
			}
			seen := len(passed[t.fn]) > 0
			for _, key := range append(w.resultTypes(x), converted[t.fn]...) {
				for _, a := range find(key, top.answers()) {
					seen = true
					if !a.Default || a.Apart && !w.setsBeside(x) || top.answers() {
						w.adapt(walk, x, a, key, top.outer)
					}
				}
			}
			if !seen {
				w.carry(top, x)
			}
		}
	}
	w.adapted = true
	for _, walk := range w.walks {
		if walk != nil && len(walk.exits) > 1 {
			walk.exits = nil
		}
	}
	return own
}

// challenged reports whether a handler that is converted to one of the types is called with the challenge set.
func (w *Walker) challenged(types []*types.TypeName, find func(t *types.TypeName, handler bool) []Adapter) bool {
	for _, t := range types {
		if slices.ContainsFunc(find(t, false), func(a Adapter) bool { return a.Challenges }) {
			return true
		}
	}
	return false
}

// top is a function whose results an adapter gets to see: from its own hands, if outer, else through a caller in this
// package, which may still set a header, but cannot take back what has been sent.
type top struct {
	target
	outer bool
}

// answers reports whether what the function returns may reach the framework: it is given the response, and if it has no name to be
// called by, it yields nothing beside its error, as handlers do. Of another function the handler that passes its error on is told.
func (t top) answers() bool {
	return t.input != event.NoResponse && event.PowerOf(t.fn.Params[t.input].Type()) == event.All && (t.fn.Object() != nil || t.fn.Signature.Results().Len() == 1)
}

// tops are the functions with results, one walk for each.
func (w *Walker) tops() []top {
	if w.topmost != nil {
		return w.topmost
	}
	called, taken, carries := w.called(), w.taken(), w.findTellers(true)
	tops := []top{}
	for _, fn := range w.program.Funcs {
		if fn.Signature.Results().Len() == 0 || fn.Synthetic != "" {
			continue
		}
		t := top{target: target{fn, event.NoResponse}}
		t.outer = !called[fn] || taken[fn] || fn.Object() != nil && fn.Object().Exported()
		for i, p := range fn.Params {
			if event.Answers(p.Type()) || t.input == event.NoResponse && responds(p.Type()) {
				t.input = int32(i)
			}
		}
		if t.input == event.NoResponse && (!t.outer || maker(fn) || !carries[fn] || transports(fn)) {
			continue // its callers choose, or there is nothing to make an answer of
		}
		if w.walk(t.target) != nil {
			tops = append(tops, t)
		}
	}
	w.topmost = tops
	return tops
}

// called finds the functions that are called in this package.
func (w *Walker) called() map[*ssa.Function]bool {
	called := make(map[*ssa.Function]bool)
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					if callee := call.Common().StaticCallee(); callee != nil {
						called[event.Source(callee)] = true
					}
				}
			}
		}
	}
	return called
}

func maker(fn *ssa.Function) bool {
	return fn.Object() != nil && fn.Object().Exported() && fn.Signature.Recv() == nil && len(fn.Blocks) <= 2
}

// transports reports whether a function yields a response that was received: its error is the transport's, and no handler's.
func transports(fn *ssa.Function) bool {
	for v := range fn.Signature.Results().Variables() {
		if typeName(v.Type()) == "*net/http.Response" {
			return true
		}
	}
	return false
}

// resultTypes are the named types of what an exit returns.
func (w *Walker) resultTypes(x Exit) []*types.TypeName {
	var found []*types.TypeName
	results := x.ret.Parent().Signature.Results()
	for i, v := range x.Results {
		t := named(results.At(i).Type())
		switch isError := event.IsError(results.At(i).Type()); {
		case isError && v.Obj != nil:
			t = lookupType(w.program.Pkg.Pkg, v.Obj.Type)
		case isError && v.Kind == NonNil && v.Text != "":
			t = lookupType(w.program.Pkg.Pkg, v.Text) // of which nothing but its type is known: that may be enough
		}
		if t != nil && t.Pkg() != nil && !slices.Contains(found, t) {
			found = append(found, t)
		}
	}
	return found
}

// conversions finds the functions that are converted to a named handler type.
func (w *Walker) conversions() map[*ssa.Function][]*types.TypeName {
	found := make(map[*ssa.Function][]*types.TypeName)
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				ct, ok := instr.(*ssa.ChangeType)
				if !ok {
					continue
				}
				t := named(ct.Type())
				var target *ssa.Function
				switch x := ct.X.(type) {
				case *ssa.Function:
					target = event.Source(x)
				case *ssa.MakeClosure:
					target = event.Source(x.Fn.(*ssa.Function))
				}
				if t != nil && target != nil && !slices.Contains(found[target], t) {
					found[target] = append(found[target], t)
				}
			}
		}
	}
	return found
}

// adapt adds what one adapter makes of one way out of a handler.
func (w *Walker) adapt(walk *Walk, x Exit, a Adapter, key *types.TypeName, outer bool) {
	for _, adapted := range a.Answers {
		if !w.possible(x, adapted.Guards, key) || adapted.Bare && wrapsStatus(x, key) || adapted.Hands && x.First.Sure >= Failed {
			continue
		}
		answer := Answer{Instr: x.ret, Status: adapted.Status, Explicit: adapted.Explicit, Marks: adapted.Marks, Prior: x.First,
			Opaque: x.Opaque || x.Post, By: a.By, Default: a.Default, Guards: x.Guards, Knows: x.Knows, Cond: x.cond, node: x.node}
		answer.Prior.At = x.sent
		if adapted.Status.Kind == Ref {
			answer.Status = w.handlerResult(x, adapted.Status.Ref, key)
		} else {
			answer.Status.At = adapted.Site
		}
		if answer.Status.At.Far != "" {
			answer.Status.At = answer.Status.At.passedOn()
		}
		answer.Knows.Known = x.Knows.Known || x.knew // it is the handler that leaves: nobody asks it who is known
		answer.Why, answer.Status.Why = cmp.Or(answer.Status.Why, whyOf(x)), nil
		for i, m := range answer.Marks {
			if m.Kind == Inherited {
				answer.Marks[i] = x.Marks[i]
			}
		}
		if strings.HasPrefix(adapted.Status.Ref.Path, carried) {
			if carrier(x, key) < 0 {
				continue
			}
			answer.passedOn = !a.Default // who sends it, and after what, was not seen
		}
		answer.passedOn = answer.passedOn || passesOn(x)
		if x.First.Sure != Gone && (outer || x.First.Sure >= Failed) {
			walk.Adapted, _ = addAnswer(walk.Adapted, answer)
		}
	}
}

// wrapsStatus reports whether the error of type key is inside another one.
func wrapsStatus(x Exit, key *types.TypeName) bool {
	i := carrier(x, key)
	return i >= 0 && x.Results[i].Obj.Wrapped
}

// whyOf is why a function returned what it did: the first of its results that says so.
func whyOf(x Exit) *Reason {
	for _, r := range x.Results {
		if r.Why != nil {
			return r.Why
		}
	}
	return nil
}

// passesOn reports whether what is returned comes from the very call that has answered: then the mistake is made in there.
func passesOn(x Exit) bool {
	if !x.sent.Pos.IsValid() {
		return false
	}
	for _, r := range x.Results {
		if r.Obj != nil && slices.ContainsFunc(r.Obj.Fields, func(f Field) bool { return f.Val.At.Pos == x.sent.Pos }) {
			return true
		}
	}
	for _, r := range x.ret.Results {
		if extract, ok := r.(*ssa.Extract); ok {
			r = extract.Tuple
		}
		if call, ok := r.(*ssa.Call); ok && call.Pos() == x.sent.Pos {
			return true
		}
	}
	return false
}

// PassedOn reports whether what the function returns comes from the very call that has answered before.
func (a *Answer) PassedOn() bool { return a.passedOn }

// Again reports whether an answer names the status that has left before it.
func (a *Answer) Again() bool {
	return (a.Status.Kind == Const || a.Status.Kind == Ref) && same(a.Status, a.Prior.Status)
}

// possible reports whether what a handler returns by x can be what the guards ask for.
func (w *Walker) possible(x Exit, guards []Fact, key *types.TypeName) bool {
	for _, g := range guards {
		v := w.handlerResult(x, g.Place, key)
		if !agree(v, g.Val) || g.Val.Kind == Named && (v.Kind == Unknown || v.Kind == NonNil && v.Text == "") && x.First.Sure == Certain {
			return false // the error of an answer that could not be sent is none of the program's own
		}
	}
	return true
}

// handlerResult is what is known of a place that is reached from the results of a handler; key is the type that carries
// the status.
func (w *Walker) handlerResult(x Exit, p event.Place, key *types.TypeName) Val {
	if p.Base != HandlerResult || !strings.HasPrefix(p.Path, "#") {
		return Val{}
	}
	i, rest := carrier(x, key), strings.TrimPrefix(p.Path, carried)
	if rest == p.Path {
		end := 1
		for end < len(p.Path) && p.Path[end] >= '0' && p.Path[end] <= '9' {
			end++
		}
		i, _ = strconv.Atoi(p.Path[1:end])
		rest = p.Path[end:]
	}
	if i < 0 || i >= len(x.Results) {
		return Val{}
	}
	v := x.Results[i]
	if rest == "" {
		return v
	}
	if v.Obj == nil {
		return Val{}
	}
	if status := w.statusAt(v.Obj, rest); status.Kind != Unknown {
		return status
	}
	return v.Obj.field(rest)
}

// carrier is the number of the result that is of the type key, or an error that is; -1 if there is none.
func carrier(x Exit, key *types.TypeName) int {
	if key == nil {
		return -1
	}
	name := key.Pkg().Path() + "." + key.Name()
	for i, v := range x.Results {
		if v.Obj != nil && strings.TrimPrefix(v.Obj.Type, "*") == name {
			return i
		}
	}
	return -1
}

// Position is where the status of an answer was chosen: the place its value was made at, if it has travelled within this
// package, else the call that sends it.
func (a *Answer) Position() token.Pos {
	if a.Status.At.Pos.IsValid() && !a.Status.At.Local {
		return a.Status.At.Pos
	}
	return a.Pos()
}

// Pos is where the answer stands: the call, or, in a closure that the function runs, the call in there.
func (a *Answer) Pos() token.Pos {
	if a.within.IsValid() {
		return a.within
	}
	return a.Instr.Pos()
}
