package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// matters reports whether it matters to the response which way a branch went: something is done to the response on one side alone, the
// function is left there, or a value is chosen that a later condition may ask for. A side that only puts together a query, or a line
// of the log, does not: many of them in a row make more paths than can be walked, all of them alike.
func (k *walk) matters(block *ssa.BasicBlock) bool {
	known, ok := k.mattering[block]
	if !ok {
		known = slices.ContainsFunc(block.Succs, func(side *ssa.BasicBlock) bool {
			return len(side.Preds) == 1 && slices.ContainsFunc(k.Blocks, func(b *ssa.BasicBlock) bool {
				return side.Dominates(b) && (k.does(b) || chooses(b))
			})
		}) || chooses(block)
		k.mattering[block] = known
	}
	return known
}

// does reports whether a block does something to the response, leaves the function, or keeps something for later.
func (k *walk) does(block *ssa.BasicBlock) bool {
	return slices.ContainsFunc(block.Instrs, func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Return, *ssa.Panic, *ssa.Defer, *ssa.Go, *ssa.RunDefers:
			return true
		case *ssa.Store:
			_, element := instr.Addr.(*ssa.IndexAddr) // elements of lists are not kept apart
			return !element && asked(elem(instr.Addr.Type())) || k.Of(instr, k.root).Kind != event.Nothing_
		case *ssa.Call:
			e := k.Of(instr, k.root)
			return e.Kind != event.Nothing_ && (e.Kind != event.CallKnown || e.Input >= 0)
		case *ssa.MapUpdate:
			return k.Of(instr, k.root).Kind != event.Nothing_
		}
		return false
	})
}

// chooses reports whether it depends on a block which value a condition may find later.
func chooses(block *ssa.BasicBlock) bool {
	return slices.ContainsFunc(block.Succs, func(next *ssa.BasicBlock) bool {
		return len(next.Preds) > 1 && slices.ContainsFunc(next.Instrs, func(instr ssa.Instruction) bool {
			phi, ok := instr.(*ssa.Phi)
			return ok && asksFor(phi)
		})
	})
}

// asksFor reports whether a later condition may ask for what a variable was set to: also for one of several fixed texts, by which a kind
// of error is chosen.
func asksFor(phi *ssa.Phi) bool {
	return asked(phi.Type()) || !slices.ContainsFunc(phi.Edges, func(v ssa.Value) bool {
		_, fixed := v.(*ssa.Const)
		return !fixed
	})
}

// asked reports whether conditions ask for values of type t: texts and lists are only put together.
func asked(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString == 0
	case *types.Slice:
		return false
	}
	return true
}
