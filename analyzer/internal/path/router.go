package path

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// adders are the methods by which routers are told of middlewares: chi, gorilla, negroni, and those made like them; go-restful and
// beego call them filters, pocketbase binds them. With and Append make a new router, or chain, and leave theirs as it was.
var adders = map[string]bool{"Use": true, "UseFunc": true, "UseHandler": true, "Filter": true, "InsertFilter": true, "UseMiddleware": true, "Bind": true, "BindFunc": true}

func (r *registration) findUse(common *ssa.CallCommon) {
	router, name := receiverOf(common)
	if router == nil || !adders[name] {
		return
	}
	if key := r.router(router); key != "" {
		r.used[key] = append(r.used[key], common)
	}
}

// receiverOf is what a method is called on, and its name; nil for a function.
func receiverOf(common *ssa.CallCommon) (ssa.Value, string) {
	if common.IsInvoke() {
		return common.Value, common.Method.Name()
	}
	if fn := common.StaticCallee(); fn != nil && fn.Signature.Recv() != nil && len(common.Args) > 0 {
		return common.Args[0], fn.Name()
	}
	if fn := common.StaticCallee(); fn != nil {
		return nil, fn.Name() // of the package's own router
	}
	return nil, ""
}

// router writes down which router a value is, so that equal ones are equal strings; "" for one that has no name.
func (r *registration) router(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.UnOp:
		return r.router(v.X)
	case *ssa.MakeInterface:
		return r.router(v.X)
	case *ssa.ChangeInterface:
		return r.router(v.X)
	case *ssa.ChangeType:
		return r.router(v.X)
	case *ssa.Global:
		return v.String()
	case *ssa.FieldAddr:
		return typeName(v.X.Type()) + "." + string(rune('0'+v.Field))
	case *ssa.Alloc:
		if store := event.OnlyStore(v); store != nil {
			return r.router(store.Val)
		}
		return v.Parent().String() + " " + v.Name()
	case *ssa.Call, *ssa.Parameter, *ssa.Phi, *ssa.Extract:
		return v.Parent().String() + " " + v.Name()
	case *ssa.FreeVar:
		if b := binding(v); b != nil {
			return r.router(b)
		}
	}
	return ""
}

// guardedOn reports whether a registration is made on a router that has been given a middleware which lets only somebody
// through who is known, or in a chain that has one.
func (r *registration) guardedOn(common *ssa.CallCommon, depth int) bool {
	if slices.ContainsFunc(common.Args, r.holdsGuard) {
		return true
	}
	router, name := receiverOf(common)
	if router == nil && len(common.Args) > 1 && common.StaticCallee() != nil {
		router = common.Args[0] // huma.Get(api, "/", handler)
	}
	for router != nil && depth < maxWrappers {
		depth++
		for _, use := range r.used[r.router(router)] {
			if (!adders[name] || use.Pos() < common.Pos()) && r.hasGuard(use) {
				return true
			}
		}
		if call, ok := router.(*ssa.Call); ok && r.hasGuard(call.Common()) {
			return true // router.With(auth).Get(…), chain.Append(auth).Then(h)
		}
		router = r.outer(router)
	}
	return false
}

// outer is the router that a router was made of: chain.With(m), router.Subrouter(), or that around a group's closure.
func (r *registration) outer(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.Call:
		if next, _ := receiverOf(v.Common()); next != nil {
			if call, ok := next.(*ssa.Call); ok {
				return call
			}
			return next
		}
	case *ssa.UnOp:
		if alloc, ok := v.X.(*ssa.Alloc); ok {
			if store := event.OnlyStore(alloc); store != nil {
				return store.Val
			}
		}
	case *ssa.Parameter:
		return groupedBy(v)
	}
	return nil
}

// groupedBy is the router whose Group or Route is given the closure that p is a parameter of.
func groupedBy(p *ssa.Parameter) ssa.Value {
	outer := p.Parent().Parent()
	if outer == nil {
		return nil
	}
	for _, block := range outer.Blocks {
		for _, instr := range block.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			for _, arg := range call.Call.Args {
				if mc, ok := arg.(*ssa.MakeClosure); ok && mc.Fn == p.Parent() || arg == ssa.Value(p.Parent()) {
					router, _ := receiverOf(call.Common())
					return router
				}
			}
		}
	}
	return nil
}

// hasGuard reports whether a call is given a middleware that lets only somebody through who is known.
func (r *registration) hasGuard(common *ssa.CallCommon) bool {
	for _, arg := range common.Args {
		for _, v := range append(event.Elements(arg), arg) {
			if r.guard(middlewareOf(v)) {
				return true
			}
		}
	}
	return false
}

// holdsGuard reports whether a list in a struct has a middleware that lets only somebody through who is known: an operation of huma
// is registered with one that lists its middlewares.
func (r *registration) holdsGuard(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	alloc, ok := load.X.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range *alloc.Referrers() {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, use := range *field.Referrers() {
			store, ok := use.(*ssa.Store)
			if ok && slices.ContainsFunc(event.Elements(store.Val), func(v ssa.Value) bool { return r.guard(middlewareOf(v)) }) {
				return true
			}
		}
	}
	return false
}

// middlewareOf is the function behind a middleware's value: itself, or the one that made it.
func middlewareOf(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case nil:
		return nil
	case *ssa.Function:
		return v
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	case *ssa.ChangeType:
		return middlewareOf(v.X)
	case *ssa.MakeInterface:
		return middlewareOf(v.X)
	case *ssa.Call:
		return v.Call.StaticCallee()
	}
	return nil
}
