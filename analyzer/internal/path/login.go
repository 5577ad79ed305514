package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

// loggingIn is what is missing where an account was looked up, by what the client says, whose password is asked for next.
var loggingIn = origin.Origin{Kinds: api.Credential | api.Proves, What: "the account that logs in"}

// logsIn reports whether a call looks up, by nothing that proves who it is, an account against which a password is held afterwards. Where
// there is no such account, the one half of the credentials is as wrong as the other may be.
func (k *walk) logsIn(call *ssa.Call) bool {
	if call == nil || k.from(call).Has(api.Identity) && k.from(call).Proven() { // nobody looks somebody up who is known, to let him in
		return false
	}
	if _, several := call.Type().(*types.Tuple); !several {
		return k.isVerified(call, 0)
	}
	return slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		x, ok := ref.(*ssa.Extract)
		return ok && !event.IsError(x.Type()) && k.isVerified(x, 0)
	})
}

const maxHops = 6 // from an account to its password's hash

// isVerified reports whether a value, or a part of it, is given to a call together with a password.
func (k *walk) isVerified(v ssa.Value, hops int) bool {
	return hops < maxHops && v.Referrers() != nil && slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			alloc, ok := ref.Addr.(*ssa.Alloc)
			return ok && ref.Val == v && k.isVerified(alloc, hops+1)
		case *ssa.FieldAddr, *ssa.Field, *ssa.UnOp, *ssa.Convert, *ssa.Slice, *ssa.ChangeType:
			return k.isVerified(ref.(ssa.Value), hops+1)
		case ssa.CallInstruction:
			return slices.ContainsFunc(event.Inputs(ref.Common()), func(arg ssa.Value) bool {
				secret := converted(arg)
				return arg != v && isPlain(arg.Type()) && (k.from(secret).Has(api.Credential) || api.CredentialField(fieldName(secret)))
			})
		}
		return false
	})
}

// isPlain reports whether a type is that of a text, or of its bytes.
func isPlain(t types.Type) bool {
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	_, ok := t.Underlying().(*types.Basic)
	return ok
}
