package path

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

// compares reads ==, != and the orders.
func (k *walk) compares(env *Env, c *ssa.BinOp, truth bool, depth int) meaning {
	x, y, op := c.X, c.Y, c.Op
	if _, ok := x.(*ssa.Const); ok {
		x, y, op = y, x, mirrored(op)
	}
	if !truth {
		op = negated(op)
	}
	zero, isConst := y.(*ssa.Const)
	if b, ok := constBool(y); ok && (op == token.EQL || op == token.NEQ) {
		m, _ := k.means(env, x, b == (op == token.EQL), depth+1)
		return m
	}
	if call, ok := x.(*ssa.Call); ok && isConst {
		if length, ok := lengthOf(call); ok {
			if there, ok := present(op, zero); ok {
				return k.found(env, length, there)
			}
			return k.differs(length, y, false)
		}
		if src := origin.SourceOf(call.Common()); src != nil && src.Compares {
			n, _ := constant.Int64Val(constant.ToInt(zero.Value))
			return k.judged(env, x, (op == token.EQL) == (n != 0))
		}
	}
	if op != token.EQL && op != token.NEQ {
		return k.differs(x, y, false)
	}
	if isConst && isZero(zero) {
		if types.Implements(x.Type(), errorInterface) {
			return k.failed(env, x, op == token.NEQ)
		}
		return k.found(env, x, op == token.NEQ)
	}
	return k.differs(x, y, op == token.EQL)
}

func constBool(v ssa.Value) (value, ok bool) {
	c, isConst := v.(*ssa.Const)
	if !isConst || c.Value == nil || c.Value.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(c.Value), true
}

func lengthOf(call *ssa.Call) (ssa.Value, bool) {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
		return call.Call.Args[0], true
	}
	return nil, false
}

// present reports whether a length that is op n is that of something; ok is false where it asks for more than that.
func present(op token.Token, n *ssa.Const) (there, ok bool) {
	length, _ := constant.Int64Val(constant.ToInt(n.Value))
	switch {
	case op == token.EQL && length == 0, op == token.LSS && length == 1, op == token.LEQ && length == 0:
		return false, true
	case op == token.NEQ && length == 0, op == token.GTR && length == 0, op == token.GEQ && length == 1:
		return true, true
	}
	return false, false
}

func isZero(c *ssa.Const) bool {
	if c.Value == nil {
		return true
	}
	switch c.Value.Kind() {
	case constant.String:
		return constant.StringVal(c.Value) == ""
	case constant.Int:
		return constant.Sign(c.Value) == 0
	}
	return false
}

// differs reads a comparison of two values.
func (k *walk) differs(x, y ssa.Value, equal bool) meaning {
	a, b := k.from(x), k.from(y)
	o := a.Or(b)
	if verifies(a, b, fieldName(y)) || verifies(b, a, fieldName(x)) {
		o.Kinds &^= api.Identity
	}
	m := meaning{gain: Knows{Consulted: o.Has(somebody)}}
	_, fixed := y.(*ssa.Const)
	switch {
	case !equal, o.Has(api.Identity):
		m.why.Refused = orUnknown(o)
		m.why.Permits = permissionWord(fieldName(x)) || permissionWord(fieldName(y)) || owns(a, b) || owns(b, a) ||
			fixed && a.Has(somebody) && fieldName(x) == "" && !computed(x)
		m.gain.Known = o.Has(api.Identity) && o.Proven() && (fieldOfSomebody(x) || fieldOfSomebody(y))
	default:
		m.why.Other = orUnknown(o)
		if !fixed {
			m.gain.Known = o.Has(api.Credential) && !o.Has(api.Proof)
			m.gain.Inputs = o.Inputs
		}
	}
	return m
}

// fieldOfSomebody reports whether a value is read from a field: then there was somebody to read it from.
func fieldOfSomebody(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Field:
		return true
	case *ssa.UnOp:
		_, ok := v.X.(*ssa.FieldAddr)
		return ok
	}
	return false
}
