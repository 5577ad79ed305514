package path

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// enter chooses the values of the phis of block on the edge from n. A truth value that is not known, but says something of the
// caller, is kept as both.
func (k *walk) enter(n *node, block *ssa.BasicBlock, s State) {
	if _, ok := block.Instrs[0].(*ssa.Phi); !ok {
		k.push(n, block, s)
		return
	}
	edge := slices.Index(block.Preds, n.block)
	paths := []State{s}
	for _, instr := range block.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		if yes, no, ok := k.kept(s.Env, phi, edge); ok && len(paths) == 1 {
			paths = k.both(paths[0], phi, phi.Edges[edge], yes, no)
			continue
		}
		if yes, no, ok := k.sides(s.Env, phi.Edges[edge]); ok && len(paths) == 1 {
			told := paths[0]
			paths = []State{told, told}
			paths[0].Env, paths[1].Env = yes, no
			paths[0], paths[1] = k.bind(paths[0], phi, truth(true)), k.bind(paths[1], phi, truth(false))
			continue
		}
		for i := range paths {
			paths[i] = k.bind(paths[i], phi, k.chosen(k.outcome(s.Env, phi.Edges[edge]), &s))
		}
	}
	for _, s := range paths {
		k.push(n, block, s)
	}
}

// sides is what a path knows of the function's inputs where v, a truth value that is computed of them, is true, and where it is false.
func (k *walk) sides(env *Env, v ssa.Value) (yes, no *Env, ok bool) {
	if !isComputed(v) {
		return nil, nil, false
	}
	if val := k.value(env, v); val.Kind != Unknown && val.Kind != Ref {
		return nil, nil, false
	}
	yes, canBe := k.assume(env, v, true, 0)
	no, canNot := k.assume(env, v, false, 0)
	return yes, no, canBe && canNot && len(k.guardsOf(yes)) > len(k.guardsOf(env))
}

// kept reads what it says of the caller that a variable is set to the outcome of a check.
func (k *walk) kept(env *Env, phi *ssa.Phi, edge int) (yes, no meaning, ok bool) {
	if !k.who || !isBool(phi.Type()) || !isComputed(phi.Edges[edge]) && callOf(phi.Edges[edge]) == nil {
		return yes, no, false
	}
	return k.verdicts(env, phi.Edges[edge])
}

// both are what a path becomes where the outcome of a check is kept: each knows what it says of the caller, and of what was checked.
func (k *walk) both(s State, phi *ssa.Phi, check ssa.Value, yes, no meaning) []State {
	var paths []State
	for _, side := range []struct {
		meaning
		truth bool
	}{{yes, true}, {no, false}} {
		after := s
		env, ok := k.assume(s.Env, check, side.truth, 0)
		if !ok {
			continue
		}
		after.Env, after.Knows = env, s.Knows.or(side.gain)
		paths = append(paths, k.bind(after, phi, Val{Kind: Const, Text: boolText(side.truth), Why: k.envs.reason(side.why)}))
	}
	return paths
}

// outcome is a value, and, where it is the known outcome of a check, what that says of the caller.
func (k *walk) outcome(env *Env, v ssa.Value) Val {
	val := k.value(env, v)
	if same := k.identity(env, val, k.Place(v)); same.Kind == Ref && k.keeps(same.Ref) {
		val = same // it is still that input, of which more may be known to a caller
	}
	truth, known := val.Bool()
	if !k.who || !known || val.Why != nil || !isComputed(v) {
		return val
	}
	if m, ok := k.means(env, v, truth, 0); ok && m.why.says() {
		val.Why = k.envs.reason(m.why)
	}
	return val
}

// bind gives a phi its value.
func (k *walk) bind(s State, phi *ssa.Phi, v Val) State {
	p := k.Place(phi)
	s.Env = k.envs.without(s.Env, p)
	if v.Kind != Unknown && !(v.Kind == Ref && v.Ref.Base == p.Base) && (!k.coarse || asksFor(phi)) {
		s.Env = k.envs.with(s.Env, p, v)
	}
	return s
}
