package path

import (
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// value is what a path knows of v.
func (k *walk) value(env *Env, v ssa.Value) Val {
	v = k.Same(v)
	switch v := v.(type) {
	case *ssa.Const:
		if fields := zero(v.Type(), ""); len(fields) > 0 {
			return Val{Kind: Object, Obj: k.envs.obj(Obj{Fields: fields})}
		}
		return literal(v)
	case *ssa.MakeInterface:
		return k.boxed(env, v)
	case *ssa.ChangeInterface:
		return k.value(env, v.X)
	case *ssa.ChangeType:
		return k.value(env, v.X)
	case *ssa.BinOp, *ssa.UnOp:
		if first, ok := firstIndex(env, k, v); ok {
			return first
		}
		if isComputed(v) {
			if b, known := k.decide(env, v, 0); known {
				return truth(b)
			}
		}
	case *ssa.Alloc:
		return k.object(env, v)
	case *ssa.Global:
		return k.address(v)
	case *ssa.Call:
		if val := builtin(v); val.Kind != Unknown {
			return val
		}
	case *ssa.Function:
		return functionVal(event.Source(v))
	case *ssa.MakeClosure:
		return functionVal(event.Source(v.Fn.(*ssa.Function)))
	}
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if box := k.Boxed(load.X); box != nil {
			return k.boxed(env, box)
		}
		if val, ok := k.variable(load); ok {
			return val
		}
	}
	return k.placed(env, v)
}

// builtin is what a call of a builtin function yields.
func builtin(call *ssa.Call) Val {
	b, ok := call.Call.Value.(*ssa.Builtin)
	if !ok {
		return Val{}
	}
	switch b.Name() {
	case "recover":
		return Val{Kind: Nil} // the paths that are walked return normally
	case "len":
		if n := len(event.Elements(call.Call.Args[0])); n > 0 {
			return Val{Kind: Const, Text: "i" + strconv.Itoa(n)}
		}
	}
	return Val{}
}

// placed is what a path knows of the place where v is kept.
func (k *walk) placed(env *Env, v ssa.Value) Val {
	p := k.Place(v)
	if p == event.NoPlace {
		return Val{}
	}
	if strings.HasSuffix(p.Path, "len") {
		return k.length(env, p)
	}
	val := env.at(p)
	if val.Kind == Ref && k.hasInside(env, p) {
		return k.gather(env, p, "")
	}
	if call, ok := v.(*ssa.Call); ok && (val.Kind == Ref || val.Kind == Unknown) && event.AsksStatus(call.Common()) {
		if whole := k.value(env, call.Call.Value); whole.Obj != nil {
			return k.statusBy(whole.Obj, call.Call.Method.Name())
		}
	}
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL && (val.Kind == Ref || val.Kind == Unknown) && isStruct(v.Type()) {
		if whole := k.value(env, load.X); whole.Obj != nil {
			return k.envs.part(whole.Obj, "*") // a copy of what a pointer leads to
		}
	}
	return val
}

// length is what a path knows of the length at p: none is negative, and that of a text which is known not to be empty is not 0.
func (k *walk) length(env *Env, p event.Place) Val {
	v, empty := Val{Kind: Other, Hi: highest}, Val{Kind: Const, Text: "s"}
	switch text := env.at(event.Place{Base: p.Base, Path: strings.TrimSuffix(p.Path, "len")}); {
	case text.Kind == Const && text.Text == empty.Text:
		return Val{Kind: Const, Text: "i0"}
	case text.Kind == Const || text.Kind == Other && !allows(text, empty):
		v.Lo = 1
	}
	if known := env.at(p); known.Kind == Const || known.Kind == Other {
		if both, ok := meet(v, known); ok {
			return both
		}
	}
	return v
}

func isStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

func literal(c *ssa.Const) Val {
	if c.IsNil() {
		return Val{Kind: Nil}
	}
	if c.Value == nil {
		return Val{}
	}
	if text := constText(c.Value); text != "" {
		return Val{Kind: Const, Text: text}
	}
	return Val{}
}

// boxed is a value in an interface: not nil, and of a known type.
func (k *walk) boxed(env *Env, v *ssa.MakeInterface) Val {
	inner := k.value(env, v.X)
	name := typeName(v.X.Type())
	switch inner.Kind {
	case Object:
		if inner.Obj.Type == "" {
			inner.Obj = k.envs.obj(Obj{Type: name, Fields: inner.Obj.Fields})
		}
		return inner
	case Const, Named, Ref:
		return inner
	}
	return Val{Kind: NonNil, Text: name}
}

// object is a pointer to a local variable, with what is known of its fields.
func (k *walk) object(env *Env, alloc *ssa.Alloc) Val {
	return k.gather(env, k.Place(alloc), typeName(alloc.Type()))
}

// gather collects what is known of all that is reached through p.
func (k *walk) gather(env *Env, p event.Place, name string) Val {
	o := Obj{Type: name}
	for _, f := range env.facts {
		if f.Place != p && inside(f.Place, p) && len(o.Fields) < maxFields {
			if v := f.Val; v.Kind != Unknown {
				o.Fields = append(o.Fields, Field{f.Place.Path[len(p.Path):], v})
			}
		}
	}
	o.Fields = flat(o.Fields)
	return Val{Kind: Object, Obj: k.envs.obj(o)}
}

func (k *walk) hasInside(env *Env, p event.Place) bool {
	if _, ok := k.Value(p.Base).(*ssa.Parameter); ok {
		return false
	}
	for _, f := range env.facts {
		if f.Place != p && inside(f.Place, p) {
			return true
		}
	}
	return false
}

// store writes through a pointer.
func (k *walk) store(s *State, instr *ssa.Store) *Env {
	env := s.Env
	if k.Once(instr.Addr) {
		return env
	}
	content := k.Content(instr.Addr)
	if content == event.NoPlace || strings.Contains(content.Path, "[") || k.isElement(content) {
		return env // elements of arrays are not kept apart
	}
	v := k.chosen(k.identity(env, k.value(env, instr.Val), k.Place(instr.Val)), s)
	if g, ok := instr.Addr.(*ssa.Global); ok && k.Name() == "init" {
		k.initialised(g, v)
		if len(env.facts) > maxFacts/2 {
			env = k.envs.of(nil) // what the variable was made of is not read again, and there may be hundreds
		}
	}
	if v.Kind == Ref {
		env = k.envs.write(env, content, Val{})
		if v.Ref == content || !k.keeps(v.Ref) {
			return env
		}
		return k.envs.with(env, content, v)
	}
	_, field := instr.Addr.(*ssa.FieldAddr) // what carries a status is made here, from whatever variable
	if _, ok := v.status(); ok && (!v.At.Known() || field && v.At.Local) {
		v.At = Site{Pos: instr.Pos(), Local: true}
	}
	return k.envs.write(env, content, v)
}

// chosen notes why a path has chosen a status, an error or a "no", unless it has been told why.
func (k *walk) chosen(v Val, s *State) Val {
	if v.Why != nil || !k.who || s.Decision == nil {
		return v
	}
	_, isStatus := v.status()
	if isStatus || v.Kind == Object || v.Kind == Named || v.Kind == Const && v.Text == "b0" {
		v.Why = s.why()
	}
	return v
}

// isElement reports whether a place lies in an element of an array or slice.
func (k *walk) isElement(p event.Place) bool {
	_, ok := k.Value(p.Base).(*ssa.IndexAddr)
	return ok
}

// keeps reports whether the place p will still say the same later in the function: only such a place may be referred to.
func (k *walk) keeps(p event.Place) bool { return p.Base < k.Inputs() && (p.Path == "" || k.Fixed(p)) }

// allocate starts a local variable at its zero value.
func (k *walk) allocate(env *Env, alloc *ssa.Alloc) *Env {
	p := k.Place(alloc)
	env = k.envs.without(env, p)
	elem := alloc.Type().Underlying().(*types.Pointer).Elem()
	switch u := elem.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsInteger != 0:
			return k.envs.with(env, p.Then("*"), Val{Kind: Const, Text: "i0"})
		case u.Info()&types.IsBoolean != 0:
			return k.envs.with(env, p.Then("*"), truth(false))
		case u.Info()&types.IsString != 0:
			return k.envs.with(env, p.Then("*"), Val{Kind: Const, Text: "s"})
		}
	case *types.Interface, *types.Pointer, *types.Slice, *types.Map, *types.Signature:
		return k.envs.with(env, p.Then("*"), Val{Kind: Nil})
	}
	for _, f := range zero(elem, "*") {
		env = k.envs.with(env, p.Then(f.Path), f.Val)
	}
	return env
}

// maxZero is how many fields a struct may have for its zero value to be known: more are no verdict.
const maxZero = 8

// zero are the truth values in a struct before it is filled: a check tells by them that there is nobody.
func zero(t types.Type, path string) []Field {
	s, ok := t.Underlying().(*types.Struct)
	if !ok || s.NumFields() > maxZero {
		return nil
	}
	var fields []Field
	for i := range s.NumFields() {
		if isBool(s.Field(i).Type()) {
			fields = append(fields, Field{path + "." + strconv.Itoa(i), truth(false)})
		}
	}
	return fields
}

// read copies what is known of a variable that changes into the register it is read to.
func (k *walk) read(env *Env, instr *ssa.UnOp) *Env {
	env = k.forget(env, instr)
	if instr.Op != token.MUL {
		return env
	}
	p := k.Place(instr)
	if p.Base < 0 || k.Value(p.Base) != ssa.Value(instr) {
		return env // a place that nothing writes: it has its own name
	}
	content := k.Content(instr.X)
	if v, ok := env.get(content); ok {
		env = k.envs.with(env, p, v)
	} else if v := k.identity(env, env.at(content), content); v.Kind != Unknown && (v.Kind != Ref || v.Ref != content && k.keeps(v.Ref)) {
		env = k.envs.with(env, p, v) // in a copy of what the function was given it stands as its caller gave it
	}
	for _, f := range env.facts {
		if f.Place != content && inside(f.Place, content) {
			env = k.envs.with(env, p.Then(f.Place.Path[len(content.Path):]), f.Val)
		}
	}
	return env
}

// assert notes the outcome of v, ok := x.(T) where the type of x is known.
func (k *walk) assert(env *Env, instr *ssa.TypeAssert) *Env {
	env = k.forget(env, instr)
	if !instr.CommaOk {
		return env
	}
	v := k.value(env, instr.X)
	if iface, ok := instr.AssertedType.Underlying().(*types.Interface); ok {
		if fits, known := k.implements(v, iface); known && (v.Obj == nil || !v.Obj.Wrapped) {
			return k.envs.with(env, event.Place{Base: k.Place(instr).Base, Path: "#1"}, truth(fits))
		}
		return env
	}
	asked := Val{Kind: NonNil, Text: typeName(instr.AssertedType)}
	is := event.Place{Base: k.Place(instr).Base, Path: "#1"}
	switch {
	case v.Kind == Nil, !agree(v, asked):
		return k.envs.with(env, is, truth(false))
	case v.Kind == Object && v.Obj.Type == asked.Text, v.Kind == NonNil && v.Text == asked.Text:
		return k.envs.with(env, is, truth(true))
	}
	return env
}

// typeName is the name of a type by which its values are compared, whatever alias it is called by, or what it points to.
func typeName(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		return "*" + typeName(p.Elem())
	}
	return types.TypeString(t, nil)
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// isComputed reports whether v is a truth value that is computed from others: a comparison or a negation.
func isComputed(v ssa.Value) bool {
	not, ok := v.(*ssa.UnOp)
	return isBool(v.Type()) && (!ok || not.Op == token.NOT)
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// status returns the HTTP status that v is.
func (v Val) status() (int, bool) {
	n, ok := v.Int()
	return n, ok && n >= 100 && n < 600
}

// kind reports whether v is a constant by which errors are told apart: a number, or a word.
func (v Val) kind() bool {
	return v.Kind == Const && (strings.HasPrefix(v.Text, "i") || strings.HasPrefix(v.Text, "s") && !strings.Contains(v.Text, " "))
}
