package path

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// Entry is in which states a function can be entered, by all that is known of its callers.
type Entry struct {
	Taken  bool    // the function is used as a value: as a handler
	Fresh  bool    // with nothing sent
	Open   bool    // by calls that are not seen
	Bare   [2]bool // with the challenge header not set
	Right  [2]bool // with it set
	Unseen [2]bool // by code that cannot be seen, or with a header that cannot be read

	Known    bool // behind a middleware that lets only somebody through who is known
	Anybody  bool // or not
	Hidden   bool // from registrations that are not seen
	Before   bool // it is registered before another handler, as a middleware
	Refusing bool // a library calls it, for those alone whose credentials were missing or wrong
	Plain    bool // it is registered as it is, always, on a router without middlewares, and nothing else calls it
}

// Authenticated reports whether every way in leads through a middleware that lets only somebody through who is known.
func (e Entry) Authenticated() bool { return e.Known && !e.Anybody }

// OnlyBare reports whether every way in leaves the header i unset, as far as can be seen.
func (e Entry) OnlyBare(i int) bool { return e.Bare[i] && !e.Right[i] }

// Entries finds for every walk how it can be entered: by callers of this package in the states they call it, and from
// outside if the function is exported, used as a value, or never called.
func (w *Walker) Entries() map[*Walk]Entry {
	w.tops() // those that are walked only for what they return have entries too
	taken := w.taken()
	called := make(map[target]bool)
	for _, t := range w.done {
		for _, h := range w.walks[t].Handed {
			called[h.Callee] = true
		}
	}
	entries, front, handlers, lost := make(map[*Walk]Entry), w.fronted(), w.registrations(), w.lost()
	w.foreign = handlers.foreigners()
	for _, t := range w.done {
		e := outside(t, taken[t.fn], called[t] || lost[t.fn])
		if isPlainHandler(t.fn) && front.covers(t.fn, handlers.seen[t.fn]) && e.Bare[WWW] {
			e.Bare[WWW], e.Right[WWW] = false, true
		}
		e.Taken = taken[t.fn]
		if how := handlers.seen[t.fn]; how != nil && (taken[t.fn] || !w.throughValue[t.fn]) {
			e.Known, e.Anybody, e.Hidden, e.Before = how.known, how.anybody, how.unseen, how.before
			e.Plain = !how.known && !how.unseen && !how.wrapped && !called[t]
			e.Refusing = how.refusing && !called[t]
			for i, set := range how.challenged {
				if set && e.Bare[i] {
					e.Bare[i], e.Right[i] = false, true
				}
			}
		} else if e.Bare[WWW] || e.Unseen[WWW] {
			e.Anybody, e.Hidden = true, true
		}
		if lost[t.fn] {
			e = anyhow(e)
		}
		entries[w.walks[t]] = e
	}
	for changed := true; changed; {
		changed = false
		for _, t := range slices.Backward(w.done) { // callees are done first: callers come first here
			for _, h := range w.walks[t].Handed {
				callee := w.walks[h.Callee]
				if callee == nil {
					continue
				}
				if now := entries[callee].with(h, entries[w.walks[t]]); now != entries[callee] {
					entries[callee] = now
					changed = true
				}
			}
		}
	}
	return entries
}

// isPlainHandler reports whether fn is what net/http calls a handler: func(ResponseWriter, *Request).
func isPlainHandler(fn *ssa.Function) bool {
	sig := fn.Signature
	return sig.Params().Len() == 2 && sig.Results().Len() == 0 && event.Answers(sig.Params().At(0).Type())
}

// outside is how a function can be entered by code that is not a call in this package.
func outside(t target, taken, called bool) Entry {
	if t.input >= int32(len(t.fn.Params)) {
		if taken || !called {
			return Entry{Fresh: true, Open: true, Unseen: [2]bool{true, true}} // a closure that somebody runs, with a response that it captured
		}
		return Entry{}
	}
	if taken || !called || t.fn.Object() != nil && t.fn.Object().Exported() {
		return Entry{Fresh: true, Open: true, Bare: [2]bool{true, true}}
	}
	return Entry{}
}

// anyhow adds calls of which nothing is known: they may have done all that is right.
func anyhow(e Entry) Entry {
	e.Fresh, e.Open, e.Right, e.Unseen, e.Anybody, e.Hidden = true, true, [2]bool{true, true}, [2]bool{true, true}, true, true
	return e
}

// lost finds the functions that are called by one that was given up before it had come to the call.
func (w *Walker) lost() map[*ssa.Function]bool {
	lost := make(map[*ssa.Function]bool)
	for _, t := range w.done {
		if w.walks[t].GaveUp == "" {
			continue
		}
		for _, b := range t.fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || slices.ContainsFunc(w.walks[t].Handed, func(h Handed) bool { return h.Instr == instr }) {
					continue
				}
				if callee := call.Common().StaticCallee(); callee != nil {
					lost[callee] = true
				}
			}
		}
	}
	return lost
}

// with adds a call.
func (e Entry) with(h Handed, caller Entry) Entry {
	e.Known, e.Anybody, e.Hidden = e.Known || caller.Known, e.Anybody || caller.Anybody, e.Hidden || caller.Hidden
	if h.Prior.Sure >= Failed || !caller.Fresh {
		return e // an answer has left, and no header is set for another
	}
	e.Fresh = e.Fresh || h.Prior.open() && !h.Opaque
	for i, m := range h.Marks {
		switch {
		case m.Kind == Set:
			e.Right[i] = true
		case m.Kind == Unset:
			e.Bare[i] = true
		case m.Kind == Unseen || m.Kind == Waived || h.Opaque:
			e.Unseen[i] = true
		default:
			e.Bare[i] = e.Bare[i] || caller.Bare[i]
			e.Right[i] = e.Right[i] || caller.Right[i]
			e.Unseen[i] = e.Unseen[i] || caller.Unseen[i]
		}
	}
	return e
}

// taken finds the functions that are used as values: somebody may call them without a call being seen.
func (w *Walker) taken() map[*ssa.Function]bool {
	taken := make(map[*ssa.Function]bool)
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				w.takenBy(instr, taken)
			}
		}
	}
	return taken
}

func (w *Walker) takenBy(instr ssa.Instruction, taken map[*ssa.Function]bool) {
	if mc, ok := instr.(*ssa.MakeClosure); ok {
		fn := event.Source(mc.Fn.(*ssa.Function))
		if !calledInPlace(mc) && !w.onlyCalled(fn, mc, mc) {
			taken[fn] = true
		}
		return
	}
	call, _ := instr.(ssa.CallInstruction)
	for i, op := range instr.Operands(nil) {
		fn, ok := (*op).(*ssa.Function)
		if !ok || call != nil && i == 0 && !call.Common().IsInvoke() {
			continue // the function that is called
		}
		if !w.onlyCalled(event.Source(fn), instr, fn) {
			taken[event.Source(fn)] = true
		}
	}
}

// calledInPlace reports whether a closure is only ever called by the function that makes it.
func calledInPlace(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case ssa.CallInstruction:
			if ref.Common().Value != v {
				return false
			}
		case *ssa.Store:
			alloc, ok := ref.Addr.(*ssa.Alloc)
			if !ok || event.OnlyStore(alloc) == nil {
				return false
			}
		case *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

// Trace lists where the conditions stand that led to the answer, the first one first.
func (a *Answer) Trace() []Branch { return a.node.trace() }

// Trace lists where the conditions stand that led to the header, the first one first.
func (h *Header) Trace() []Branch { return h.node.trace() }

// Branch is a condition on the way, and how it came out.
type Branch struct {
	At    token.Pos // of its operator, or of a call's parenthesis
	Holds bool
}

// questioned is where a condition is asked: for one of the results of a call, where that is called.
func questioned(cond ssa.Value) token.Pos {
	if x, ok := cond.(*ssa.Extract); ok {
		return x.Tuple.Pos()
	}
	return cond.Pos()
}

func (n *node) trace() []Branch {
	var branches []Branch
	for ; n != nil && n.from != nil; n = n.from {
		if end, ok := n.from.block.Instrs[len(n.from.block.Instrs)-1].(*ssa.If); ok && questioned(end.Cond).IsValid() {
			branches = append(branches, Branch{questioned(end.Cond), n.block == n.from.block.Succs[0]})
		}
	}
	slices.Reverse(branches)
	return branches
}
