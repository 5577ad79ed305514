package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// renderer is the method of a value that chi's render.Render calls before it sends the value: Render(w, r), where w is input 1.
const renderer = "Render"

// prepared is the status with which a value is sent whose own method has been called first: what that has stored on the request, or what
// had been stored before. It is unknown where the value is, or where the method may set a challenge.
func (k *walk) prepared(s State, value ssa.Value) Val {
	o := k.value(s.Env, value).Obj
	if o == nil {
		return Val{}
	}
	sum := k.method(o, renderer, 1)
	if sum == nil || sum.Unknown {
		return Val{}
	}
	var status Val
	for _, x := range sum.Exits {
		if !o.allows(x.Guards) || len(x.Results) > 0 && x.Results[len(x.Results)-1].nonNil() {
			continue
		}
		v := k.stored(s, o, x)
		if status.Kind != Unknown && !same(status, v) || v.Kind == Unknown || x.Opaque || x.Symbolic.Set || challenging(x) {
			return Val{}
		}
		status = v
	}
	return status
}

// stored is the status that is on the request when the method has returned.
func (k *walk) stored(s State, o *Obj, x Exit) Val {
	v := x.Pending
	switch {
	case v.Kind == Unknown && s.Pending.Kind == Unknown:
		return Val{Kind: Const, Text: "i200"}
	case v.Kind == Unknown:
		return s.Pending
	case v.Kind == Ref && v.Ref.Base == 0:
		return o.at(v.Ref.Path)
	}
	v.At = Site{} // it is chosen where the value is, and not in its type
	return v
}

func challenging(x Exit) bool {
	return slices.ContainsFunc(x.Marks[:], func(m Mark) bool { return m.Kind == Set || m.Kind == Unseen })
}

// method is what a method of an object's type does, which has no other than that of an embedded field; nil if nothing is known.
func (w *Walker) method(o *Obj, name string, input int32) *Summary {
	t := lookupType(w.program.Pkg.Pkg, o.Type)
	if t == nil {
		return nil
	}
	obj, index, _ := types.LookupFieldOrMethod(types.NewPointer(t.Type()), true, t.Pkg(), name)
	m, ok := obj.(*types.Func)
	if !ok || len(index) != 1 {
		return nil // that of something embedded speaks of that
	}
	fn := event.Declared(w.program.Pkg.Prog, m)
	if fn == nil {
		return nil
	}
	return w.summary(fn, input)
}
