package path

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
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
		if embedded(v) {
			return r.router(v.X) // gin's Engine has its methods from the RouterGroup in it
		}
		return typeName(v.X.Type()) + "." + string(rune('0'+v.Field))
	case *ssa.Alloc:
		if store := event.OnlyStore(v); store != nil {
			return r.router(store.Val)
		}
		return v.Parent().String() + " " + v.Name()
	case *ssa.Call, *ssa.Parameter, *ssa.Phi, *ssa.Extract:
		return v.Parent().String() + " " + v.Name()
	case *ssa.FreeVar:
		if b := event.Binding(v); b != nil {
			return r.router(b)
		}
	}
	return ""
}

func embedded(v *ssa.FieldAddr) bool {
	u, ok := elem(v.X.Type()).Underlying().(*types.Struct)
	return ok && u.Field(v.Field).Embedded()
}

// guarded says of a router, or of what is registered on it, whether it lies behind a middleware that lets only somebody through
// who is known.
type guarded struct {
	known  bool
	hidden bool // it is not seen where the router comes from
}

// guardedOn tells whether a registration is made on a router that has been given a middleware which lets only somebody through
// who is known, or in a chain that has one.
func (r *registration) guardedOn(common *ssa.CallCommon) guarded {
	if slices.ContainsFunc(common.Args, r.holdsGuard) {
		return guarded{known: true}
	}
	router, name := receiverOf(common)
	if router == nil && len(common.Args) > 1 && common.StaticCallee() != nil {
		router = common.Args[0] // huma.Get(api, "/", handler)
	}
	return r.guardedRouter(router, common, name)
}

func (r *registration) guardedRouter(router ssa.Value, common *ssa.CallCommon, name string) guarded {
	path, known := firstText(common)
	for range maxWrappers {
		if router == nil {
			break
		}
		for _, use := range r.used[r.router(router)] {
			if (!adders[name] || use.Pos() < common.Pos()) && r.hasGuard(use) && (!known || covers(use, path)) {
				return guarded{known: true}
			}
		}
		call, made := router.(*ssa.Call)
		if made && r.hasGuard(call.Common()) {
			return guarded{known: true} // router.With(auth).Get(…), chain.Append(auth).Then(h)
		}
		if p, ok := router.(*ssa.Parameter); ok && groupedBy(p) == nil && takesMiddleware(p.Type()) {
			return r.guardedByCallers(p)
		}
		if made && known {
			var group string
			group, known = firstText(call.Common()) // app.Group("/api").Get("/users", h)
			path = group + path
		}
		known = known && made
		router = r.outer(router)
	}
	return guarded{}
}

// takesMiddleware reports whether a router can be told of middlewares: an http.ServeMux cannot.
func takesMiddleware(t types.Type) bool {
	set := types.NewMethodSet(t)
	for m := range set.Methods() {
		if adders[m.Obj().Name()] {
			return true
		}
	}
	return false
}

// guardedByCallers tells of a router that a function is given what its callers say: all of them.
func (r *registration) guardedByCallers(p *ssa.Parameter) guarded {
	if g, ok := r.given[p]; ok {
		return g
	}
	fn := p.Parent()
	calls := r.calls[fn]
	g := guarded{known: len(calls) > 0, hidden: len(calls) == 0 || fn.Object() != nil && fn.Object().Exported()}
	r.given[p] = guarded{hidden: true} // while it is looked for
	for _, call := range calls {
		arg := guarded{hidden: true}
		if i := slices.Index(fn.Params, p); i < len(call.Call.Args) {
			arg = r.guardedRouter(call.Call.Args[i], call.Common(), "")
		}
		g.known, g.hidden = g.known && arg.known, g.hidden || arg.hidden
	}
	r.given[p] = g
	return g
}

// covers reports whether what a router is told to use for a path is used for another: app.Use("/admin", auth). A path that is not
// known may be any.
func covers(use *ssa.CallCommon, path string) bool {
	prefix, ok := firstText(use)
	return !ok || strings.HasPrefix(path, strings.TrimSuffix(prefix, "/"))
}

// firstText is the constant text that a call is given first beside its receiver, in a list too.
func firstText(common *ssa.CallCommon) (string, bool) {
	args := common.Args
	if !common.IsInvoke() && common.Signature().Recv() != nil {
		args = args[1:]
	}
	if len(args) == 0 {
		return "", false
	}
	first := args[0]
	if list := event.Elements(first); len(list) > 0 {
		first = list[0]
	}
	c, ok := unboxed(first).(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// outer is the router that a router was made of: chain.With(m), router.Subrouter(), or that around a group's closure.
func (r *registration) outer(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.Call:
		next, _ := receiverOf(v.Common())
		return next
	case *ssa.UnOp:
		from := v.X
		if free, ok := from.(*ssa.FreeVar); ok {
			from = event.Binding(free)
		}
		if alloc, ok := from.(*ssa.Alloc); ok {
			if store := event.OnlyStore(alloc); store != nil {
				return store.Val
			}
		}
	case *ssa.Parameter:
		return groupedBy(v)
	case *ssa.FieldAddr:
		if embedded(v) {
			return v.X
		}
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

// besideGuard reports whether a router is given a handler together with a middleware that lets only somebody through who is known:
// e.GET("/", handler, auth).
func (r *registration) besideGuard(common *ssa.CallCommon) bool {
	if fn := common.StaticCallee(); fn != nil && fn.Blocks != nil {
		return false
	}
	return slices.ContainsFunc(common.Args, func(arg ssa.Value) bool {
		return slices.ContainsFunc(event.Elements(arg), func(v ssa.Value) bool { return r.guard(middlewareOf(v)) })
	})
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
		if optional(v.Common()) {
			return nil
		}
		return v.Call.StaticCallee()
	case *ssa.Extract:
		return middlewareOf(v.Tuple) // m, err := config.ToMiddleware()
	}
	return nil
}

// optional reports whether a library's middleware is configured to let those through, too, of whom nobody knows who they are.
func optional(common *ssa.CallCommon) bool {
	src := origin.SourceOf(common)
	if src == nil || src.Unless == "" {
		return false
	}
	return slices.ContainsFunc(event.Inputs(common), func(v ssa.Value) bool {
		load, ok := v.(*ssa.UnOp)
		return ok && sets(load.X, src.Unless)
	})
}

// sets reports whether something is stored in a field of a local variable.
func sets(v ssa.Value, field string) bool {
	alloc, ok := v.(*ssa.Alloc)
	if !ok {
		return false
	}
	return slices.ContainsFunc(*alloc.Referrers(), func(ref ssa.Instruction) bool {
		at, ok := ref.(*ssa.FieldAddr)
		return ok && event.Addressed(at) == field && slices.ContainsFunc(*at.Referrers(), func(use ssa.Instruction) bool {
			store, ok := use.(*ssa.Store)
			return ok && store.Addr == at
		})
	})
}
