package path

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// waive notes that on this side of a branch the operator's switch has turned the challenge off: a boolean of the
// configuration decides, and the other side sets the challenge.
func (k *walk) waive(s *State, block *ssa.BasicBlock, side int, cond ssa.Value) {
	if k.root == event.NoResponse || s.Marks[WWW].Kind != Inherited || !k.isSwitch(cond) {
		return
	}
	other := block.Succs[1-side]
	sets, ok := k.waived[other]
	if !ok {
		sets = len(other.Preds) == 1 && k.setsChallenge(other)
		k.waived[other] = sets
	}
	if sets {
		s.Marks[WWW] = Mark{Kind: Waived}
	}
}

// isSwitch reports whether a condition is a boolean that the operator chooses: a field of the server or its
// configuration, or a package variable.
func (k *walk) isSwitch(cond ssa.Value) bool {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return k.isSwitch(c.X)
		}
		if g, ok := c.X.(*ssa.Global); ok {
			return isBool(elem(g.Type()))
		}
		p := k.Place(c)
		if p.Base < 0 || p.Base >= k.Inputs() || p.Base == k.root || !strings.Contains(p.Path, ".") {
			return false
		}
		return !aside(k.Value(p.Base))
	}
	return false
}

// setsChallenge reports whether the challenge is set in a block or in one that it leads to alone.
func (k *walk) setsChallenge(from *ssa.BasicBlock) bool {
	for _, block := range k.Blocks {
		if !from.Dominates(block) {
			continue
		}
		for _, instr := range block.Instrs {
			e := k.Of(instr, k.root)
			switch e.Kind {
			case event.SetHeader:
				if name, ok := event.Canonical(e.Name); ok && name == Headers[WWW] {
					return true
				}
			case event.CallKnown:
				if e.Input < 0 {
					continue
				}
				if sum := k.summary(e.Callee, int32(e.Input)); sum != nil && slices.ContainsFunc(sum.Exits, func(x Exit) bool { return x.Marks[WWW].Kind == Set }) {
					return true
				}
			}
		}
	}
	return false
}

// asks reports whether a condition asks the writer, a type of somebody's own, whether it has been written to.
func (k *walk) asks(cond ssa.Value, depth int) bool {
	if depth > maxCondition {
		return false
	}
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.MUL {
			addr, ok := c.X.(*ssa.FieldAddr)
			return ok && k.Root(addr.X) == k.root && event.Answers(addr.X.Type())
		}
		return k.asks(c.X, depth+1)
	case *ssa.BinOp:
		return k.asks(c.X, depth+1) || k.asks(c.Y, depth+1)
	case *ssa.Extract:
		return k.asks(c.Tuple, depth+1)
	case *ssa.Call:
		if c.Call.IsInvoke() {
			return len(c.Call.Args) == 0 && k.Root(c.Call.Value) == k.root && event.Answers(c.Call.Value.Type())
		}
		return len(c.Call.Args) == 1 && c.Call.Signature().Recv() != nil && k.Root(c.Call.Args[0]) == k.root && event.Answers(c.Call.Args[0].Type())
	}
	return false
}
