package path

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// gathered reports whether a value is read from a field in which the package gathers what its functions are told, one by one: the
// headers of an answer that is built up.
func (w *Walker) gathered(v ssa.Value) bool {
	field := gatheredIn(v)
	if field == nil {
		return false
	}
	if w.gathering == nil {
		w.gathering = make(map[*types.Var]bool)
		for _, fn := range w.program.Funcs {
			for _, block := range fn.Blocks {
				for _, instr := range block.Instrs {
					if f := gathers(instr); f != nil {
						w.gathering[f] = true
					}
				}
			}
		}
	}
	return w.gathering[field]
}

// gathers is the field that an instruction adds something to: an entry of a map, an element of a list, or a whole one that the function
// was given.
func gathers(instr ssa.Instruction) *types.Var {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		if _, fixed := instr.Key.(*ssa.Const); !fixed {
			return gatheredIn(instr.Map)
		}
	case *ssa.Store:
		at, ok := instr.Addr.(*ssa.FieldAddr)
		if !ok {
			return nil
		}
		_, whole := instr.Val.(*ssa.Parameter)
		call, ok := instr.Val.(*ssa.Call)
		if !whole && ok {
			b, builtin := call.Call.Value.(*ssa.Builtin)
			whole = builtin && b.Name() == "append"
		}
		if _, on := at.X.(*ssa.Parameter); on && whole {
			return event.FieldOf(at.X.Type(), at.Field)
		}
	}
	return nil
}

// gatheredIn is the field that a map or list, or an element of one, is read from; nil for none.
func gatheredIn(v ssa.Value) *types.Var {
	for range maxConversions + maxWrappers {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.IndexAddr:
			v = x.X
		case *ssa.Extract:
			v = x.Tuple
		case *ssa.Next:
			r, ok := x.Iter.(*ssa.Range)
			if !ok {
				return nil
			}
			v = r.X
		case *ssa.Alloc:
			store := event.OnlyStore(x)
			if store == nil {
				return nil
			}
			v = store.Val
		case *ssa.Field:
			if isGathering(x.Type()) {
				return event.FieldOf(x.X.Type(), x.Field)
			}
			v = x.X
		case *ssa.FieldAddr:
			if isGathering(elem(x.Type())) {
				return event.FieldOf(x.X.Type(), x.Field)
			}
			v = x.X
		default:
			return nil
		}
	}
	return nil
}

func isGathering(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Map, *types.Slice:
		return true
	}
	return false
}
