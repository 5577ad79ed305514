package origin

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// doubleSubmitted reports whether a cookie is held against what the same request says elsewhere, in its form, its query or another header:
// both come from the client, so that it proves no more than that a page of the own site has sent them, whatever the cookie is called
// (OWASP's double submit, the state of RFC 6749 section 10.12).
func (t *Tracer) doubleSubmitted(v ssa.Value) bool {
	if v.Referrers() == nil {
		return false
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Extract:
			if ref.Index == 0 && t.doubleSubmitted(ref) {
				return true
			}
		case *ssa.FieldAddr, *ssa.Field, *ssa.Convert:
			if t.doubleSubmitted(ref.(ssa.Value)) {
				return true
			}
		case *ssa.UnOp:
			if ref.Op == token.MUL && t.doubleSubmitted(ref) {
				return true
			}
		case *ssa.BinOp:
			if (ref.Op == token.EQL || ref.Op == token.NEQ) && t.claimed(otherThan(v, ref.X, ref.Y)) {
				return true
			}
		case *ssa.Call:
			args := ref.Call.Args
			if src := SourceOf(ref.Common()); src != nil && src.Compares && len(args) == 2 && t.claimed(otherThan(v, args[0], args[1])) {
				return true
			}
		}
	}
	return false
}

// claimed reports whether a value is only what the client says.
func (t *Tracer) claimed(v ssa.Value) bool { return t.Of(v).Kinds == api.Claim }

func otherThan(v, x, y ssa.Value) ssa.Value {
	if x == v {
		return y
	}
	return x
}
