package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// functionVal is a function as a value: it is told from others, so that what a helper does with the function that it is given is held
// against what its caller gives.
func functionVal(fn *ssa.Function) Val { return Val{Kind: NonNil, Text: "func " + fn.String()} }

// follows reports whether a call through a function value is followed into the functions that it may be. A handler is not: it is the
// next one, and a middleware is told by what it calls. But one that always denies is no next handler.
func (k *walk) follows(e event.Event) bool {
	follows := answers(e.Call.Signature()) || !slices.ContainsFunc(e.Callees, func(fn *ssa.Function) bool {
		sum := k.summary(fn, int32(e.Into(fn).Input))
		return sum == nil || !sum.Always && !sendsGiven(sum)
	})
	for _, fn := range e.Callees {
		if before, ok := k.throughValue[fn]; !ok || before {
			k.throughValue[fn] = follows
		}
	}
	return follows
}

// answers reports whether a function is one that answers, by what it is told beside the response: an error, or, where it is not given the
// request, a status or a text. With the request, these may be parts of the path, and the function a handler.
func answers(sig *types.Signature) bool {
	told, request := false, false
	for p := range sig.Params().Variables() {
		t := p.Type()
		if isErrorish(t) {
			return true
		}
		b, basic := t.Underlying().(*types.Basic)
		told = told || basic && b.Info()&(types.IsInteger|types.IsString) != 0
		request = request || typeName(t) == "*net/http.Request" || event.PowerOf(t) == event.All && !event.Answers(t)
	}
	return told && !request
}

// sendsGiven reports whether a function sends a status that it is given.
func sendsGiven(sum *Summary) bool {
	return slices.ContainsFunc(sum.Answers, func(a Answer) bool { return a.Status.Kind == Ref && a.Status.Ref.Path == "" })
}

// onlyCalled reports whether a function that an instruction uses as a value is put where nothing is done with it but to call it, and
// all those calls have been followed.
func (w *Walker) onlyCalled(fn *ssa.Function, instr ssa.Instruction, v ssa.Value) bool {
	if !w.throughValue[fn] {
		return false
	}
	if made, ok := instr.(ssa.Value); ok {
		switch instr.(type) {
		case *ssa.ChangeType, *ssa.MakeClosure:
			return !slices.ContainsFunc(*made.Referrers(), func(ref ssa.Instruction) bool {
				_, debug := ref.(*ssa.DebugRef)
				return !debug && !w.onlyCalled(fn, ref, made)
			})
		}
	}
	return w.program.Kept(instr, v)
}
