package path

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

// Facts is what is known of other packages.
type Facts interface {
	// Summary returns what an imported function does to the response in the given input; nil if nothing is known.
	Summary(fn *types.Func, input int32) *Summary
	// Known reports whether anything is known of an imported function, or of what runs where the method of an imported interface is called.
	Known(fn *types.Func) bool
	// Made returns what the handler of errors does that an imported function makes; nil if nothing is known.
	Made(fn *types.Func) *Summary
	// Adapters returns what makes answers of the values of an imported type, or of the handlers of that type.
	Adapters(t *types.TypeName) []Adapter
	// Takers returns what an imported function makes of what the handlers return that it is given.
	Takers(fn *types.Func) []Taker
	// Guard reports whether an imported function is a middleware that lets only somebody through who is known.
	Guard(fn *types.Func) bool
	// Origins returns what the results of an imported function come from; nil if nothing is known.
	Origins(fn *types.Func) []origin.Origin
	// Returned is the number of the parameter that an imported function always returns; -1 for none.
	Returned(fn *types.Func) int
	// Variable returns what an imported package variable is initialised with.
	Variable(v *types.Var) *Obj
	// Unanswered returns the errors of an imported package that its handlers return and nobody has been seen to answer with.
	Unanswered(pkg *types.Package) []Carried
}

// Walker walks the functions of one package.
type Walker struct {
	Patient bool // functions are followed through more states before they are given up

	program     *event.Program
	facts       Facts
	envs        *envs
	events      map[*ssa.Function]*event.Func
	wraps       map[*ssa.Function]int
	walks       map[target]*Walk
	done        []target
	open        map[target]bool
	imported    map[target]*Summary
	globals     map[*ssa.Global]*Val
	structs     map[*ssa.Global]*Obj    // those that are structs themselves: what points to them
	tables      map[*ssa.Global][]entry // package maps of constants: the denials in them
	changed     map[*ssa.Global]bool    // written outside of the package's initialisation
	foreign     []Registered
	told        map[*ssa.Function]bool  // see tellers
	passing     map[*ssa.Parameter]bool // see passesOn
	tracer      *origin.Tracer
	byFramework map[*ssa.Function]bool    // see outermost
	topmost     []top                     // see tops
	speakers    []*ssa.Function           // see speaking
	taking      map[*ssa.Function][]Taker // see takers
	carried     []Carried                 // see carry
	adapted     bool                      // nobody asks any more by which of several ways a function was left
	guards      map[*ssa.Function]bool    // middlewares: whether they let only somebody through who is known

	gathering    map[*types.Var]bool    // see gathered
	prefilled    map[*types.Var]bool    // see filledHere
	throughValue map[*ssa.Function]bool // functions that are called through values: whether all those calls are followed
}

// NewWalker prepares to walk a package.
func NewWalker(program *event.Program, facts Facts) *Walker {
	w := &Walker{program: program, facts: facts, envs: newEnvs(),
		events: make(map[*ssa.Function]*event.Func), wraps: make(map[*ssa.Function]int), walks: make(map[target]*Walk),
		open: make(map[target]bool), imported: make(map[target]*Summary), globals: make(map[*ssa.Global]*Val), structs: make(map[*ssa.Global]*Obj), tables: make(map[*ssa.Global][]entry), changed: make(map[*ssa.Global]bool), passing: make(map[*ssa.Parameter]bool), throughValue: make(map[*ssa.Function]bool)}
	w.tracer = origin.NewTracer(program.Funcs, event.Source, facts.Origins, w.establishes)
	program.Told = facts.Returned
	program.Stands = facts.Known
	program.Known = func(fn *ssa.Function) bool { return w.summary(fn, 0) != nil }
	w.findChanged()
	w.findTables()
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
	var done *Walk
	if w.isCodec(t) {
		done = &Walk{Func: w.event(t.fn), Input: t.input, Summary: &Summary{Unknown: true}}
	} else {
		done = w.run(t)
	}
	delete(w.open, t)
	w.walks[t] = done
	w.done = append(w.done, t)
	return done
}

// maxGenerated is how many blocks a function may have that a generator has made and that is given no response. Larger ones are codecs, of
// which a program has hundreds, and each took some tenths of a second; what makes errors with a status there is small.
const maxGenerated = 40

func (w *Walker) isCodec(t target) bool {
	return t.input == event.NoResponse && len(t.fn.Blocks) > maxGenerated && w.program.InGenerated(t.fn.Pos())
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
	if obj := w.program.Object(fn); !ok && obj != nil {
		sum = w.own(w.facts.Summary(obj.Origin(), input))
		w.imported[t] = sum
	}
	return sum
}

func (w *Walker) event(fn *ssa.Function) *event.Func {
	f, ok := w.events[fn]
	if !ok {
		f = event.NewFunc(w.program, fn, w.wrapped)
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

// maxStates is how many states are kept at a block.
func (w *Walker) maxStates() int {
	if w.Patient {
		return 2 * maxStates
	}
	return maxStates
}

// establishes reports whether a call yields its result, where it yields one, only after it has found out who is calling.
func (w *Walker) establishes(call *ssa.Call) bool {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return false
	}
	fn = event.Source(fn)
	if fn.Blocks != nil && !w.tellers()[fn] {
		return false
	}
	input := event.NoResponse
	for i, p := range fn.Params {
		if fn.Blocks != nil && responds(p.Type()) {
			input = int32(i)
			break
		}
	}
	sum := w.summary(fn, input)
	if sum == nil || sum.Unknown {
		return false
	}
	found := false
	for _, x := range sum.Exits {
		if len(x.Results) == 0 || x.Results[0].Kind == Nil || x.Results[0].Kind == Const {
			continue // nobody
		}
		if last := x.Results[len(x.Results)-1]; last.Kind == NonNil || last.Kind == Named || last.Kind == Const && last.Text == "b0" {
			continue // it failed
		}
		if !x.Knows.Known {
			return false
		}
		found = true
	}
	return found
}
