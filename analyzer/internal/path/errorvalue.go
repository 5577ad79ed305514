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
		status = k.identity(s.Env, k.value(s.Env, arg), k.Place(arg))
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
	of, status := api.LookupError(t), Val{}
	if of == nil {
		of, status = w.tellsStatus(t)
	} else {
		status = Val{Kind: Ref, Ref: event.Place{Base: HandlerResult, Path: carried + statusPath(t, of)}}
	}
	if of == nil || w.replaces(of) {
		return nil
	}
	adapted := Adapted{Status: status, Explicit: true, Bare: !of.Wrapped}
	if of.Called {
		for i := range adapted.Marks {
			adapted.Marks[i].Kind = Unseen
		}
	}
	return []Adapter{{By: of.By, Default: true, Apart: of.Apart, Answers: []Adapted{adapted}}}
}

// tellsStatus is the status that an error of a type of the package tells a framework by its method: a constant, or what stands in a field.
func (w *Walker) tellsStatus(t *types.TypeName) (*api.ErrorType, Val) {
	if t.Pkg() != w.program.Pkg.Pkg {
		return nil, Val{}
	}
	for _, of := range api.Telling(w.program.Pkg.Pkg) {
		obj, _, _ := types.LookupFieldOrMethod(t.Type(), true, t.Pkg(), of.Method)
		method, ok := obj.(*types.Func)
		if !ok || of.Unless != "" && hasMethod(t, of.Unless) {
			continue
		}
		fn := event.Declared(w.program.Pkg.Prog, method)
		if fn == nil {
			continue
		}
		walk := w.walk(target{fn, event.NoResponse})
		if walk == nil || len(walk.exits) != 1 || len(walk.exits[0].Results) != 1 {
			continue
		}
		status := walk.exits[0].Results[0]
		if status.Kind == Ref && status.Ref.Base == 0 {
			path := "*" + strings.TrimPrefix(status.Ref.Path, "*") // it is a pointer that is returned
			status = Val{Kind: Ref, Ref: event.Place{Base: HandlerResult, Path: carried + path}}
		}
		return of, status
	}
	return nil, Val{}
}

func hasMethod(t *types.TypeName, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t.Type(), true, t.Pkg(), name)
	_, ok := obj.(*types.Func)
	return ok
}

// carriedStatus is the status that a framework's own handler sends of an error; unknown where a program may have put one of its own
// in that place, and has.
func (k *walk) carriedStatus(v Val, replaceable bool) Val {
	if v.Obj == nil {
		return Val{}
	}
	t := lookupType(k.program.Pkg.Pkg, v.Obj.Type)
	of := api.LookupError(t)
	if of == nil || v.Obj.Wrapped && !of.Wrapped || replaceable && k.replaces(of) {
		return Val{}
	}
	status := v.Obj.field(statusPath(t, of))
	switch {
	case v.Why == nil && status.At.Far != "":
		status.At = status.At.passedOn()
	case v.Why != nil && of.Called && v.Why.At.Far != "":
		status.At = v.Why.At // another package has chosen it: there it is judged
	}
	return status
}
