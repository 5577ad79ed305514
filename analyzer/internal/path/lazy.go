package path

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// remember notes a status that leaves later: with the first byte, or when the handler has returned. After the answer has left it
// is an answer that comes too late.
func (k *walk) remember(s *State, instr ssa.Instruction, e event.Event, status Val) {
	if code, ok := status.Int(); ok && code < 400 {
		k.goesOn(s, instr)
	}
	if s.First.Sure >= Failed {
		if same(status, s.First.Status) {
			return // nothing changes
		}
		k.commit(s, instr, status, true, Certain)
		return
	}
	if !status.At.Known() || status.At.Local {
		status.At = Site{Pos: instr.Pos()}
	}
	s.First = Commit{Sure: Stored, Explicit: true, Body: s.First.Body, Before: s.First.Body, Status: status, At: Site{Pos: instr.Pos()}}
}

// write sends a body with the status that was remembered, or 200; where nothing leaves before the handler has returned, the body is
// remembered too.
func (k *walk) write(s State, instr ssa.Instruction, e event.Event) []State {
	status, explicit := Val{Kind: Const, Text: "i200"}, false
	if s.First.Sure == Stored && e.Row.Does&api.Bypasses != 0 {
		s.First = Commit{}
	}
	if s.First.Sure == Stored {
		status, explicit = s.First.Status, s.First.Explicit
	}
	if e.Waits && s.First.Sure < Failed {
		if e.HasStatus {
			status = k.statusOf(s, e)
			k.remember(&s, instr, e, status)
		} else {
			k.goesOn(&s, instr)
		}
		k.body(&s, instr, e, status)
		if s.First.Sure != Stored {
			s.First = Commit{Sure: Stored, Status: status, At: Site{Pos: instr.Pos()}}
		}
		s.First.Body, s.First.Before = true, false
		return k.one(s)
	}
	return k.outcomes(s, instr, e, status, explicit)
}

// mayFail splits the path by whether a call went well or has answered by itself.
func (k *walk) mayFail(s State, instr ssa.Instruction, e event.Event) []State {
	failed := s
	failed.Aborted = failed.Aborted || e.Aborts
	k.sent(&failed, Commit{Sure: Certain, Explicit: true, Whole: true, Status: k.statusOf(s, e), At: Site{Pos: instr.Pos()}})
	if result, used := k.errorResultOf(instr); used {
		s.Env = k.envs.with(s.Env, result, Val{Kind: Nil})
		failed.Env = k.envs.with(failed.Env, result, Val{Kind: NonNil})
	}
	return []State{s, failed}
}

// ends makes the answer that was remembered, where the framework sends it when the function returns, and notes what becomes of
// the chain of handlers.
func (k *walk) ends(s State, ret *ssa.Return) {
	if k.fails(s, ret) {
		return // what handles the error answers: the status that was remembered is lost
	}
	k.settle(&s)
	if s.First.Sure == Stored && s.First.Explicit && k.outermost() {
		k.answer(&s, ret, Answer{Status: s.First.Status, Explicit: true, Marks: s.Marks, Symbolic: s.Symbolic, atEnd: true})
	}
	c := k.flows()
	if s.Aborted || s.Post != 0 || c == nil || c.StopsWhenSent && s.First.Sure >= Failed {
		return
	}
	if s.First.open() && !s.First.Explicit {
		k.out.Flows = append(k.out.Flows, s.Knows.Known)
	}
	if code, denied := s.First.Denied(); denied && !s.Asked && !s.Opaque {
		k.out.Past = append(k.out.Past, Past{Denial: s.First.At.Pos, Status: code, Whole: s.First.Whole, Next: ret, Chain: true, node: k.at})
	}
}

// fails reports whether a function certainly returns an error.
func (k *walk) fails(s State, ret *ssa.Return) bool {
	n := len(ret.Results)
	return n > 0 && event.IsError(ret.Results[n-1].Type()) && k.value(s.Env, ret.Results[n-1]).nonNil()
}

// Stores reports whether a call at the position names a status that waits until the function has returned, and keeps the headers that
// are set before it.
func (w *Walk) Stores(at token.Pos) bool {
	if !w.Func.Waits(w.Input) {
		return false
	}
	for _, block := range w.Func.Blocks {
		for _, instr := range block.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || call.Pos() != at {
				continue
			}
			row := event.RowOf(call.Common())
			return row != nil && row.Does&(api.Stores|api.Clears) == api.Stores
		}
	}
	return false
}

// outermost reports whether nobody in the package calls the function but a framework may.
func (k *walk) outermost() bool {
	if k.byFramework == nil {
		k.byFramework = k.taken()
		called := k.called()
		for _, fn := range k.program.Funcs {
			if !called[fn] || fn.Object() != nil && fn.Object().Exported() {
				k.byFramework[fn] = true
			}
		}
	}
	return k.byFramework[k.Function]
}

// flows is the context of a handler after which the next one runs, unless the chain was aborted; nil for another function.
func (k *walk) flows() *api.Context {
	if k.root == event.NoResponse || k.Signature.Results().Len() != 0 {
		return nil
	}
	if c := handlerContext(k.Signature); c != nil && c.Flows {
		return c
	}
	return nil
}

// handlerContext is the framework's context that a function of the type is given, alone or after a context.Context; nil if it is
// given anything else.
func handlerContext(sig *types.Signature) *api.Context {
	params := sig.Params()
	if params.Len() != 1 && (params.Len() != 2 || typeName(params.At(0).Type()) != "context.Context") {
		return nil
	}
	return event.ContextOf(params.At(params.Len() - 1).Type())
}

// isContext reports whether t is a framework's context.
func isContext(t types.Type) bool { return event.ContextOf(t) != nil }
