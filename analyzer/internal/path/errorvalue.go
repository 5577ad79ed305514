package path

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// hiddenStatus is the place of a status in an error whose fields its package does not show.
const hiddenStatus = "*.status"

// madeError is the error that a framework's constructor makes: its type, and the status in it.
func (k *walk) madeError(s *State, call *ssa.Call, e event.Event) Val {
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Object() == nil || fn.Object().Pkg() == nil {
		return Val{Kind: NonNil}
	}
	t := named(fn.Signature.Results().At(0).Type())
	if t == nil || t.Name() != e.Row.Makes {
		t, _ = fn.Object().Pkg().Scope().Lookup(e.Row.Makes).(*types.TypeName)
	}
	of := api.LookupError(t)
	if of == nil {
		return Val{Kind: NonNil}
	}
	status := Val{Kind: Const, Text: fmt.Sprintf("i%d", e.Row.Code)}
	if arg := event.Operand(e.Call, e.Row.Status); arg != nil {
		status = k.identity(k.value(s.Env, arg), k.Place(arg))
	}
	if !status.At.Known() {
		status.At = Site{Pos: call.Pos(), Local: true}
	}
	return Val{Kind: Object, Why: s.why(), Obj: k.envs.obj(Obj{Type: "*" + t.Pkg().Path() + "." + t.Name(), Fields: []Field{{statusPath(t, of), status}}})}
}

// statusPath is the way from a pointer to an error to the status in it.
func statusPath(t *types.TypeName, of *api.ErrorType) string {
	if of.Field == "" {
		return hiddenStatus
	}
	if u, ok := t.Type().Underlying().(*types.Struct); ok {
		for i := range u.NumFields() {
			if u.Field(i).Name() == of.Field {
				return fmt.Sprintf("*.%d", i)
			}
		}
	}
	return hiddenStatus
}

// errorVariable is what a framework's package variable holds, where it is an error with a status; nil for another variable.
func errorVariable(v *types.Var) *Obj {
	of, code := api.ErrorVar(v)
	if of == nil {
		return nil
	}
	t, _ := v.Pkg().Scope().Lookup(of.Type).(*types.TypeName)
	if t == nil {
		return nil
	}
	return &Obj{Type: "*" + v.Pkg().Path() + "." + of.Type, Fields: []Field{{statusPath(t, of), Val{Kind: Const, Text: fmt.Sprintf("i%d", code)}}}}
}

// wrapped is an error inside another one.
func (k *walk) wrapped(v Val) Val {
	if v.Obj == nil || !strings.Contains(v.Obj.Type, ".") {
		return v
	}
	o := *v.Obj
	o.Wrapped = true
	v.Obj = k.envs.obj(o)
	return v
}

// defaultAdapters are what the framework that declares the error type t makes of it, unless the program shows that it has put a
// handler of its own in that place.
func (w *Walker) defaultAdapters(t *types.TypeName) []Adapter {
	of := api.LookupError(t)
	if of == nil || w.replaces(of.Hook) {
		return nil
	}
	status := Val{Kind: Ref, Ref: event.Place{Base: HandlerResult, Path: carried + statusPath(t, of)}}
	return []Adapter{{By: of.By, Default: true, Answers: []Adapted{{Status: status, Explicit: true, Bare: !of.Wrapped}}}}
}

// replaces reports whether the package stores something in a field of the name, or in another package's variable.
func (w *Walker) replaces(field string) bool {
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				store, ok := instr.(*ssa.Store)
				if !ok {
					continue
				}
				if at, ok := store.Addr.(*ssa.FieldAddr); ok && addressed(at) == field {
					return true
				}
				if g, ok := store.Addr.(*ssa.Global); ok && g.Pkg != w.program.Pkg && g.Name() == field {
					return true
				}
			}
		}
	}
	return false
}

// addressed is the name of the field that an address is of.
func addressed(at *ssa.FieldAddr) string {
	u, ok := elem(at.X.Type()).Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	return u.Field(at.Field).Name()
}
