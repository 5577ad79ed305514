package path

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// variable is what is read from a variable that is one thing wherever it is read; ok is false for others.
func (k *walk) variable(load *ssa.UnOp) (val Val, ok bool) {
	switch addr := load.X.(type) {
	case *ssa.Global:
		return k.global(addr), true
	case *ssa.Alloc, *ssa.FreeVar:
		if c := loadedConst(load); c != nil {
			return literal(c), true
		}
	}
	return Val{}, false
}

// loadedConst is the constant that a local or captured variable always has where it is read.
func loadedConst(load *ssa.UnOp) *ssa.Const {
	switch addr := load.X.(type) {
	case *ssa.Alloc:
		return onlyConst(addr, load)
	case *ssa.FreeVar:
		return capturedConst(addr)
	}
	return nil
}

// onlyConst is the constant that a local variable always has where it is read, or captured by a closure: it is written once, before,
// maybe from another such variable. A variable is kept in memory for a closure that reads it, and so is a result for deferred calls.
func onlyConst(alloc *ssa.Alloc, load ssa.Instruction) *ssa.Const {
	store := event.OnlyStore(alloc)
	if store == nil || !store.Block().Dominates(load.Block()) {
		return nil
	}
	if store.Block() == load.Block() && slices.Index(store.Block().Instrs, ssa.Instruction(store)) > slices.Index(store.Block().Instrs, load) {
		return nil
	}
	switch v := store.Val.(type) {
	case *ssa.Const:
		return v
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return loadedConst(v) // it ends: each store comes before the one that reads it
		}
	}
	return nil
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
