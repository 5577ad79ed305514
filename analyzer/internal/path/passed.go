package path

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// Taker is what a function makes of what a handler returns that it is given as an argument: adapt(func(w, r) (int, error)).
type Taker struct {
	Input    int // the argument, the receiver counted
	Adapters []Adapter
}

// takers finds the functions of the package that adapt a handler which they are given.
func (w *Walker) takers() map[*ssa.Function][]Taker {
	found := make(map[*ssa.Function][]Taker)
	for _, t := range w.done {
		walk := w.walks[t]
		for _, call := range walk.handOns {
			p := givenAs(call.Call.Value)
			if p == nil || call.Call.IsInvoke() {
				continue
			}
			a := w.adapter(walk, call)
			if len(a.Answers) == 0 {
				continue
			}
			for i, q := range p.Parent().Params {
				if q == p {
					found[p.Parent()] = append(found[p.Parent()], Taker{Input: i, Adapters: []Adapter{a}})
				}
			}
		}
	}
	return found
}

// givenAs is the parameter that a function value is, of the function itself or of the one around it; nil for none.
func givenAs(v ssa.Value) *ssa.Parameter {
	for range maxWrappers {
		switch x := v.(type) {
		case *ssa.Parameter:
			return x
		case *ssa.ChangeType:
			v = x.X
		case *ssa.UnOp:
			v = x.X
		case *ssa.FreeVar:
			v = event.Binding(x)
		case *ssa.Alloc:
			store := event.OnlyStore(x)
			if store == nil {
				return nil
			}
			v = store.Val
		default:
			return nil
		}
	}
	return nil
}

// passedTo finds, by function, the adapters that it is passed to as a handler of a type without a name.
func (w *Walker) passedTo(takers map[*ssa.Function][]Taker) map[*ssa.Function][]Adapter {
	found := make(map[*ssa.Function][]Adapter)
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || call.Common().StaticCallee() == nil {
					continue
				}
				for _, t := range w.takersOf(event.Source(call.Common().StaticCallee()), takers) {
					if t.Input >= len(call.Common().Args) {
						continue
					}
					arg := call.Common().Args[t.Input]
					if named(arg.Type()) != nil {
						continue // found by its type
					}
					if handler := middlewareOf(arg); handler != nil {
						handler = event.Source(handler)
						found[handler] = append(found[handler], t.Adapters...)
					}
				}
			}
		}
	}
	return found
}

func (w *Walker) takersOf(fn *ssa.Function, own map[*ssa.Function][]Taker) []Taker {
	if obj, ok := fn.Object().(*types.Func); ok && fn.Blocks == nil {
		return w.facts.Takers(obj)
	}
	return own[fn]
}
