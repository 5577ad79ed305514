package path

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// registration is how the handlers of a package come to be called, as far as the package shows it.
type registration struct {
	*Walker
	used  map[string][]*ssa.CallCommon  // calls of Use and its like, by the router that they are made on
	calls map[*ssa.Function][]*ssa.Call // of functions that return something, by the function
	seen  map[*ssa.Function]*registered // by handler
	given map[*ssa.Parameter]guarded    // routers that functions are given
}

// registered is what is known of all places where a function is used as a handler.
type registered struct {
	known   bool      // some are behind a middleware that lets only somebody through who is known
	anybody bool      // some are not, or cannot be told
	unseen  bool      // some lead to code that cannot be seen
	before  bool      // some are before another handler, in a list or by Use
	wrapped bool      // some are behind a middleware, whatever it does, or made only under a condition
	at      token.Pos // the first of them

	refusing   bool    // it is given to a library that calls it for those alone whose credentials were missing or wrong
	challenged [2]bool // it is given to a library that sets the challenge header around its call
}

func (w *Walker) registrations() *registration {
	w.guards = make(map[*ssa.Function]bool)
	r := &registration{Walker: w, used: make(map[string][]*ssa.CallCommon),
		calls: make(map[*ssa.Function][]*ssa.Call), seen: make(map[*ssa.Function]*registered), given: make(map[*ssa.Parameter]guarded)}
	r.findGuards()
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					r.findUse(call.Common())
				}
				if call, ok := instr.(*ssa.Call); ok {
					if callee := call.Call.StaticCallee(); callee != nil {
						r.calls[event.Source(callee)] = append(r.calls[event.Source(callee)], call)
					}
				}
			}
		}
	}
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				r.findHandlers(instr)
			}
		}
	}
	return r
}

// findGuards finds the functions in which, or in whose closures, a next handler is called, and tells whether that is only
// ever done for somebody who is known.
func (r *registration) findGuards() {
	for _, t := range r.done {
		walk := r.walks[t]
		if len(walk.handOns) == 0 && len(walk.Flows) == 0 {
			continue
		}
		all := !slices.Contains(walk.Flows, false)
		for _, call := range walk.handOns {
			all = all && walk.knownAt[call]
		}
		for fn := t.fn; fn != nil; fn = fn.Parent() {
			before, ok := r.guards[fn]
			r.guards[fn] = all && (before || !ok)
		}
	}
}

// findHandlers follows the functions that an instruction uses as values.
func (r *registration) findHandlers(instr ssa.Instruction) {
	if mc, ok := instr.(*ssa.MakeClosure); ok {
		r.follow(event.Source(mc.Fn.(*ssa.Function)), mc, false, 0)
		return
	}
	call, _ := instr.(ssa.CallInstruction)
	if made, ok := instr.(*ssa.Call); ok {
		if maker := made.Call.StaticCallee(); maker != nil && maker.Blocks == nil && GivesHandler(made.Call.Signature()) {
			r.follow(event.Source(maker), made, false, 0) // of another package, which may have told what is to be said of it
		}
	}
	for i, op := range instr.Operands(nil) {
		fn, ok := (*op).(*ssa.Function)
		if !ok || call != nil && i == 0 && !call.Common().IsInvoke() {
			continue
		}
		r.use(event.Source(fn), instr, fn, false, 0)
	}
}

const maxWrappers = 12 // how many wrappers around a handler are followed

// follow looks at all that is done with a handler's value.
func (r *registration) follow(handler *ssa.Function, v ssa.Value, known bool, depth int) {
	if v.Referrers() == nil || depth > maxWrappers {
		r.note(handler, known, true)
		return
	}
	for _, ref := range *v.Referrers() {
		r.use(handler, ref, v, known, depth)
	}
}

// use looks at one thing that is done with a handler's value.
func (r *registration) use(handler *ssa.Function, instr ssa.Instruction, v ssa.Value, known bool, depth int) {
	switch instr := instr.(type) {
	case *ssa.ChangeType:
		r.follow(handler, instr, known, depth+1)
	case *ssa.MakeInterface:
		r.follow(handler, instr, known, depth+1)
	case *ssa.ChangeInterface:
		r.follow(handler, instr, known, depth+1)
	case *ssa.DebugRef:
	case ssa.CallInstruction:
		common := instr.Common()
		if common.Value == v {
			return // it is called
		}
		on := r.guardedOn(common)
		known = known || r.guard(middlewareOf(common.Value)) || on.known || r.besideGuard(common)
		result, ok := instr.(ssa.Value)
		if ok && common.Signature().Results().Len() == 1 {
			if serve := serveHTTP(r.program.Pkg.Prog, common.Signature().Results().At(0).Type()); serve != nil {
				r.follow(handler, result, known || r.guard(serve), depth+1)
				return
			}
		}
		if ok && GivesHandler(common.Signature()) {
			r.follow(handler, result, known, depth+1)
			return
		}
		r.note(handler, known || ok && r.boundLater(result), on.hidden)
		r.under(handler, common, instr.Block(), depth)
		_, name := receiverOf(common)
		r.seen[handler].before = r.seen[handler].before || adders[name]
	case *ssa.Store:
		if call, i, list := inList(instr, v); call != nil {
			on := r.guardedOn(call)
			known = known || on.known || slices.ContainsFunc(list[:i], func(v ssa.Value) bool { return r.guard(middlewareOf(v)) })
			r.note(handler, known, on.hidden)
			r.under(handler, call, instr.Block(), depth)
			_, name := receiverOf(call)
			r.seen[handler].wrapped = r.seen[handler].wrapped || i > 0
			r.seen[handler].before = r.seen[handler].before || i+1 < len(list) || adders[name]
			return
		}
		if field, ok := instr.Addr.(*ssa.FieldAddr); ok && instr.Val == v {
			if serve := serveHTTP(r.program.Pkg.Prog, field.X.Type()); serve != nil {
				r.follow(handler, field.X, known || r.guard(serve), depth+1)
				return
			}
		}
		r.note(handler, known, true)
		n, hook := r.seen[handler], hookOf(instr)
		n.refusing = n.refusing || hook.Refuses
		n.challenged = [2]bool{WWW: n.challenged[WWW] || hook.Challenges, Proxy: n.challenged[Proxy] || hook.Proxies}
	case *ssa.FieldAddr, *ssa.UnOp: // of a struct that holds the handler
	case *ssa.Return:
		r.returned(handler, instr.Parent(), known, depth)
	default:
		r.note(handler, known, true)
	}
}

// under notes whether a registration is made on a router with middlewares, of a wrapped handler, or under a condition.
func (r *registration) under(handler *ssa.Function, common *ssa.CallCommon, block *ssa.BasicBlock, depth int) {
	if at := &r.seen[handler].at; !at.IsValid() {
		*at = common.Pos()
	}
	wrapped := r.conditional(block) || depth > maxConversions
	for router, _ := receiverOf(common); router != nil && !wrapped; router = r.outer(router) {
		call, made := router.(*ssa.Call)
		wrapped = slices.ContainsFunc(r.used[r.router(router)], introduces) || made && introduces(call.Common()) || depth > maxWrappers
		depth++
	}
	r.seen[handler].wrapped = r.seen[handler].wrapped || wrapped
}

// introduces reports whether a call gives a router a middleware that may find out who is calling: any, but those that a framework brings
// along, of which the tables know the ones that do.
func introduces(common *ssa.CallCommon) bool {
	args := common.Args
	if !common.IsInvoke() && common.Signature().Recv() != nil {
		args = args[1:]
	}
	return slices.ContainsFunc(args, func(arg ssa.Value) bool {
		list := event.Elements(arg)
		if len(list) == 0 {
			list = []ssa.Value{arg}
		}
		return slices.ContainsFunc(list, func(v ssa.Value) bool {
			if _, ok := unboxed(v).(*ssa.Const); ok {
				return false // a path, or no middlewares
			}
			fn := middlewareOf(v)
			return fn == nil || !broughtAlong(fn)
		})
	})
}

// broughtAlong reports whether a function belongs to a framework.
func broughtAlong(fn *ssa.Function) bool {
	obj := event.Source(fn).Object()
	return obj != nil && obj.Pkg() != nil && api.InFramework(obj.Pkg().Path())
}

// maxConversions is how many steps a handler takes from its function to a registration as it is: to a func type, to an interface.
const maxConversions = 2

// conditional reports whether a block is only run under a condition: not what follows an early return.
func (r *registration) conditional(block *ssa.BasicBlock) bool {
	for b := block; b != nil; b = b.Idom() {
		switch b.Comment {
		case "if.then", "if.else", "switch.body", "cond.true", "cond.false", "typeswitch.body", "select.body":
			return true
		}
	}
	return false
}

// Registered is a place where a handler of another package is registered as it is: always, and with no middleware around it.
type Registered struct {
	Handler *types.Func
	At      token.Pos
}

// Registered lists, in the order of the source, where handlers of other packages are registered as they are. It is known once
// [Walker.Entries] has been asked for.
func (w *Walker) Registered() []Registered { return w.foreign }

// foreigners are the handlers of other packages among those that are registered.
func (r *registration) foreigners() []Registered {
	var list []Registered
	for fn, how := range r.seen {
		obj, ok := fn.Object().(*types.Func)
		if ok && fn.Blocks == nil && !how.known && !how.unseen && !how.wrapped && how.at.IsValid() {
			list = append(list, Registered{obj, how.at})
		}
	}
	slices.SortFunc(list, func(a, b Registered) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Handler.FullName(), b.Handler.FullName()))
	})
	return list
}

// hookOf is what is known of the field of a library's configuration that a function is stored in.
func hookOf(store *ssa.Store) api.Hook {
	field, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return api.Hook{}
	}
	return api.HookOf(strings.TrimPrefix(typeName(field.X.Type()), "*"), event.Addressed(field))
}

// boundLater reports whether a route is given a guard after its handler: router.GET("/", handler).Bind(auth).
func (r *registration) boundLater(route ssa.Value) bool {
	return route.Referrers() != nil && slices.ContainsFunc(*route.Referrers(), func(ref ssa.Instruction) bool {
		call, ok := ref.(*ssa.Call)
		if !ok {
			return false
		}
		router, name := receiverOf(call.Common())
		return router == route && adders[name] && r.hasGuard(call.Common())
	})
}

// returned follows a handler that a function returns to where that is called.
func (r *registration) returned(handler, maker *ssa.Function, known bool, depth int) {
	calls := r.calls[maker]
	if len(calls) == 0 || depth > maxWrappers || maker.Object() == nil && maker.Parent() == nil {
		r.note(handler, known, true)
		return
	}
	if obj := maker.Object(); obj != nil && obj.Exported() {
		r.note(handler, known, true)
	}
	for _, call := range calls {
		r.follow(handler, call, known, depth+1)
	}
}

// guard reports whether a function is a middleware that lets only somebody through who is known.
func (r *registration) guard(fn *ssa.Function) bool {
	if fn == nil {
		return false
	}
	fn = event.Source(fn)
	if obj, ok := fn.Object().(*types.Func); ok && fn.Blocks == nil {
		src := api.LookupSource(obj)
		return src != nil && src.Guards || r.facts.Guard(obj)
	}
	return r.guards[fn]
}

// serveHTTP is the ServeHTTP that a type of this package, or one that it imports, declares by itself; nil for an interface.
func serveHTTP(prog *ssa.Program, t types.Type) *ssa.Function {
	sel := types.NewMethodSet(t).Lookup(nil, "ServeHTTP")
	if sel == nil || len(sel.Index()) != 1 || types.IsInterface(t) {
		return nil
	}
	obj, ok := sel.Obj().(*types.Func)
	if !ok || obj.Pkg() != nil && obj.Pkg().Path() == "net/http" {
		return nil
	}
	return event.Declared(prog, obj)
}

// IsHandler reports whether a function is a handler by its type: of net/http, or of a framework.
func IsHandler(sig *types.Signature) bool {
	first := sig.Params().Len() > 0 && event.Answers(sig.Params().At(0).Type())
	return first && sig.Params().Len() == 2 || handlerContext(sig) != nil
}

// GivesHandler reports whether a function returns what can be registered in its turn.
func GivesHandler(sig *types.Signature) bool {
	results := sig.Results()
	if results.Len() != 1 {
		return false
	}
	t := results.At(0).Type()
	if sig, ok := t.Underlying().(*types.Signature); ok {
		return sig.Params().Len() == 2 && event.Answers(sig.Params().At(0).Type()) || handlerContext(sig) != nil
	}
	return typeName(t) == "net/http.Handler"
}

// inList finds the call whose list of handlers v is stored in, and where in that list: r.GET("/", auth, handler). What is given
// before the list may be a handler, too.
func inList(store *ssa.Store, v ssa.Value) (call *ssa.CallCommon, i int, list []ssa.Value) {
	at, ok := store.Addr.(*ssa.IndexAddr)
	if !ok || store.Val != v {
		return nil, 0, nil
	}
	array, ok := at.X.(*ssa.Alloc)
	if !ok {
		return nil, 0, nil
	}
	for _, ref := range *array.Referrers() {
		slice, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, use := range *slice.Referrers() {
			if instr, ok := use.(ssa.CallInstruction); ok {
				args := instr.Common().Args
				before := args[:max(slices.Index(args, ssa.Value(slice)), 0)]
				list = slices.Concat(before, event.Elements(slice))
				return instr.Common(), max(slices.Index(list, v), 0), list
			}
		}
	}
	return nil, 0, nil
}

func (r *registration) note(handler *ssa.Function, known, unseen bool) {
	n := r.seen[handler]
	if n == nil {
		n = new(registered)
		r.seen[handler] = n
	}
	n.known, n.anybody, n.unseen = n.known || known, n.anybody || !known, n.unseen || unseen
}
