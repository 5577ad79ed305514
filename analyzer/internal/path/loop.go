package path

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// skipsLoop reports whether a path would go past a range loop whose rounds are given the response, or set a challenge: providers
// that each try to authenticate, hooks that each set headers. That there are none of them at all is no path that anybody
// configures.
func (k *walk) skipsLoop(n *node) bool {
	head := n.block
	if head.Comment != "rangeindex.loop" && head.Comment != "rangeiter.loop" || n.from == nil || head.Dominates(n.from.block) {
		return false
	}
	answers, ok := k.loops[head]
	if !ok {
		answers = k.answersIn(head.Succs[0])
		k.loops[head] = answers
	}
	return answers
}

// answersIn reports whether the response is given to code, or a challenge is set, in a block or in one that it leads to alone.
func (k *walk) answersIn(body *ssa.BasicBlock) bool {
	if k.root == event.NoResponse {
		return false
	}
	for _, block := range k.Blocks {
		if body.Dominates(block) && slices.ContainsFunc(block.Instrs, func(instr ssa.Instruction) bool {
			e := k.Of(instr, k.root)
			return (e.Kind == event.CallKnown || e.Kind == event.CallEach || e.Kind == event.CallUnseen) && e.Input >= 0 || setsChallenge(e) ||
				e.Kind == event.SetHeader && e.Name != nil && k.gathered(e.Name)
		}) {
			return true
		}
	}
	return false
}

// setsChallenge reports whether an event sets a challenge header, by its name.
func setsChallenge(e event.Event) bool {
	name := e.Fixed
	if c, ok := e.Name.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		name = api.Canonical(constant.StringVal(c.Value))
	}
	return e.Kind == event.SetHeader && slices.Contains(Headers[:], name)
}

// firstIndex is the index of the first round of a loop over a slice: the counter starts at -1. Later rounds are not told apart, but for
// the second one of a loop that ends after a known number: there may be none.
func firstIndex(env *Env, k *walk, v ssa.Value) (Val, bool) {
	add, ok := v.(*ssa.BinOp)
	if !ok || add.Op != token.ADD || !isInteger(add.Type()) {
		return Val{}, false
	}
	one, ok := add.Y.(*ssa.Const)
	if !ok || one.Value == nil || one.Value.ExactString() != "1" {
		return Val{}, false
	}
	switch n, ok := k.value(env, add.X).Int(); {
	case ok && n == -1:
		return Val{Kind: Const, Text: "i0"}, true
	case ok && n == 0 && k.endsAt(env, add.X):
		return Val{Kind: Const, Text: "i1"}, true
	}
	return Val{}, true
}

// endsAt reports whether a loop's counter is compared with a number that the path knows, or knows to be small, or asks about elsewhere.
func (k *walk) endsAt(env *Env, counter ssa.Value) bool {
	if counter.Referrers() == nil {
		return false // a constant
	}
	for _, ref := range *counter.Referrers() {
		if end, ok := ref.(*ssa.BinOp); ok && end.Op == token.LSS && end.X == counter {
			switch v := k.value(env, end.Y); v.Kind {
			case Const:
				return true
			case Other:
				return v.Hi < highest || comparesWithConst(end.Y)
			}
		}
	}
	return false
}

// comparesWithConst reports whether a number is compared with a constant somewhere.
func comparesWithConst(v ssa.Value) bool {
	return v.Referrers() != nil && slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		c, ok := ref.(*ssa.BinOp)
		if !ok || !isBool(c.Type()) {
			return false
		}
		_, left := c.X.(*ssa.Const)
		_, right := c.Y.(*ssa.Const)
		return left || right
	})
}
