package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// fronted are the handlers that stand behind a middleware of the package which sets the challenge, or wraps the writer so that it is
// set, before it calls the next handler.
type fronted struct {
	handlers map[*ssa.Function]bool
	all      bool // which they are cannot be told, so all may be
	any      bool // there is such a middleware
}

// covers reports whether a handler may stand behind such a middleware. One whose registration is not seen may.
func (f *fronted) covers(fn *ssa.Function, how *registered) bool {
	return f.all || f.handlers[fn] || f.any && (how == nil || how.unseen)
}

// fronted looks at what the challenging middlewares of the package are put before: handlers that are named there, or others.
func (w *Walker) fronted() *fronted {
	f := &fronted{handlers: make(map[*ssa.Function]bool)}
	uses := make(map[*ssa.Function]int)
	for _, t := range w.done {
		for call, set := range w.walks[t].challenges {
			if set && len(call.Call.Args) == 2 && call.Call.Signature().Results().Len() == 0 {
				uses[around(t.fn)] = 0
			}
		}
	}
	if len(uses) == 0 {
		return f
	}
	f.any = true
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				f.look(instr, uses)
			}
		}
	}
	for middleware, n := range uses {
		f.all = f.all || n == 0 || middleware.Name() == "ServeHTTP" // who puts it where is not seen
	}
	return f
}

// look notes where an instruction puts a challenging middleware.
func (f *fronted) look(instr ssa.Instruction, uses map[*ssa.Function]int) {
	call, isCall := instr.(ssa.CallInstruction)
	var called *ssa.Function
	if isCall && call.Common().StaticCallee() != nil {
		called = event.Source(call.Common().StaticCallee())
		if _, ok := uses[called]; ok {
			uses[called]++
			f.put(call.Common())
		}
	}
	for _, op := range instr.Operands(nil) {
		fn, ok := (*op).(*ssa.Function)
		if mc, closure := (*op).(*ssa.MakeClosure); closure {
			fn, ok = mc.Fn.(*ssa.Function), true
		}
		if !ok || isCall && op == &call.Common().Value {
			continue
		}
		if _, ok := uses[event.Source(fn)]; ok {
			f.all = true // it is given to a router, or to a list of middlewares
		}
	}
}

// put notes the handlers that a middleware is called with.
func (f *fronted) put(common *ssa.CallCommon) {
	found := false
	for _, arg := range common.Args {
		if isFunctionOrHandler(arg) {
			found = true
			f.handler(arg, 0)
		}
	}
	f.all = f.all || !found
}

func isFunctionOrHandler(v ssa.Value) bool {
	_, function := v.Type().Underlying().(*types.Signature)
	return function || typeName(v.Type()) == "net/http.Handler"
}

// handler notes what a value is that a middleware is put before: a function, or one that other middlewares are put before, too.
func (f *fronted) handler(v ssa.Value, depth int) {
	if depth > maxWrappers {
		f.all = true
		return
	}
	switch v := v.(type) {
	case *ssa.Function:
		f.handlers[event.Source(v)] = true
	case *ssa.MakeClosure:
		f.handlers[event.Source(v.Fn.(*ssa.Function))] = true
	case *ssa.ChangeType:
		f.handler(v.X, depth+1)
	case *ssa.MakeInterface:
		f.handler(v.X, depth+1)
	case *ssa.Call:
		f.made(v, depth)
	default:
		f.all = true // a router, or what somebody else has given
	}
}

// made notes what a call makes a handler of: of one that it is given, or of the closures in it.
func (f *fronted) made(call *ssa.Call, depth int) {
	if args := slices.DeleteFunc(slices.Clone(call.Call.Args), func(v ssa.Value) bool { return !isFunctionOrHandler(v) }); len(args) > 0 {
		for _, arg := range args {
			f.handler(arg, depth+1)
		}
		return
	}
	fn := call.Call.StaticCallee()
	if fn == nil || event.Source(fn).Blocks == nil || len(event.Source(fn).AnonFuncs) == 0 {
		f.all = true
		return
	}
	for _, closure := range event.Source(fn).AnonFuncs {
		f.handlers[closure] = true
	}
}
