package path

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

// meaning is what one side of a condition says: why the path goes there, and what it knows from then on.
type meaning struct {
	why    Reason
	gain   Knows
	nobody bool // there is nobody: whatever was known before was not of the caller
}

func other(o origin.Origin) meaning {
	if o.Nothing() {
		o.Kinds = api.Unknown
	}
	return meaning{why: Reason{Other: o}}
}

// means reads what it says of the caller that a condition is as truth says. The second result is false where it decides
// nothing by itself: one error that was not the one asked for.
func (k *walk) means(env *Env, cond ssa.Value, truth bool, depth int) (meaning, bool) {
	if depth > maxCondition {
		return other(origin.Origin{}), true
	}
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return k.means(env, c.X, !truth, depth+1)
		}
	case *ssa.BinOp:
		if err, ok := sentinel(c); ok {
			if truth != (c.Op == token.EQL) {
				return meaning{}, false
			}
			if val := k.value(env, err); val.Why != nil && val.Kind == Named {
				return meaning{why: *val.Why}, true
			}
			m := k.picked(env, err)
			m.why.Picked = true
			return m, true
		}
		return k.compares(env, c, truth, depth), true
	case *ssa.Call:
		if row := event.RowOf(c.Common()); row != nil && row.Does&(api.IsError|api.AsError) != 0 {
			return k.picks(env, c, truth)
		}
	}
	return k.holds(env, cond, truth), true
}

// sentinel is the error that a comparison holds against a package variable.
func sentinel(c *ssa.BinOp) (err ssa.Value, ok bool) {
	if c.Op != token.EQL && c.Op != token.NEQ || !event.IsError(c.X.Type()) {
		return nil, false
	}
	for _, side := range [][2]ssa.Value{{c.X, c.Y}, {c.Y, c.X}} {
		if load, isLoad := side[1].(*ssa.UnOp); isLoad {
			if _, isGlobal := load.X.(*ssa.Global); isGlobal {
				return side[0], true
			}
		}
	}
	return nil, false
}

// picks reads errors.Is and errors.As: what made the error decides, if it is known that this one was made.
func (k *walk) picks(env *Env, call *ssa.Call, truth bool) (meaning, bool) {
	if !truth {
		return meaning{}, false
	}
	if err := k.value(env, call.Call.Args[0]); err.Why != nil && (err.Kind == Named || err.Kind == Object || err.Kind == NonNil && err.Text != "") {
		return meaning{why: *err.Why}, true
	}
	m := k.picked(env, call.Call.Args[0])
	m.why.Picked = true
	return m, true
}

// picked is why one particular error came about: that of a call which reads or verifies a credential is about that.
func (k *walk) picked(env *Env, err ssa.Value) meaning {
	if src := origin.SourceOf(commonOf(err)); src != nil && k.from(err).Has(somebody) {
		return k.failed(env, err, true)
	}
	return other(origin.Origin{})
}

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
		if src := origin.SourceOf(call.Common()); src != nil && src.Pkg == "crypto/subtle" {
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

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

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

// from is what a value comes from, for the function that is walked: the receiver of a handler is the server.
func (k *walk) from(v ssa.Value) origin.Origin {
	o := k.tracer.Of(v)
	if o.Inputs&1 != 0 && k.root != event.NoResponse && k.Signature.Recv() != nil {
		o.Inputs &^= 1
		if !o.Has(somebody) {
			o.Kinds |= api.Server
		}
	}
	return o
}

// found reads a test for whether there is something: a user, a token, a header.
func (k *walk) found(env *Env, v ssa.Value, present bool) meaning {
	o := k.from(v)
	if name := fieldName(v); name != "" && o.Has(api.Identity) && !identifyingField(name) {
		return k.differs(v, v, present) // something about somebody, and not whether there is anybody
	}
	if !present {
		m := meaning{why: Reason{Absent: orUnknown(o)}, gain: Knows{Consulted: o.Has(somebody)}, nobody: o.Has(api.Identity)}
		if why := k.value(env, v).Why; why != nil {
			m.why = *why
		}
		return m
	}
	m := other(o)
	m.gain = Knows{Known: o.Has(api.Identity), Consulted: o.Has(somebody)}
	return m
}

func orUnknown(o origin.Origin) origin.Origin {
	if o.Nothing() {
		o.Kinds = api.Unknown
	}
	return o
}

// failed reads err != nil and err == nil.
func (k *walk) failed(env *Env, err ssa.Value, bad bool) meaning {
	o := k.from(err)
	m := meaning{gain: Knows{Consulted: o.Has(somebody)}}
	if bad {
		switch why := k.value(env, err).Why; {
		case verdict(callOf(err)) == verified:
			m.why.Absent = o // a second factor is a credential too, whoever has shown the first
		case why != nil:
			m.why = *why
		case k.judgesIdentity(err):
			m.why.Refused, m.why.Permits = o, permissionWord(calledName(callOf(err)))
		default:
			m.why.Absent = orUnknown(o)
		}
		return m
	}
	m.why.Other = orUnknown(o)
	switch verdict(callOf(err)) {
	case verified:
		m.gain.Known = true
	case unseen:
		if !alsoSaysYesOrNo(callOf(err)) {
			m.gain.Known = o.Has(somebody)
			m.gain.Inputs = o.Inputs
		}
	}
	return m
}

// alsoSaysYesOrNo reports whether a call yields a truth value beside its error: then that is the verdict.
func alsoSaysYesOrNo(call *ssa.Call) bool {
	if call == nil {
		return false
	}
	results := call.Call.Signature().Results()
	for i := range results.Len() {
		if isBool(results.At(i).Type()) {
			return true
		}
	}
	return false
}

// judgesIdentity reports whether an error comes from a call that was told who the caller is: it is about what he may.
func (k *walk) judgesIdentity(err ssa.Value) bool {
	call := callOf(err)
	if call == nil {
		return false
	}
	for _, arg := range call.Call.Args {
		if o := k.from(arg); o.Has(api.Identity) && !o.Has(api.Credential) {
			return true
		}
	}
	return false
}

// commonOf is the call that yields v; an empty one for none.
func commonOf(v ssa.Value) *ssa.CallCommon {
	if call := callOf(v); call != nil {
		return call.Common()
	}
	return new(ssa.CallCommon)
}

// callOf is the call that yields v; nil for none.
func callOf(v ssa.Value) *ssa.Call {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, _ := v.(*ssa.Call)
	return call
}

// What the success of a call says of a credential that it was given.
const (
	nothing  = iota // it only reads, or its summary says what it does
	verified        // the credential is right
	unseen          // it probably is: what else would it have been given for
)

func verdict(call *ssa.Call) int {
	if call == nil {
		return nothing
	}
	if src := origin.SourceOf(call.Common()); src != nil {
		switch {
		case src.Verifies:
			return verified
		case src.Reads:
			return nothing
		}
		return unseen
	}
	callee := call.Call.StaticCallee()
	if callee == nil {
		return unseen
	}
	if obj := callee.Object(); obj != nil && obj.Pkg() != nil && api.OnlyReads(obj.Pkg().Path()) || event.Source(callee).Blocks != nil {
		return nothing
	}
	return unseen
}

// holds reads a truth value.
func (k *walk) holds(env *Env, v ssa.Value, truth bool) meaning {
	if val := k.value(env, v); val.Why != nil && origin.SourceOf(commonOf(v)) == nil && (val.Why.says() || !k.from(v).Has(somebody)) {
		return meaning{why: *val.Why}
	}
	switch x := v.(type) {
	case *ssa.Extract:
		switch from := x.Tuple.(type) {
		case *ssa.TypeAssert:
			if x.Index == 0 {
				return k.flag(x, truth)
			}
			return k.found(env, from, truth)
		case *ssa.Lookup:
			if x.Index == 0 {
				return k.flag(x, truth)
			}
			return k.found(env, from, truth)
		case *ssa.Next:
			return other(k.from(from))
		}
	case *ssa.UnOp, *ssa.Field, *ssa.Lookup, *ssa.TypeAssert:
		return k.flag(x, truth)
	}
	return k.judged(env, v, truth)
}

// flag reads a truth value that stands in a field: of somebody who is known it says what he may, or is.
func (k *walk) flag(v ssa.Value, truth bool) meaning {
	o := k.from(v)
	if !o.Has(somebody) {
		return other(o)
	}
	if invalid(fieldName(v), truth) {
		return meaning{why: Reason{Absent: o}, gain: Knows{Consulted: true}, nobody: true} // what was parsed is good for nobody
	}
	m := meaning{gain: Knows{Consulted: true, Known: o.Has(api.Identity)}}
	switch {
	case o.Has(api.Identity) || !truth:
		m.why.Refused, m.why.Permits = o, permissionWord(fieldName(v))
	default:
		m.why.Other = o
		m.gain.Known = true
	}
	return m
}

// invalid reports whether a field says that the credential it belongs to is not good: jwt's Token.Valid, a session's Expired.
func invalid(name string, truth bool) bool {
	switch strings.ToLower(name) {
	case "valid", "isvalid":
		return !truth
	case "expired", "isexpired", "revoked", "isrevoked", "invalid":
		return truth
	}
	return false
}

// judged reads the truth value that a call yields, or what is computed from one.
func (k *walk) judged(env *Env, v ssa.Value, truth bool) meaning {
	o := k.from(v)
	call := callOf(v)
	m := meaning{gain: Knows{Consulted: o.Has(somebody)}}
	if call != nil {
		if src := origin.SourceOf(call.Common()); src != nil && src.Permits {
			o = origin.Origin{Kinds: api.Identity, What: "the permission"}
			m.why.Permits = true
		}
		m.why.Permits = m.why.Permits || k.asksPermission(call)
	}
	if o.Has(api.Identity) && call != nil && origin.AsksPresence(call.Common()) {
		if !truth {
			m.why.Absent = o
			return m
		}
		m.why.Other, m.gain.Known = o, true
		return m
	}
	reads := call != nil && verdict(call) == nothing && event.Source(orNil(call)).Blocks == nil
	switch {
	case !truth && reads && !o.Has(api.Identity):
		m.why.Absent = orUnknown(o)
	case !truth, o.Has(api.Identity):
		m.why.Refused = orUnknown(o)
	default:
		m.why.Other = orUnknown(o)
		if call == nil || verdict(call) != nothing { // else its summary says what it has found out
			m.gain.Known = o.Has(api.Credential)
			m.gain.Inputs = o.Inputs
		}
	}
	return m
}

// orNil is the function that a call runs, or one without a body.
func orNil(call *ssa.Call) *ssa.Function {
	if fn := call.Call.StaticCallee(); fn != nil {
		return fn
	}
	return new(ssa.Function)
}

// differs reads a comparison of two values.
func (k *walk) differs(x, y ssa.Value, equal bool) meaning {
	a, b := k.from(x), k.from(y)
	o := a.Or(b)
	m := meaning{gain: Knows{Consulted: o.Has(somebody)}}
	_, fixed := y.(*ssa.Const)
	switch {
	case !equal, o.Has(api.Identity):
		m.why.Refused = orUnknown(o)
		m.why.Permits = permissionWord(fieldName(x)) || permissionWord(fieldName(y)) || owns(a, b) || owns(b, a) ||
			fixed && a.Has(somebody) && fieldName(x) == "" && !computed(x)
		m.gain.Known = o.Has(api.Identity) && (fieldOfSomebody(x) || fieldOfSomebody(y))
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

// computed reports whether a value is worked out from another, and not what somebody is called.
func computed(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Extract:
		return computed(v.Tuple)
	case *ssa.Call:
		fn := v.Call.StaticCallee()
		return fn == nil || fn.Object() == nil || fn.Object().Pkg() == nil || api.OnlyReads(fn.Object().Pkg().Path())
	case *ssa.Index, *ssa.BinOp, *ssa.Slice, *ssa.Convert:
		return true
	case *ssa.UnOp:
		_, element := v.X.(*ssa.IndexAddr)
		return element
	}
	return false
}

// owns reports whether a comparison holds somebody who is known against what the request asks for: is it his?
func owns(who, what origin.Origin) bool {
	return who.Has(somebody) && !who.Has(api.Proof) && !what.Has(somebody|api.Unknown|api.Proof) && what.Has(api.Claim|api.Peer)
}

// asksPermission reports whether a call is told of a permission by its name, or by that of a field that it is given.
func (k *walk) asksPermission(call *ssa.Call) bool {
	if permissionWord(calledName(call)) {
		return true
	}
	somebody, something := false, false
	for _, arg := range event.Inputs(call.Common()) {
		o := k.from(arg)
		if o.Has(api.Identity) && permissionWord(fieldName(arg)) {
			return true
		}
		c, fixed := arg.(*ssa.Const)
		somebody = somebody || o.Has(api.Identity)
		something = something || fixed && c.Value != nil && c.Value.Kind() == constant.String || o.Has(api.Claim|api.Peer) && !o.Has(api.Identity|api.Credential)
	}
	return somebody && something && !computed(call) // may he do this, or have that?
}

func calledName(call *ssa.Call) string {
	switch {
	case call == nil:
		return ""
	case call.Call.IsInvoke():
		return call.Call.Method.Name()
	case call.Call.StaticCallee() != nil:
		return call.Call.StaticCallee().Name()
	}
	return ""
}

// fieldName is the name of the field, or the key of the map, that a value is read from.
func fieldName(v ssa.Value) string {
	var of types.Type
	var index int
	switch x := v.(type) {
	case *ssa.Field:
		of, index = x.X.Type(), x.Field
	case *ssa.UnOp:
		addr, ok := x.X.(*ssa.FieldAddr)
		if !ok {
			return ""
		}
		of, index = elem(addr.X.Type()), addr.Field
	case *ssa.Extract:
		return fieldName(x.Tuple)
	case *ssa.TypeAssert:
		return fieldName(x.X)
	case *ssa.Lookup:
		if c, ok := x.Index.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
			return constant.StringVal(c.Value)
		}
		return ""
	default:
		return ""
	}
	if s, ok := of.Underlying().(*types.Struct); ok {
		return s.Field(index).Name()
	}
	return ""
}

// identifyingField reports whether a field says who somebody is, so that nobody is there if it is empty.
func identifyingField(name string) bool {
	switch strings.ToLower(name) {
	case "id", "uid", "userid", "username", "name", "user", "login", "email", "subject", "sub", "account", "accountid", "principal",
		"peercertificates", "verifiedchains":
		return true
	}
	return false
}

// permissionWords are the words by which Go servers name what somebody may. They only tell a missing permission from a
// credential that is not good enough (expired, revoked, of the wrong kind), and only for somebody who is known.
var permissionWords = []string{
	"admin", "superuser", "staff", // the rights of all rights
	"role", "group", "member", // who one is among others
	"perm", "privilege", "scope", "grant", "allow", "forbid", // what one has been given
	"owner", "canaccess", "hasaccess", "canread", "canwrite", "canedit", "candelete", "canview",
}

func permissionWord(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc(permissionWords, func(word string) bool { return strings.Contains(lower, word) })
}
