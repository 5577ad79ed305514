package path

import (
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
			return k.picks(env, c.Call.Args[0], truth)
		}
	case *ssa.Extract:
		if from, ok := c.Tuple.(*ssa.Lookup); ok && len(k.table(from)) > 0 {
			return other(k.from(from.Index)), true // what was looked up decides
		}
		if asked, ok := c.Tuple.(*ssa.TypeAssert); ok && c.Index == 1 && event.IsError(asked.X.Type()) && k.from(asked.X).Inputs == 0 {
			return k.picks(env, asked.X, truth)
		}
	}
	return k.holds(env, cond, truth), true
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// from is what a value comes from, for the function that is walked: the receiver of a handler is the server.
func (k *walk) from(v ssa.Value) origin.Origin {
	o := k.tracer.Of(v)
	if o.Inputs&1 != 0 && k.root != event.NoResponse && k.Signature.Recv() != nil {
		o.Inputs &^= 1
		o.Kinds |= api.Server
	}
	return o
}

// found reads a test for whether there is something: a user, a token, a header.
func (k *walk) found(env *Env, v ssa.Value, present bool) meaning {
	o := k.from(v)
	if name := fieldName(v); o.Has(api.Identity) && (name != "" && !identifyingField(name) || counted(v) || listed(v) && !o.Has(api.Credential)) ||
		(o.Has(api.Identity) || o.Inputs != 0) && (k.heldUnder(v) || isRight(v.Type())) {
		return k.differs(v, v, present) // something about somebody, and not whether there is anybody
	}
	if !present {
		m := meaning{why: Reason{Absent: orUnknown(o)}, gain: Knows{Consulted: o.Has(somebody)}, nobody: o.Has(api.Identity)}
		if why := k.value(env, v).Why; why != nil {
			m.why = *why
		}
		if k.logsIn(callOf(v)) {
			m.why.Absent = m.why.Absent.Or(loggingIn)
		}
		return m
	}
	m := other(o)
	m.gain = Knows{Known: o.Has(api.Identity) && o.Proven(), Consulted: o.Has(somebody)}
	return m
}

// listed reports whether a value is a list that a call yields, or how long that is: of what somebody has, or may.
func listed(v ssa.Value) bool {
	if call, ok := v.(*ssa.Call); ok && len(call.Call.Args) == 1 {
		if _, ok := call.Call.Value.(*ssa.Builtin); ok {
			v = call.Call.Args[0] // len
		}
	}
	_, ok := v.Type().Underlying().(*types.Slice)
	return ok && callOf(v) != nil
}

// rightTypes are what types are called after that say what somebody may.
var rightTypes = []string{"role", "permission", "privilege"} // an OAuth grant is a credential

// isRight reports whether a value is of a type that says what somebody may, by the end of its name: who has none is somebody all the same.
func isRight(t types.Type) bool {
	n := named(t)
	return n != nil && slices.ContainsFunc(rightTypes, func(word string) bool { return strings.HasSuffix(strings.ToLower(n.Name()), word) })
}

// heldUnder reports whether a value is looked up in a map that a call yields, under something that says nothing of who is asking: of
// what somebody has, or may, by what it is about.
func (k *walk) heldUnder(v ssa.Value) bool {
	lookup, ok := v.(*ssa.Lookup)
	return ok && callOf(lookup.X) != nil && !k.from(lookup.Index).Has(somebody)
}

func orUnknown(o origin.Origin) origin.Origin {
	if o.Nothing() {
		o.Kinds = api.Unknown
	}
	return o
}

// holds reads a truth value.
func (k *walk) holds(env *Env, v ssa.Value, truth bool) meaning {
	if val := k.value(env, v); val.Why != nil && origin.SourceOf(commonOf(v)) == nil && (val.Why.says() || !k.from(v).Has(somebody)) {
		m := meaning{why: *val.Why}
		m.why.Permits = m.why.Permits || m.why.May() && k.asksFor(callOf(v), val.Why)
		return m
	}
	switch x := v.(type) {
	case *ssa.Extract:
		switch from := x.Tuple.(type) {
		case *ssa.TypeAssert:
			if x.Index == 0 {
				return k.flag(x, truth)
			}
			if !truth && (!anything(from.X) && fieldName(from.X) == "" || permissionWord(fieldName(from.X))) {
				return other(k.from(from)) // somebody of another kind is somebody, and a role of another type, or none, says nothing of what he may
			}
			return k.found(env, from, truth)
		case *ssa.Lookup:
			if x.Index == 0 {
				return k.flag(x, truth)
			}
			if of, asked := k.trait(from); asked {
				m := k.flag(x, truth)
				m.why.Permits = m.why.Permits || permissionWord(of)
				return m
			}
			return k.found(env, from, truth)
		case *ssa.Next:
			return other(k.from(from))
		case *ssa.Call:
			if origin.AsksContext(from.Common()) && isBool(x.Type()) {
				return k.found(env, from, truth) // u, ok := c.Get("user")
			}
		}
	case *ssa.UnOp, *ssa.Field, *ssa.Lookup, *ssa.TypeAssert:
		return k.flag(x, truth)
	}
	return k.judged(env, v, truth)
}

// trait reports whether a map is asked about somebody who is known and not for him: about his role or group, or whether he is in a set.
// It returns the name of the field that is looked up, if it is one.
func (k *walk) trait(from *ssa.Lookup) (field string, ok bool) {
	field = fieldName(from.Index)
	if !isSet(from.X.Type()) && (field == "" || identifyingField(field)) {
		return "", false // an account is looked for
	}
	return field, k.from(from.Index).Has(api.Identity)
}

// isSet reports whether the values of a map say nothing but that the key is there.
func isSet(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return false
	}
	s, ok := m.Elem().Underlying().(*types.Struct)
	return ok && s.NumFields() == 0
}

// anything reports whether a value may be of any type, as what a context or a map keeps: of another interface it is known by its type
// what it is, and to ask for one that implements it is to ask which kind it is.
func anything(v ssa.Value) bool {
	i, ok := v.Type().Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}

// flag reads a truth value that stands in a field: of somebody who is known it says what he may, or is.
func (k *walk) flag(v ssa.Value, truth bool) meaning {
	o := k.from(v)
	switch {
	case !o.Has(somebody) && o.Inputs != 0 && permissionWord(fieldName(v)):
		return meaning{why: Reason{Refused: o, Permits: true}} // whose it is, the callers know
	case !o.Has(somebody):
		return other(o)
	}
	if invalid(fieldName(v), truth) {
		return meaning{why: Reason{Absent: o}, gain: Knows{Consulted: true}, nobody: true} // what was parsed is good for nobody
	}
	m := meaning{gain: Knows{Consulted: true, Known: o.Has(api.Identity) && o.Proven()}}
	switch {
	case o.Has(api.Identity) || !truth:
		m.why.Refused, m.why.Permits = o, permissionWord(fieldName(v))
	default:
		m.why.Other = o
		m.gain.Known = true
	}
	if m.why.May() && k.answersBoth(v) {
		m.why.Absent = origin.Origin{Kinds: api.Credential, What: "the credentials"}
	}
	return m
}

// answersBoth reports whether a truth value stands in what a call says that was given a credential as it came, and what is asked for: who
// it is, and whether he may have that, is one answer there.
func (k *walk) answersBoth(v ssa.Value) bool {
	var of ssa.Value
	switch v := v.(type) {
	case *ssa.Field:
		of = v.X
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			of = addr.X
		}
	}
	call := callOf(of)
	if call == nil {
		return false
	}
	shown, asked := false, false
	for _, arg := range call.Call.Args {
		if o := k.from(arg); isString(arg.Type()) {
			shown, asked = shown || o.Has(api.Credential), asked || !o.Has(somebody)
		}
	}
	return shown && asked
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
		if src := origin.SourceOf(call.Common()); src != nil && src.Compares && k.comparesSecret(call) {
			o.Kinds &^= api.Identity
		} else if src != nil && src.Permits || k.asksLibrary(call) {
			o = origin.Origin{Kinds: api.Identity, What: "the permission"}
			m.why.Permits = true
		}
		m.why.Permits = m.why.Permits || verdict(call) != verified && k.asksPermission(call) // a second factor is none
	}
	if o.Has(api.Identity) && call != nil && origin.AsksPresence(call.Common()) {
		if !truth {
			m.why.Absent = o
			return m
		}
		m.why.Other, m.gain.Known = o, true
		return m
	}
	if call != nil && k.provesNow(call) {
		o.Kinds &^= api.Identity
	}
	if call != nil && k.ofSomebody(call) {
		m.gain.Known = true
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
			m.gain.Known = o.Has(api.Credential) && o.Proven()
			m.gain.Inputs = o.Inputs
		}
	}
	return m
}

// ofSomebody reports whether a call is given a field of somebody's: there is somebody to have it.
func (k *walk) ofSomebody(call *ssa.Call) bool {
	return slices.ContainsFunc(event.Inputs(call.Common()), func(arg ssa.Value) bool {
		o := k.from(arg)
		return o.Has(api.Identity) && o.Proven() && fieldOfSomebody(arg)
	})
}

// comparesSecret reports whether a library's comparison is given what a client shows, and the secret in somebody's record.
func (k *walk) comparesSecret(call *ssa.Call) bool {
	args := call.Call.Args
	if len(args) != 2 {
		return false
	}
	x, y := converted(args[0]), converted(args[1])
	a, b := k.from(x), k.from(y)
	return verifies(a, b, fieldName(y)) || verifies(b, a, fieldName(x))
}

// converted is the text that was converted to bytes.
func converted(v ssa.Value) ssa.Value {
	if c, ok := v.(*ssa.Convert); ok {
		return c.X
	}
	return v
}

// orNil is the function that a call runs, or one without a body.
func orNil(call *ssa.Call) *ssa.Function {
	if fn := call.Call.StaticCallee(); fn != nil {
		return fn
	}
	return new(ssa.Function)
}
