package origin

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// Tracer traces the values of one package.
type Tracer struct {
	source   func(*ssa.Function) *ssa.Function // the function that was written, behind a bound method or an instance
	imported func(*types.Func) []Origin        // what the results of an imported function come from; nil if not known
	known    func(*ssa.Call) bool              // whether a call yields somebody only after it has established who that is
	funcs    []*ssa.Function
	forgery  bool // the package is about forged requests, by its name: what it reads under names that are configured proves where a request comes from
	values   map[ssa.Value]Origin
	open     map[ssa.Value]int // being traced, and how deep
	lowest   int               // the outermost open value that was met again
	partial  map[ssa.Value]Origin
	results  map[*ssa.Function][]Origin
	put      map[put]Origin
	keys     map[string]Origin // what the package stores in contexts, by key
}

// NewTracer prepares to trace the functions of a package.
func NewTracer(funcs []*ssa.Function, source func(*ssa.Function) *ssa.Function, imported func(*types.Func) []Origin,
	known func(*ssa.Call) bool) *Tracer {
	nobody := func(*ssa.Call) bool { return false } // no function is walked before the keys are known
	t := &Tracer{source: source, imported: imported, known: nobody, funcs: funcs, values: make(map[ssa.Value]Origin),
		open: make(map[ssa.Value]int), partial: make(map[ssa.Value]Origin), results: make(map[*ssa.Function][]Origin),
		put: make(map[put]Origin), keys: make(map[string]Origin)}
	if len(funcs) > 0 && funcs[0].Pkg != nil {
		t.forgery = api.AboutForgery(funcs[0].Pkg.Pkg.Name())
	}
	for range 2 { // what is stored under one key may come from what is read under another
		t.findKeys()
		clear(t.values)
		clear(t.results)
		clear(t.put)
	}
	t.known = known
	return t
}

// identifies reports whether a call yields somebody who is known.
func (t *Tracer) identifies(call *ssa.Call) bool {
	results := call.Call.Signature().Results()
	return results.Len() > 0 && t.known(call)
}

// maxDepth is how far a value is traced back; what lies farther is unknown.
const maxDepth = 400

// Of tells where v comes from, as far as its function shows; what it is given stands as inputs.
//
// Around a loop a value comes from itself. What is traced while such a circle is open may lack what the circle adds: it
// serves until the outermost value is done (partial), and is not kept.
func (t *Tracer) Of(v ssa.Value) Origin {
	if o, ok := t.values[v]; ok {
		return o
	}
	if depth, ok := t.open[v]; ok {
		t.lowest = min(t.lowest, depth)
		return Origin{}
	}
	if o, ok := t.partial[v]; ok {
		t.lowest = 0
		return o
	}
	depth := len(t.open)
	if depth > maxDepth {
		return of(api.Unknown, "")
	}
	before := t.lowest
	t.open[v], t.lowest = depth, maxDepth
	o := t.trace(v)
	if isNamed(v.Type(), "time", "Time") {
		o.Kinds |= api.Clock // it is held against the clock, whoever has set it
	}
	delete(t.open, v)
	switch {
	case depth == 0:
		t.values[v] = o
		clear(t.partial)
	case t.lowest >= depth:
		t.values[v] = o
	default:
		t.partial[v] = o
		before = min(before, t.lowest)
	}
	t.lowest = before
	return o
}

func (t *Tracer) trace(v ssa.Value) Origin {
	switch v := v.(type) {
	case *ssa.Parameter:
		return t.parameter(v)
	case *ssa.FreeVar:
		return t.captured(v)
	case *ssa.Global:
		return of(api.Server, "")
	case *ssa.Alloc:
		return t.stored(v, -1)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return t.load(v.X)
		}
		return t.Of(v.X)
	case *ssa.BinOp:
		return t.Of(v.X).Or(t.Of(v.Y))
	case *ssa.Phi:
		var o Origin
		for _, e := range v.Edges {
			o = o.Or(t.Of(e))
		}
		return o
	case *ssa.Field:
		return t.field(v.X, v.X.Type(), v.Field)
	case *ssa.FieldAddr:
		return t.load(v)
	case *ssa.IndexAddr:
		return t.Of(v.X)
	case *ssa.Index:
		return t.Of(v.X)
	case *ssa.Lookup:
		return t.lookup(v)
	case *ssa.Slice:
		return t.Of(v.X)
	case *ssa.Range:
		return t.Of(v.X)
	case *ssa.Next:
		return t.Of(v.Iter)
	case *ssa.MakeInterface:
		return t.Of(v.X)
	case *ssa.ChangeInterface:
		return t.Of(v.X)
	case *ssa.ChangeType:
		return t.Of(v.X)
	case *ssa.Convert:
		return t.Of(v.X)
	case *ssa.MultiConvert:
		return t.Of(v.X)
	case *ssa.TypeAssert:
		return t.asserted(v)
	case *ssa.Extract:
		return t.extract(v)
	case *ssa.Call:
		return t.call(v, 0)
	}
	return Origin{}
}

// parameter is what a function is given: its callers say. An identity in a handler's parameter list was put there by
// whoever called the handler.
func (t *Tracer) parameter(p *ssa.Parameter) Origin {
	fn := p.Parent()
	for i, q := range fn.Params {
		if q != p {
			continue
		}
		if isIdentityType(p.Type()) && fn.Signature.Recv() == nil == (i == 0) && givenRequest(fn) {
			return of(api.Identity, "the user")
		}
		return input(i)
	}
	return Origin{}
}

func givenRequest(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if isRequest(p.Type()) {
			return true
		}
	}
	return false
}

// captured is a variable of the function around a closure.
func (t *Tracer) captured(v *ssa.FreeVar) Origin {
	outer := v.Parent().Parent()
	if outer == nil {
		return of(api.Unknown, "")
	}
	index := -1
	for i, f := range v.Parent().FreeVars {
		if f == v {
			index = i
		}
	}
	var o Origin
	for _, block := range outer.Blocks {
		for _, instr := range block.Instrs {
			if mc, ok := instr.(*ssa.MakeClosure); ok && mc.Fn == v.Parent() && index >= 0 {
				o = o.Or(t.Of(mc.Bindings[index]))
			}
		}
	}
	if o.Inputs != 0 {
		o.Inputs = 0
		o.Kinds |= api.Server // what a handler was made with
	}
	return o
}

// load is what is read through a pointer.
func (t *Tracer) load(addr ssa.Value) Origin {
	switch addr := addr.(type) {
	case *ssa.FieldAddr:
		if alloc, ok := addr.X.(*ssa.Alloc); ok && !isRequest(alloc.Type()) {
			return t.ofField(t.stored(alloc, addr.Field), alloc.Type(), addr.Field)
		}
		return t.field(addr.X, addr.X.Type(), addr.Field)
	case *ssa.Alloc:
		return t.stored(addr, -1)
	}
	return t.Of(addr)
}

// argument is what a value that is handed to code which cannot be seen may carry there.
func (t *Tracer) argument(v ssa.Value) Origin {
	switch {
	case isRequest(v.Type()):
		return of(api.Unknown, "")
	case isContext(v.Type()):
		return Origin{}
	}
	return t.Of(v)
}

// isRequest reports whether t is a request, or a context of the house that hands its request out.
func isRequest(t types.Type) bool {
	if isNamed(t, "net/http", "Request") || contextOf(t) != nil {
		return true
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Request")
	fn, ok := obj.(*types.Func)
	if !ok || fn.Signature().Params().Len() != 0 || fn.Signature().Results().Len() != 1 {
		return false
	}
	return isNamed(fn.Signature().Results().At(0).Type(), "net/http", "Request")
}

// contextOf is what is known of a framework's context; nil for another type.
func contextOf(t types.Type) *api.Context {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	return api.ContextOf(n.Obj().Pkg().Path() + "." + n.Obj().Name())
}

func isContext(t types.Type) bool { return isNamed(t, "context", "Context") }

func isNamed(t types.Type, pkg, name string) bool {
	for {
		t = types.Unalias(t)
		p, ok := t.(*types.Pointer)
		if !ok {
			break
		}
		t = p.Elem()
	}
	n, ok := t.(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == pkg && n.Obj().Name() == name
}
