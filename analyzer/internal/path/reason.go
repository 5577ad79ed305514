package path

import (
	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

// Reason says what decided that a path went the way it did. In a summary its origins may be inputs of the function.
type Reason struct {
	Absent  origin.Origin // this was looked for and not found, or could not be had
	Refused origin.Origin // this was compared or judged, and found wrong
	Other   origin.Origin // this decided in another way: it was found, or is none of the caller's affair
	Permits bool          // what was refused is a permission, a role, a group, somebody else's thing
	Picked  bool          // it was one particular error that was asked for
	Within  bool          // it was asked of somebody who had been found wanting: a token without an end, where options may allow one
	Guarded bool          // callers can say of what they give whether it came to this
	At      Site          // where the condition stands
}

// or joins two reasons: one outcome that stands for both.
func (r Reason) or(s Reason) Reason {
	if !r.At.Known() {
		r.At = s.At
	}
	return Reason{Absent: r.Absent.Or(s.Absent), Refused: r.Refused.Or(s.Refused), Other: r.Other.Or(s.Other), Permits: r.Permits || s.Permits, Picked: r.Picked || s.Picked, Within: r.Within || s.Within, Guarded: r.Guarded && s.Guarded, At: r.At}
}

func (r Reason) empty() bool { return r.Absent.Nothing() && r.Refused.Nothing() && r.Other.Nothing() }

// settle tells what a comparison of a credential with what the request asks for means: once it is verified, whose thing it
// is; before, nothing.
func (r *Reason) settle(known bool) {
	if !r.Permits || r.Refused.Has(api.Identity) || !r.Refused.Has(api.Credential) && r.Refused.Inputs != 0 {
		return
	}
	if known {
		r.Refused.Kinds |= api.Identity
	} else {
		r.Permits = false
	}
}

// asks reports whether it is for the callers to say what a reason means.
func (r Reason) asks() bool {
	o := r.Absent.Or(r.Refused).Or(r.Other)
	return o.Inputs|o.Secrets != 0
}

// inputsAlone reports whether nothing has decided but what the callers give, and in a way that they can tell.
func (r *Reason) inputsAlone() bool {
	all := r.Absent.Or(r.Refused).Or(r.Other)
	return r.Guarded && all.Inputs != 0 && all.Kinds == 0 && all.Secrets == 0
}

// from replaces the inputs of a function by what a call gives it.
func (r Reason) from(arg func(int) origin.Origin) Reason {
	r.Absent, r.Refused, r.Other = r.Absent.From(arg), r.Refused.From(arg), r.Other.From(arg)
	return r
}

const somebody = api.Credential | api.Identity

// Who tells what was missing or wrong of what says who the caller is; ok is false if it was not that.
func (r *Reason) Who() (what origin.Origin, ok bool) {
	switch {
	case r == nil || r.Absent.Has(api.Proof) || r.Refused.Has(api.Proof):
		return origin.Origin{}, false
	case r.Absent.Has(somebody) && (!r.Absent.Has(api.OnFile) || r.Absent.Has(api.Credential)):
		return r.Absent, true
	case r.Refused.Has(api.Credential) && !r.Refused.Has(api.Identity|api.Peer), r.expired():
		return r.Refused, true
	}
	return origin.Origin{}, false
}

// expired reports whether what says who the caller is was held against the clock: a session, a token's end.
func (r *Reason) expired() bool { return r.Refused.Has(somebody) && r.Refused.Has(api.Clock) }

// May reports whether somebody who is known was found not to be allowed. His password is none of that: he is asked for it again.
func (r *Reason) May() bool {
	return r != nil && r.Refused.Has(api.Identity) && !r.Refused.Has(api.Proof) && !r.Absent.Has(api.Proof) && !r.expired()
}

// says reports whether a reason says something of the caller, or of a proof.
func (r *Reason) says() bool {
	_, who := r.Who()
	return who || r.May() || r.Absent.Has(api.Proof) || r.Refused.Has(api.Proof)
}

// Permission reports whether it was a permission that somebody who is known was found not to have.
func (r *Reason) Permission() bool { return r.May() && r.Permits && !r.Absent.Has(somebody) }

// ofSomebody reports whether it was somebody's permission that was looked at: then there is somebody to have it.
func (r *Reason) ofSomebody() bool {
	return r.Permission() && r.Refused.Proven()
}

// ClaimOnly is what an anonymous client said that alone decided; ok is false if it was not that.
func (r *Reason) ClaimOnly() (what origin.Origin, ok bool) {
	if r == nil {
		return origin.Origin{}, false
	}
	o := r.Absent.Or(r.Refused)
	return o, o.Kinds == api.Claim && o.Inputs|o.Secrets == 0 && r.Other.Kinds&^api.Claim == 0
}

// Elsewhere reports whether nothing decided but the connection, the server, or a proof of something else than who the
// caller is, and whether such a proof was part of it. The clock is none of these: what ends may well be what says who the caller is.
func (r *Reason) Elsewhere() (proof, ok bool) {
	if r == nil || r.Within {
		return false, false
	}
	all := r.Absent.Or(r.Refused).Or(r.Other)
	return all.Has(api.Proof), all.Kinds != 0 && all.Inputs|all.Secrets == 0 && all.Kinds&^(api.Proof|api.Peer|api.Server) == 0
}

// Knows is what a path knows of its caller.
type Knows struct {
	Known     bool   // somebody's identity was established
	Consulted bool   // credentials were looked at
	Inputs    uint32 // inputs of the function that were judged, and found right: for its callers to say what that means
}

func (k Knows) or(l Knows) Knows {
	return Knows{Known: k.Known || l.Known, Consulted: k.Consulted || l.Consulted, Inputs: k.Inputs | l.Inputs}
}

// reason keeps one Reason for each, so that values compare.
func (e *envs) reason(r Reason) *Reason {
	known, ok := e.reasons[r]
	if !ok {
		known = &r
		e.reasons[r] = known
	}
	return known
}
