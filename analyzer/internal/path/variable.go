package path

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// variable is what is read from a variable that is one thing wherever it is read; ok is false for others.
func (k *walk) variable(load *ssa.UnOp) (val Val, ok bool) {
	switch addr := load.X.(type) {
	case *ssa.Global:
		return k.global(addr), true
	case *ssa.Alloc:
		if c := onlyConst(addr, load); c != nil {
			return literal(c), true
		}
	case *ssa.FreeVar:
		if c := capturedConst(addr); c != nil {
			return literal(c), true
		}
	}
	return Val{}, false
}

// onlyConst is the constant that a local variable always has where it is read, or captured by a closure: it is written once, before.
// A variable is kept in memory for a closure that reads it, and so is a result for deferred calls.
func onlyConst(alloc *ssa.Alloc, load ssa.Instruction) *ssa.Const {
	store := event.OnlyStore(alloc)
	if store == nil || !store.Block().Dominates(load.Block()) {
		return nil
	}
	c, _ := store.Val.(*ssa.Const)
	if store.Block() == load.Block() && slices.Index(store.Block().Instrs, ssa.Instruction(store)) > slices.Index(store.Block().Instrs, load) {
		return nil
	}
	return c
}

// capturedConst is the constant that a variable always has which a closure has captured, or one around it.
func capturedConst(v *ssa.FreeVar) *ssa.Const {
	what, by := event.Captured(v)
	switch what := what.(type) {
	case *ssa.FreeVar:
		return capturedConst(what)
	case *ssa.Alloc:
		return onlyConst(what, by)
	}
	return nil
}
