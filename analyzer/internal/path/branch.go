package path

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

const maxCondition = 6 // how deep a condition is read

// decide tells what the condition is on a path, where the path knows.
func (k *walk) decide(env *Env, cond ssa.Value, depth int) (value, known bool) {
	_, canBeTrue := k.assume(env, cond, true, depth)
	_, canBeFalse := k.assume(env, cond, false, depth)
	return canBeTrue, canBeTrue != canBeFalse
}

// assume adds to env that the condition is as truth says; false where that cannot be.
func (k *walk) assume(env *Env, cond ssa.Value, truth bool, depth int) (*Env, bool) {
	if depth > maxCondition {
		return env, true
	}
	switch c := cond.(type) {
	case *ssa.Const:
		b := c.Value != nil && constant.BoolVal(c.Value)
		return env, b == truth
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return k.assume(env, c.X, !truth, depth+1)
		}
	case *ssa.BinOp:
		return k.compare(env, c, truth, depth)
	case *ssa.Extract:
		if ta, ok := c.Tuple.(*ssa.TypeAssert); ok && truth && c.Index == 1 {
			next, ok := k.learn(env, c, boolean(true))
			if !ok {
				return env, false
			}
			return k.learnType(next, ta), true
		}
		if call, ok := c.Tuple.(*ssa.Call); ok && c.Index == 1 {
			if next, ok := k.library(env, call, truth); !ok {
				return env, false
			} else {
				env = next
			}
		}
	case *ssa.Call:
		if said, known := k.fixedTexts(env, c); known {
			return env, said == truth
		}
		if next, ok := k.library(env, c, truth); !ok {
			return env, false
		} else {
			env = next
		}
	}
	return k.learn(env, cond, boolean(truth))
}

// learnType notes the dynamic type of what was asserted with success.
func (k *walk) learnType(env *Env, ta *ssa.TypeAssert) *Env {
	if _, ok := ta.AssertedType.Underlying().(*types.Interface); ok {
		return env
	}
	known := k.value(env, ta.X)
	p := k.Place(ta.X)
	if p == event.NoPlace || known.Kind != Ref && known.Kind != Unknown && known.Kind != NonNil {
		return env
	}
	if known.Kind == Ref {
		p = known.Ref
	}
	return k.envs.with(env, p, Val{Kind: NonNil, Text: typeName(ta.AssertedType)})
}

func boolean(b bool) Val { return truth(b) }

// compare reads ==, != and the orders of integers.
func (k *walk) compare(env *Env, c *ssa.BinOp, truth bool, depth int) (*Env, bool) {
	if text, empty, ok := asksEmpty(c, truth); ok && !k.knowsLength(env, c.X) {
		op := token.NEQ
		if empty {
			op = token.EQL
		}
		return k.ordered(env, text, k.value(env, text), Val{Kind: Const, Text: "s"}, op, true)
	}
	x, y := k.value(env, c.X), k.value(env, c.Y)
	if x.Kind == Const && y.Kind != Const && y.Kind != Nil && y.Kind != Named {
		return k.ordered(env, c.Y, y, x, mirrored(c.Op), truth)
	}
	return k.ordered(env, c.X, x, y, c.Op, truth)
}

// asksEmpty reads len(text) == 0 and its like, which say the same as text == "".
func asksEmpty(c *ssa.BinOp, truth bool) (text ssa.Value, empty, ok bool) {
	call, isCall := c.X.(*ssa.Call)
	n, isConst := c.Y.(*ssa.Const)
	if !isCall || !isConst || n.Value == nil {
		return nil, false, false
	}
	text, isLength := lengthOf(call)
	if !isLength || !isString(text.Type()) {
		return nil, false, false
	}
	op := c.Op
	if !truth {
		op = negated(op)
	}
	there, ok := present(op, n)
	return text, !there, ok
}

// knowsLength reports whether the path knows something of the length itself.
func (k *walk) knowsLength(env *Env, length ssa.Value) bool {
	v := env.at(k.Place(length))
	return v.Kind == Const || v.Kind == Other
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// ordered reads "v op y", where x is what is known of v.
func (k *walk) ordered(env *Env, v ssa.Value, x, y Val, op token.Token, truth bool) (*Env, bool) {
	if !truth {
		op = negated(op)
	}
	switch op {
	case token.EQL:
		if y.Kind == Const || y.Kind == Nil || y.Kind == Named {
			return k.learn(env, v, y)
		}
		if x.Kind == NonNil && y.Kind == Nil {
			return env, false
		}
	case token.NEQ:
		switch {
		case same(x, y) && (x.Kind == Const || x.Kind == Nil):
			return env, false
		case y.Kind == Nil:
			if x.Kind == Nil {
				return env, false
			}
			if x.nonNil() {
				return env, true
			}
			return k.learn(env, v, Val{Kind: NonNil})
		case y.Kind == Const && y.Text == "b0" || y.Kind == Const && y.Text == "b1":
			return k.learn(env, v, boolean(y.Text == "b0"))
		case y.Kind == Const || y.Kind == Named:
			return k.learn(env, v, but(y.Text))
		}
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		if n, ok := y.Int(); ok {
			return k.learn(env, v, ranged(op, n))
		}
	}
	return env, true
}

func ranged(op token.Token, n int) Val {
	switch op {
	case token.LSS:
		return within(lowest, n-1)
	case token.LEQ:
		return within(lowest, n)
	case token.GTR:
		return within(n+1, highest)
	}
	return within(n, highest)
}

func negated(op token.Token) token.Token {
	switch op {
	case token.EQL:
		return token.NEQ
	case token.NEQ:
		return token.EQL
	case token.LSS:
		return token.GEQ
	case token.LEQ:
		return token.GTR
	case token.GTR:
		return token.LEQ
	case token.GEQ:
		return token.LSS
	}
	return op
}

func mirrored(op token.Token) token.Token {
	switch op {
	case token.LSS:
		return token.GTR
	case token.LEQ:
		return token.GEQ
	case token.GTR:
		return token.LSS
	case token.GEQ:
		return token.LEQ
	}
	return op
}

// learn adds what a condition says of v, also to the variable that v was just read from.
func (k *walk) learn(env *Env, v ssa.Value, says Val) (*Env, bool) {
	known := k.value(env, v)
	now, ok := meet(known, says)
	if !ok {
		return env, false
	}
	if now.Kind == known.Kind && known.Kind != Other || now.Kind == Ref {
		if now.Kind != Ref {
			return env, true
		}
		now = says
	}
	p := k.Place(v)
	if p == event.NoPlace {
		return env, true
	}
	if known.Kind == Ref {
		p = known.Ref
	}
	p = env.origin(p) // of a variable that still is an input, it is the input that is learned of
	env = k.envs.with(env, p, now)
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL && k.Value(p.Base) == v && !writtenSince(load) {
		env = k.envs.with(env, k.Content(load.X), now)
	}
	return env, true
}

// writtenSince reports whether something is stored between a read and the end of its block.
func writtenSince(load *ssa.UnOp) bool {
	instrs := load.Block().Instrs
	for i := len(instrs) - 1; i >= 0 && instrs[i] != ssa.Instruction(load); i-- {
		if _, ok := instrs[i].(*ssa.Store); ok {
			return true
		}
	}
	return false
}

// library reads errors.Is, errors.As and errors.AsType.
func (k *walk) library(env *Env, call *ssa.Call, truth bool) (*Env, bool) {
	row := event.RowOf(call.Common())
	if row == nil || row.Does&(api.IsError|api.AsError|api.FindsError) == 0 {
		return env, true
	}
	err := k.value(env, call.Call.Args[0])
	if err.Kind == Nil {
		return env, !truth
	}
	switch {
	case row.Does&api.FindsError != 0:
		return k.asError(env, call, err, call.Call.Signature().Results().At(0).Type(), event.Place{Base: k.Register(call), Path: "#0"}, truth)
	case row.Does&api.IsError != 0:
		return k.isError(env, call, err, truth)
	}
	box, ok := call.Call.Args[1].(*ssa.MakeInterface)
	if !ok {
		return env, true
	}
	return k.asError(env, call, err, elem(box.X.Type()), k.Content(box.X), truth)
}

func (k *walk) isError(env *Env, call *ssa.Call, err Val, truth bool) (*Env, bool) {
	wanted := k.value(env, call.Call.Args[1])
	if wanted.Kind != Named {
		return env, true
	}
	if err.Kind == Named {
		return env, (err.Text == wanted.Text) == truth
	}
	if err.Kind == Object || err.Kind == NonNil && err.Text != "" {
		return env, true // it may wrap the one that is asked for
	}
	if !truth {
		return k.learn(env, call.Call.Args[0], but(wanted.Text))
	}
	return k.learn(env, call.Call.Args[0], wanted)
}

// asError fills the target of errors.As, or the result of errors.AsType, with the error itself: the fields that are read from it are the
// error's.
func (k *walk) asError(env *Env, call *ssa.Call, err Val, target types.Type, content event.Place, truth bool) (*Env, bool) {
	if iface, ok := target.Underlying().(*types.Interface); ok {
		return k.asInterface(env, call, err, iface, content, truth)
	}
	name := typeName(target)
	asked := Val{Kind: NonNil, Text: name}
	known := err.Kind == Object && err.Obj.Type == name || err.Kind == NonNil && err.Text == name
	if !truth {
		return env, !known
	}
	if !agree(err, asked) {
		return env, false
	}
	env = k.envs.without(env, content)
	p := k.Place(call.Call.Args[0])
	if err.Kind == Ref {
		p = err.Ref
	}
	if err.Kind == Ref || err.Obj == nil && p != event.NoPlace && k.keeps(p) {
		env = k.envs.with(env, content, Val{Kind: Ref, Ref: p})
		if s, ok := target.Underlying().(*types.Struct); ok { // it is copied
			for i := range s.NumFields() {
				field := fmt.Sprintf(".%d", i)
				env = k.envs.with(env, content.Then(field), Val{Kind: Ref, Ref: p.Then(field)})
			}
		}
		return k.envs.with(env, p, asked), true
	}
	return k.envs.with(env, content, err), true
}
