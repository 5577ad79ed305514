package path

import (
	"go/constant"
	"go/token"
	"slices"
	"strings"

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

// ofLoop is why a loop over a range goes on, or has come to its end: none of its rounds has left it by a test, and what those tests look
// for was not there. Where they say nothing of the caller it is not known what the loop was for.
func (k *walk) ofLoop(env *Env, head *ssa.BasicBlock, atEnd bool, end Reason) Reason {
	end.Other.Kinds |= api.Unknown
	if !atEnd {
		return end
	}
	tests, ok := k.tests[head]
	if !ok {
		tests = leavingTests(head)
		k.tests[head] = tests
	}
	var all Reason
	for _, t := range tests {
		m, ok := k.means(env, t.cond, t.stays, 0)
		if !ok || !m.why.says() {
			return end
		}
		all = all.or(m.why)
	}
	if len(tests) == 0 {
		return end
	}
	return all
}

// leavingTest is a condition that decides whether a loop is left in the middle of a round.
type leavingTest struct {
	cond  ssa.Value
	stays bool // what it is where the loop goes on
}

// leavingTests finds those of a loop: of the blocks of its rounds, the ones from which one side leads to another round and the other does not.
func leavingTests(head *ssa.BasicBlock) []leavingTest {
	body, back := head.Succs[0], map[*ssa.BasicBlock]bool{head: true}
	for queue := []*ssa.BasicBlock{head}; len(queue) > 0; queue = queue[1:] {
		for _, p := range queue[0].Preds {
			if !back[p] && body.Dominates(p) {
				back[p], queue = true, append(queue, p)
			}
		}
	}
	var tests []leavingTest
	for _, block := range head.Parent().Blocks {
		test, ok := block.Instrs[len(block.Instrs)-1].(*ssa.If)
		if ok && block != head && body.Dominates(block) && back[block.Succs[0]] != back[block.Succs[1]] {
			tests = append(tests, leavingTest{test.Cond, back[block.Succs[0]]})
		}
	}
	return tests
}

// marked reports whether a variable has kept that a loop has come to its end: found is still false.
func marked(next, head *ssa.BasicBlock) bool {
	edge := slices.Index(next.Preds, head)
	return edge >= 0 && strings.HasPrefix(head.Comment, "range") && slices.ContainsFunc(next.Instrs, func(instr ssa.Instruction) bool {
		phi, ok := instr.(*ssa.Phi)
		if !ok || !isBool(phi.Type()) {
			return false
		}
		_, ok = phi.Edges[edge].(*ssa.Const)
		return ok
	})
}
