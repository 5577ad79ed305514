package path

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// statusBy is what a method of an error answers when it is asked for its status: a constant, or what stands in a field.
func (w *Walker) statusBy(o *Obj, method string) Val {
	sum := w.method(o, method, event.NoResponse)
	if sum == nil || sum.Unknown {
		return Val{}
	}
	var only Val
	for _, x := range sum.Exits {
		if len(x.Results) != 1 || !o.allows(x.Guards) {
			continue
		}
		v := x.Results[0]
		if v.Kind == Ref && v.Ref.Base == 0 {
			v = o.at(v.Ref.Path)
		} else {
			v.At = Site{} // it is chosen where the error is, and not in its type
		}
		if only.Kind != Unknown && !same(only, v) {
			return Val{}
		}
		only = v
	}
	if only.Kind != Const {
		return Val{}
	}
	return only
}

// at is what is known of a place that is reached from the receiver of a method, which may be the object or what points to it.
func (o *Obj) at(path string) Val {
	path = strings.TrimPrefix(path, "*")
	if strings.HasPrefix(o.Type, "*") {
		path = "*" + path
	}
	return o.field(path)
}

// allows reports whether the conditions on the receiver of a method can hold for the object.
func (o *Obj) allows(guards []Fact) bool {
	for _, g := range guards {
		if g.Place.Base == 0 && g.Place.Path != "" && !agree(o.at(g.Place.Path), g.Val) {
			return false
		}
	}
	return true
}

// statusAt is what is known of a place whose end is a question for a status, reached from an object.
func (w *Walker) statusAt(o *Obj, path string) Val {
	base, method, ok := event.Question(path)
	if !ok || o == nil {
		return Val{}
	}
	if base != "" && base != "*" {
		v := o.field(base)
		if v.Obj == nil {
			return Val{}
		}
		o = v.Obj
	}
	return w.statusBy(o, method)
}

// implements reports whether a value is of a type that implements an interface; known is false where its type is not.
func (w *Walker) implements(v Val, iface *types.Interface) (fits, known bool) {
	name := v.Text
	if v.Obj != nil {
		name = v.Obj.Type
	} else if v.Kind != NonNil {
		return false, false
	}
	t := lookupType(w.program.Pkg.Pkg, name)
	if t == nil {
		return false, false
	}
	typ := t.Type()
	if strings.HasPrefix(name, "*") {
		typ = types.NewPointer(typ)
	}
	return types.Implements(typ, iface), true
}

// asInterface fills the target of errors.As with the error itself, where that is asked for by what it can do.
func (k *walk) asInterface(env *Env, call *ssa.Call, err Val, iface *types.Interface, content event.Place, truth bool) (*Env, bool) {
	fits, known := k.implements(err, iface)
	if !truth {
		return env, !(known && fits)
	}
	p := k.Place(call.Call.Args[0])
	env = k.envs.without(env, content)
	switch {
	case known && fits:
		return k.envs.with(env, content, err), true
	case err.Kind == Ref:
		return k.envs.with(env, content, Val{Kind: Ref, Ref: err.Ref}), true
	case err.Obj == nil && p != event.NoPlace && p != content:
		return k.envs.with(env, content, Val{Kind: Ref, Ref: p}), true
	}
	return env, true
}
