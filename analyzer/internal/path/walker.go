package path

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// Facts is what is known of other packages.
type Facts interface {
	// Summary returns what an imported function does to the response in the given input; nil if nothing is known.
	Summary(fn *types.Func, input int32) *Summary
	// Adapters returns what makes answers of the values of an imported type, or of the handlers of that type.
	Adapters(t *types.TypeName) []Adapter
	// Variable returns what an imported package variable is initialised with.
	Variable(v *types.Var) *Obj
}

// Walker walks the functions of one package.
type Walker struct {
	program  *event.Program
	facts    Facts
	envs     *envs
	flows    map[*ssa.Function]*flow
	events   map[*ssa.Function]*event.Func
	wraps    map[*ssa.Function]int
	walks    map[target]*Walk
	done     []target
	open     map[target]bool
	imported map[target]*Summary
	globals  map[*ssa.Global]*Val
	changed  map[*ssa.Global]bool // written outside of the package's initialisation
}

// NewWalker prepares to walk a package.
func NewWalker(program *event.Program, facts Facts) *Walker {
	w := &Walker{program: program, facts: facts, envs: newEnvs(), flows: make(map[*ssa.Function]*flow),
		events: make(map[*ssa.Function]*event.Func), wraps: make(map[*ssa.Function]int), walks: make(map[target]*Walk),
		open: make(map[target]bool), imported: make(map[target]*Summary), globals: make(map[*ssa.Global]*Val), changed: make(map[*ssa.Global]bool)}
	w.findChanged()
	if init := program.Pkg.Func("init"); init != nil {
		w.walk(target{init, event.NoResponse})
	}
	return w
}

// All walks every function of the package that is given a response.
func (w *Walker) All() {
	for _, fn := range w.program.Funcs {
		for i, p := range fn.Params {
			if responds(p.Type()) {
				w.walk(target{fn, int32(i)})
			}
		}
	}
}

// Walks returns what has been walked, in a fixed order.
func (w *Walker) Walks() []*Walk {
	walks := make([]*Walk, 0, len(w.done))
	for _, t := range w.done {
		walks = append(walks, w.walks[t])
	}
	return walks
}

// responds reports whether a parameter of type t is a response, or a struct that holds one, or its header map.
func responds(t types.Type) bool {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Interface:
		if u.NumMethods() == 0 {
			return false
		}
	case *types.Signature:
		return false
	}
	p := event.PowerOf(t)
	return p == event.All || p == event.Headers
}

// walk returns the walk of t, and makes it if it is not there. A function that is being walked already has none.
func (w *Walker) walk(t target) *Walk {
	if done, ok := w.walks[t]; ok {
		return done
	}
	if w.open[t] {
		return nil
	}
	w.open[t] = true
	done := w.run(t)
	delete(w.open, t)
	w.walks[t] = done
	w.done = append(w.done, t)
	return done
}

// summary is what a callee does; nil if nothing is known of it.
func (w *Walker) summary(fn *ssa.Function, input int32) *Summary {
	if fn.Blocks != nil {
		if done := w.walk(target{fn, input}); done != nil {
			return done.Summary
		}
		return nil
	}
	t := target{fn, input}
	sum, ok := w.imported[t]
	if obj, isFunc := fn.Object().(*types.Func); !ok && isFunc {
		sum = w.own(w.facts.Summary(obj.Origin(), input))
		w.imported[t] = sum
	}
	return sum
}

func (w *Walker) flow(fn *ssa.Function) *flow {
	l, ok := w.flows[fn]
	if !ok {
		l = newFlow(w.event(fn))
		w.flows[fn] = l
	}
	return l
}

func (w *Walker) event(fn *ssa.Function) *event.Func {
	f, ok := w.events[fn]
	if !ok {
		f = event.NewFunc(fn, w.wrapped)
		w.events[fn] = f
	}
	return f
}

// wrapped tells which input of fn its first result wraps as a response.
func (w *Walker) wrapped(fn *ssa.Function) int {
	fn = event.Source(fn)
	if i, ok := w.wraps[fn]; ok {
		return i
	}
	w.wraps[fn] = -1 // while it is looked for
	if fn.Blocks != nil {
		w.wraps[fn] = event.WrapsOf(w.event(fn))
	}
	return w.wraps[fn]
}

// findChanged finds the package variables that are written after the package's initialisation.
func (w *Walker) findChanged() {
	for _, fn := range w.program.Funcs {
		if fn.Name() == "init" && fn.Synthetic != "" {
			continue
		}
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if store, ok := instr.(*ssa.Store); ok {
					if g, ok := base(store.Addr).(*ssa.Global); ok {
						w.changed[g] = true
					}
				}
			}
		}
	}
}

// base is the variable that an address lies in.
func base(addr ssa.Value) ssa.Value {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		case *ssa.UnOp:
			if a.Op != token.MUL {
				return addr
			}
			addr = a.X
		default:
			return addr
		}
	}
}

// global is what is known of a package variable: its name, and what it was initialised with, if nothing changes it.
func (w *Walker) global(g *ssa.Global) Val {
	if v, ok := w.globals[g]; ok && !w.changed[g] && (g.Object() == nil || !g.Object().Exported() || v.Kind != Const) {
		if v.Kind == Const {
			return *v
		}
		return Val{Kind: Named, Text: g.Pkg.Pkg.Path() + "." + g.Name(), Obj: v.Obj}
	}
	if w.changed[g] || g.Pkg == nil {
		return Val{}
	}
	if !event.IsError(elem(g.Type())) && g.Pkg == w.program.Pkg {
		return Val{}
	}
	named := Val{Kind: Named, Text: g.Pkg.Pkg.Path() + "." + g.Name()}
	if v, ok := g.Object().(*types.Var); ok && g.Pkg != w.program.Pkg {
		if obj := w.facts.Variable(v); obj != nil {
			whole := Val{Kind: Object, Obj: obj}
			w.ownVal(&whole)
			named.Obj = whole.Obj
		}
		if named.Obj == nil && !event.IsError(v.Type()) {
			return Val{}
		}
	}
	return named
}

// initialised notes what init stores in a package variable.
func (k *walk) initialised(g *ssa.Global, v Val) {
	v = k.portable(v)
	if _, ok := k.globals[g]; !ok && (v.Kind == Const || v.Kind == Object || v.Kind == NonNil) {
		k.globals[g] = &v
	}
}

func elem(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// waive notes that on this side of a branch the operator's switch has turned the challenge off: a boolean of the
// configuration decides, and the other side sets the challenge.
func (k *walk) waive(s *State, block *ssa.BasicBlock, side int, cond ssa.Value) {
	if k.root == event.NoResponse || s.Marks[WWW].Kind != Inherited || !k.isSwitch(cond) {
		return
	}
	other := block.Succs[1-side]
	sets, ok := k.waived[other]
	if !ok {
		sets = len(other.Preds) == 1 && k.setsChallenge(other)
		k.waived[other] = sets
	}
	if sets {
		s.Marks[WWW] = Mark{Kind: Waived}
	}
}

// isSwitch reports whether a condition is a boolean that the operator chooses: a field of the server or its
// configuration, or a package variable.
func (k *walk) isSwitch(cond ssa.Value) bool {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return k.isSwitch(c.X)
		}
		if g, ok := c.X.(*ssa.Global); ok {
			return isBool(elem(g.Type()))
		}
		p := k.Place(c)
		if p.Base < 0 || p.Base >= k.Inputs() || p.Base == k.root || !strings.Contains(p.Path, ".") {
			return false
		}
		return !aside(k.Value(p.Base))
	}
	return false
}

// setsChallenge reports whether the challenge is set in a block or in one that it leads to alone.
func (k *walk) setsChallenge(from *ssa.BasicBlock) bool {
	for _, block := range k.Blocks {
		if !from.Dominates(block) {
			continue
		}
		for _, instr := range block.Instrs {
			e := k.Of(instr, k.root)
			switch e.Kind {
			case event.SetHeader:
				if name, ok := event.Canonical(e.Name); ok && name == Headers[WWW] {
					return true
				}
			case event.CallKnown:
				if e.Input < 0 {
					continue
				}
				if sum := k.summary(e.Callee, int32(e.Input)); sum != nil && slices.ContainsFunc(sum.Exits, func(x Exit) bool { return x.Marks[WWW].Kind == Set }) {
					return true
				}
			}
		}
	}
	return false
}

// asks reports whether a condition asks the writer, a type of somebody's own, whether it has been written to.
func (k *walk) asks(cond ssa.Value, depth int) bool {
	if depth > maxCondition {
		return false
	}
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.MUL {
			addr, ok := c.X.(*ssa.FieldAddr)
			return ok && k.Root(addr.X) == k.root && event.Answers(addr.X.Type())
		}
		return k.asks(c.X, depth+1)
	case *ssa.BinOp:
		return k.asks(c.X, depth+1) || k.asks(c.Y, depth+1)
	case *ssa.Extract:
		return k.asks(c.Tuple, depth+1)
	case *ssa.Call:
		if c.Call.IsInvoke() {
			return len(c.Call.Args) == 0 && k.Root(c.Call.Value) == k.root && event.Answers(c.Call.Value.Type())
		}
		return len(c.Call.Args) == 1 && c.Call.Signature().Recv() != nil && k.Root(c.Call.Args[0]) == k.root && event.Answers(c.Call.Args[0].Type())
	}
	return false
}
