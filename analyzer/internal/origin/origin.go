// Package origin traces where a value comes from: from a credential, an identity, a claim of the client, its connection, a
// proof of something else, the server itself, or from code that cannot be seen.
//
// It looks at where values flow, and not at the order in which things happen: what a path knows is for package path.
package origin

import (
	"cmp"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// Origin is what a value may come from.
type Origin struct {
	Kinds    api.Origin
	Inputs   uint32 // the inputs of the function that it may come from, a bit each: for its callers to say
	Secrets  uint32 // inputs of which it is a password or the like: a credential, if the client has sent it
	Verified uint32 // inputs that were verified as credentials are: what proves something else only proves that
	What     string // the source in words, where it is one thing: "the Authorization header"
}

// Or joins what two values come from.
func (o Origin) Or(p Origin) Origin {
	what := cmp.Or(o.What, p.What)
	if o.Kinds&who == 0 && p.Kinds&who != 0 {
		what = p.What // it is the credential that a reader wants to hear of
	}
	return Origin{Kinds: o.Kinds | p.Kinds, Inputs: o.Inputs | p.Inputs, Secrets: o.Secrets | p.Secrets, Verified: o.Verified | p.Verified, What: what}
}

const who = api.Credential | api.Identity

// Has reports whether the value may come from one of the kinds.
func (o Origin) Has(kinds api.Origin) bool { return o.Kinds&kinds != 0 }

// Nothing reports whether the value comes from nowhere: it is a constant.
func (o Origin) Nothing() bool { return o.Kinds == 0 && o.Inputs == 0 && o.Secrets == 0 }

// From replaces the inputs by what the arguments of a call come from.
func (o Origin) From(arg func(input int) Origin) Origin {
	out := Origin{Kinds: o.Kinds, What: o.What}
	for i := range maxInputs {
		if o.Inputs&(1<<i) != 0 {
			out = out.Or(arg(i))
		}
		if o.Secrets&(1<<i) != 0 {
			out = out.Or(arg(i).secret("a password"))
		}
		if o.Verified&(1<<i) != 0 {
			out = out.verifying(arg(i))
		}
	}
	return out
}

// secret is what a password in something that comes from o comes from.
func (o Origin) secret(what string) Origin {
	if o.Has(api.Claim) {
		return of(api.Credential, what)
	}
	return Origin{Kinds: o.Kinds, Secrets: o.Inputs | o.Secrets, What: o.What}
}

// verifying is what the verification of something yields.
func (o Origin) verifying(what Origin) Origin {
	if what.Has(api.Proof) && !what.Has(who) {
		return of(api.Proof, what.What)
	}
	if what.Has(who) {
		o.What = cmp.Or(what.What, o.What)
	}
	o.Verified |= what.Inputs | what.Secrets | what.Verified
	return o
}

// maxInputs is how many inputs of a function are told apart.
const maxInputs = 32

func input(i int) Origin {
	if i >= maxInputs {
		return Origin{Kinds: api.Unknown}
	}
	return Origin{Inputs: 1 << i}
}

// of is the origin that a source in words yields: what is a credential, or somebody's identity, proves it.
func of(kinds api.Origin, what string) Origin {
	if kinds&who != 0 {
		kinds |= api.Proves
	}
	return Origin{Kinds: kinds, What: what}
}

// Proven reports whether the value may come from somebody's identity, or from what proves it: not from a user name alone.
func (o Origin) Proven() bool { return o.Has(who) && o.Has(api.Proves) }
