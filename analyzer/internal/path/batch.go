package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// batch is what is known of headers that are copied onto a response all at once.
type batch uint8

const (
	anyHeaders  batch = iota // there may be a challenge among them
	noChallenge              // there is none
	passedOn                 // who calls the function knows: it has passed them
)

// copyAll notes that a map of headers is copied onto the response.
func (k *walk) copyAll(s *State, m ssa.Value) {
	switch what, from := k.batchOf(s.Env, m, nil); what {
	case anyHeaders:
		k.unseeMarks(s)
	case passedOn:
		s.Symbolic = Symbolic{Name: from, Set: true, Batch: true}
	}
}

// batchOf tells what is in a map of headers, and where that is if it was passed. The call that passes it on is none that changes it.
func (k *walk) batchOf(env *Env, m ssa.Value, call ssa.Instruction) (batch, event.Place) {
	if same, ok := m.(*ssa.ChangeType); ok {
		m = same.X
	}
	switch m := m.(type) {
	case *ssa.MakeMap:
		if plain(m, call, 0) {
			return noChallenge, event.NoPlace
		}
	case *ssa.Parameter:
		if plain(m, call, 0) {
			return passedOn, k.Place(m)
		}
	case nil:
	default:
		if k.value(env, m).Kind == Nil || k.root != event.NoResponse && k.Root(m) == k.root && k.filledHere(fieldOf(m)) {
			return noChallenge, event.NoPlace
		}
	}
	return anyHeaders, event.NoPlace
}

// passed tells what is in the headers that the callee copies, and where they are if the caller was passed them.
func (c *calling) passed(from event.Place) (batch, event.Place) {
	if from.Path == "" && from.Base >= 0 && int(from.Base) < len(c.inputs) {
		return c.batchOf(c.env, c.inputs[from.Base], c.instr)
	}
	return anyHeaders, event.NoPlace
}

// maxPlain bounds how deep the calls are followed that a map of headers is passed to.
const maxPlain = 3

// plain reports whether nothing that a function does with a map puts a challenge in it, but perhaps the instruction that is looked at.
func plain(m ssa.Value, but ssa.Instruction, depth int) bool {
	if depth > maxPlain || m.Referrers() == nil {
		return false
	}
	return !slices.ContainsFunc(*m.Referrers(), func(ref ssa.Instruction) bool {
		if ref == but {
			return false
		}
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.Range, *ssa.Lookup, *ssa.BinOp:
			return false
		case *ssa.ChangeType:
			return !plain(ref, but, depth)
		case *ssa.MapUpdate:
			return ref.Map != m || !harmless(ref.Key)
		case ssa.CallInstruction:
			return !leavesPlain(ref.Common(), m, depth)
		}
		return true
	})
}

// leavesPlain reports whether a call that is given a map of headers puts no challenge in it.
func leavesPlain(common *ssa.CallCommon, m ssa.Value, depth int) bool {
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return b.Name() == "len" || b.Name() == "delete" || b.Name() == "clear"
	}
	if row := event.RowOf(common); row != nil {
		if event.Operand(common, row.On) != m {
			return true // it is what is copied
		}
		return row.Does&(api.Spares|api.Deletes) != 0 || row.Does&(api.Sets|api.Adds) != 0 && harmless(event.Operand(common, row.Name))
	}
	callee := common.StaticCallee()
	if callee == nil {
		return false
	}
	for i, arg := range common.Args {
		if arg == m && (i >= len(callee.Params) || !plain(callee.Params[i], nil, depth+1)) {
			return false
		}
	}
	return true
}

// harmless reports whether a header's name is known, and no challenge's.
func harmless(name ssa.Value) bool {
	canonical, known := event.Canonical(name)
	return known && !slices.Contains(Headers[:], canonical)
}

// fieldOf is the field that a value is read from; nil for none.
func fieldOf(v ssa.Value) *types.Var {
	switch v := v.(type) {
	case *ssa.Field:
		return event.FieldOf(v.X.Type(), v.Field)
	case *ssa.UnOp:
		if at, ok := v.X.(*ssa.FieldAddr); ok {
			return event.FieldOf(at.X.Type(), at.Field)
		}
	}
	return nil
}

// filledHere reports whether the headers in a field beside the response begin with no challenge: the package alone stores them, and empty.
// What is put into them later counts as set on the response.
func (w *Walker) filledHere(field *types.Var) bool {
	if field == nil || field.Exported() {
		return false
	}
	if w.prefilled == nil {
		w.prefilled = make(map[*types.Var]bool)
		for _, fn := range w.program.Funcs {
			for _, block := range fn.Blocks {
				for _, instr := range block.Instrs {
					at, ok := instr.(*ssa.FieldAddr)
					if ok && event.PowerOf(elem(at.Type())) == event.Headers && !beginsPlain(at) {
						w.prefilled[event.FieldOf(at.X.Type(), at.Field)] = true
					}
				}
			}
		}
	}
	return !w.prefilled[field]
}

// beginsPlain reports whether what is stored at an address of a field is a map with no challenge in it.
func beginsPlain(at *ssa.FieldAddr) bool {
	return !slices.ContainsFunc(*at.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.UnOp:
			return false
		case *ssa.Store:
			m := ref.Val
			if same, ok := m.(*ssa.ChangeType); ok {
				m = same.X
			}
			if c, ok := m.(*ssa.Const); ok {
				return !c.IsNil()
			}
			made, ok := m.(*ssa.MakeMap)
			return !ok || !plain(made, ref, 0)
		}
		return true
	})
}
