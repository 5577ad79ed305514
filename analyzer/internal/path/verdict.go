package path

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

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

// picks reads errors.Is, errors.As and a type switch: what made the error decides, if it is known that this one was made.
func (k *walk) picks(env *Env, from ssa.Value, truth bool) (meaning, bool) {
	if !truth {
		return meaning{}, false
	}
	if err := k.value(env, from); err.Why != nil && (err.Kind == Named || err.Kind == Object || err.Kind == NonNil && err.Text != "") {
		return meaning{why: *err.Why}, true
	}
	m := k.picked(env, from)
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

// failed reads err != nil and err == nil.
func (k *walk) failed(env *Env, err ssa.Value, bad bool) meaning {
	o := k.from(err)
	m := meaning{gain: Knows{Consulted: o.Has(somebody)}}
	if bad {
		switch why := k.value(env, err).Why; {
		case verdict(callOf(err)) == verified:
			m.why.Absent = o // a second factor is a credential too, whoever has shown the first
		case k.alsoSaysYesOrNo(callOf(err)) && origin.SourceOf(commonOf(err)) == nil:
			return other(origin.Origin{}) // the truth value beside it is the verdict: something else has failed
		case why != nil && origin.SourceOf(commonOf(err)) == nil: // the table knows it better than the body
			m.why = *why
			m.why.Permits = m.why.Permits || m.why.May() && k.asksFor(callOf(err), why)
		case callOf(err) != nil && k.provesNow(callOf(err)):
			o.Kinds &^= api.Identity
			m.why.Refused = o
		case k.judgesIdentity(err):
			m.why.Refused, m.why.Permits = o, asksByName(callOf(err))
		default:
			m.why.Absent = orUnknown(o)
		}
		if k.logsIn(callOf(err)) {
			m.why.Absent = m.why.Absent.Or(loggingIn)
		}
		return m
	}
	m.why.Other = orUnknown(o)
	switch verdict(callOf(err)) {
	case verified:
		m.gain.Known = true
	case unseen:
		if !k.alsoSaysYesOrNo(callOf(err)) {
			m.gain.Known = o.Proven()
			m.gain.Inputs = o.Inputs
		}
	}
	return m
}

// alsoSaysYesOrNo reports whether a call yields a truth value beside its error that somebody looks at: then that is the verdict, unless
// it is seen that it never says no without an error.
func (k *walk) alsoSaysYesOrNo(call *ssa.Call) bool {
	if call == nil {
		return false
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && isBool(x.Type()) && !k.besides(call, x) {
			return true
		}
	}
	return false
}

// besides reports whether a truth value says something beside the verdict, which is the error: with no error it is true, or about
// something else than the caller.
func (k *walk) besides(call *ssa.Call, yes *ssa.Extract) bool {
	callee := call.Call.StaticCallee()
	if callee == nil {
		return false
	}
	sum := k.summary(callee, event.NoResponse)
	if sum == nil || sum.Unknown || len(sum.Exits) == 0 {
		return false
	}
	asks := k.from(yes).Has(somebody | api.Proof)
	inputs := event.Inputs(call.Common())
	given := func(i int) origin.Origin {
		if i < len(inputs) {
			return k.from(inputs[i])
		}
		return origin.Origin{}
	}
	for _, x := range sum.Exits {
		if len(x.Results) <= yes.Index || x.Results[len(x.Results)-1].nonNil() {
			continue
		}
		verdict := x.Results[yes.Index]
		says, known := verdict.Bool()
		refuses := !known && asks
		if known && !says && verdict.Why != nil {
			why := verdict.Why.from(given)
			refuses = why.says()
		}
		if refuses {
			return false
		}
	}
	return true
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

// provesNow reports whether a call is given somebody who has only said who he is, and what is to prove it.
func (k *walk) provesNow(call *ssa.Call) bool {
	named, shown := false, false
	for _, arg := range event.Inputs(call.Common()) {
		o := k.from(arg)
		named = named || o.Has(api.Identity) && !o.Proven()
		shown = shown || o.Has(api.Credential) && o.Proven()
	}
	return named && shown
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
	switch {
	case origin.TakesApart(call.Common()):
		return nothing
	case callee == nil:
		return unseen
	}
	if obj := callee.Object(); obj != nil && obj.Pkg() != nil && api.OnlyReads(obj.Pkg().Path()) || event.Source(callee).Blocks != nil {
		return nothing
	}
	return unseen
}
