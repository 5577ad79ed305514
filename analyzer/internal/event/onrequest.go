package event

import (
	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// fromRequest fills in where the status comes from that a call looks up on a request: what was stored in a context that the request
// was given right there, or what is remembered of the request as such. Where it cannot be told which it is, no status is known.
func (e *Event) fromRequest(common *ssa.CallCommon, row *api.Call) {
	if row.Does&api.StatusFromRequest == 0 {
		return
	}
	made := named(Operand(common, row.Request), "net/http", "WithContext")
	if made == nil {
		e.FromRequest = true
		return
	}
	for ctx := made.Args[1]; ; {
		call := named(ctx, "context", "WithValue")
		switch {
		case call == nil:
			e.FromRequest = named(ctx, "net/http", "Context") != nil
			return
		case isKey(call.Args[1], row):
			e.Status = unwrapped(call.Args[2])
			return
		}
		ctx = call.Args[0]
	}
}

// named is the call, of the function or method of that name in a package of the standard library, that yields a value; nil for another.
func named(v ssa.Value, pkg, name string) *ssa.CallCommon {
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Name() != name || fn.Object() == nil || fn.Object().Pkg() == nil || fn.Object().Pkg().Path() != pkg {
		return nil
	}
	return &call.Call
}

// isKey reports whether a value is the variable under which a library stores the status in a context.
func isKey(v ssa.Value, row *api.Call) bool {
	load, ok := unwrapped(v).(*ssa.UnOp)
	if !ok {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Name() == row.Key && g.Pkg != nil && api.SamePackage(g.Pkg.Pkg.Path(), row.Pkg)
}
