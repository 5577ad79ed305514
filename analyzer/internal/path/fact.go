package path

import (
	"fmt"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

// Effects is the fact on a function: what it does to the response, input by input.
type Effects struct {
	Inputs  []Input
	Origins []origin.Origin // what its results come from, where that is told
	Guard   bool            // it is a middleware that lets only somebody through who is known
	Takers  []Taker
	Made    []Input // what the handler of errors does that it makes and returns; none for another function

	Returned int // one more than the number of the parameter that it returns, whichever way it leaves; 0 for none
}

// Input is what a function does to the response in one of its inputs; with [event.NoResponse], what its results are.
type Input struct {
	Input   int32
	Always  bool
	Unknown bool
	Exits   []Exit
	Answers []Told
	Headers []Passed
	Bodies  []Sent
}

// Told is an [Answer] as an importer needs it.
type Told struct {
	Status   Val
	Explicit bool
	Body     bool
	Asked    bool
	Marks    [2]Mark
	Symbolic Symbolic
	Guards   []Fact
	Why      *Reason
	Knows    Knows
	Inner    Inner // By is "" where the answer depends on the caller
}

// Adapts is the fact on a type: the adapters that make answers of its values.
type Adapts struct{ Adapters []Adapter }

// Variable is the fact on a package variable: what it is initialised with.
type Variable struct{ Obj Obj }

// Pending is the fact on a handler whose registration is not seen: what is to be said of it where it is registered as it is.
type Pending struct{ Says []PendingFinding }

// PendingFinding is one such thing: of which rule, what, and where it stands, as an importer may know it.
type PendingFinding struct{ Rule, Message, Site string }

// Denying is the fact on a package that declares what stands for a denial, or may give it on: its importers are worth a look.
type Denying struct{}

func (*Denying) AFact()  {}
func (*Pending) AFact()  {}
func (*Effects) AFact()  {}
func (*Adapts) AFact()   {}
func (*Variable) AFact() {}

func (*Denying) String() string    { return "denies" }
func (p *Pending) String() string  { return fmt.Sprintf("%d pending", len(p.Says)) }
func (e *Effects) String() string  { return fmt.Sprintf("%d inputs", len(e.Inputs)) }
func (a *Adapts) String() string   { return fmt.Sprintf("%d adapters", len(a.Adapters)) }
func (v *Variable) String() string { return v.Obj.Type }

// Exports lists the facts of the package in a fixed order. What was reported of this package stands in it by [FarAway].
func (w *Walker) Exports(adapters map[*types.TypeName][]Adapter, reported map[string]bool, export func(types.Object, analysis.Fact)) {
	far := farther{w, reported}
	far.functions(export)
	far.methods(export)
	far.types(adapters, export)
	far.variables(export)
}

// functions exports what is known of functions.
func (w farther) functions(export func(types.Object, analysis.Fact)) {
	told := w.tellers()
	for _, fn := range w.program.Funcs {
		if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() {
			if e := w.effects(fn, told[fn]); len(e.Inputs) > 0 || len(e.Origins) > 0 || e.Guard || len(e.Takers) > 0 || len(e.Made) > 0 {
				export(obj, &e)
			}
		}
	}
}

// effects is what an importer may know of a function; told says whether its results are worth a walk.
func (w farther) effects(fn *ssa.Function, told bool) Effects {
	e := Effects{Guard: w.Walker.guards[fn]}
	for i := int32(-1); i < int32(len(fn.Params)); i++ {
		if i == event.NoResponse && !told {
			continue
		}
		if in, ok := w.input(target{fn, i}); ok {
			e.Inputs = append(e.Inputs, in)
		}
	}
	if told {
		if o := w.tracer.Results(fn); slices.ContainsFunc(o, func(o origin.Origin) bool { return o.Has(somebody | api.Proof) }) {
			e.Origins = o
		}
	}
	if len(e.Inputs) > 0 {
		e.Returned = w.program.Returned(fn) + 1
	}
	if results := fn.Signature.Results(); results.Len() == 1 {
		if sig, ok := results.At(0).Type().Underlying().(*types.Signature); ok {
			e.Made = w.made(fn, readErrorHandler(sig))
		}
	}
	for _, t := range w.taking[fn] {
		e.Takers = append(e.Takers, w.taker(t))
	}
	return e
}

// types exports the adapters of types.
func (w farther) types(adapters map[*types.TypeName][]Adapter, export func(types.Object, analysis.Fact)) {
	var keys []*types.TypeName
	for t := range adapters {
		if t.Pkg() == w.program.Pkg.Pkg && t.Exported() {
			keys = append(keys, t)
		}
	}
	slices.SortFunc(keys, func(a, b *types.TypeName) int { return int(a.Pos() - b.Pos()) })
	for _, t := range keys {
		a := Adapts{Adapters: adapters[t]}
		for i := range a.Adapters {
			a.Adapters[i] = w.adapter(a.Adapters[i])
		}
		export(t, &a)
	}
}

// variables exports what package variables are initialised with.
func (w farther) variables(export func(types.Object, analysis.Fact)) {
	scope := w.program.Pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !v.Exported() {
			continue
		}
		g := w.program.Pkg.Var(name)
		o := w.structs[g]
		if val := w.globals[g]; val != nil && val.Kind == Object {
			o = val.Obj
		}
		if o != nil && len(o.Fields) > 0 {
			export(v, &Variable{Obj: w.obj(o)})
		}
	}
}

// farther translates what is known here into what an importer may know: no positions but base name and line.
type farther struct {
	*Walker
	reported map[string]bool
}

func (w farther) input(t target) (Input, bool) {
	if t.input >= 0 && !responds(t.fn.Params[t.input].Type()) {
		return Input{}, false
	}
	if t.input < 0 && t.fn.Signature.Results().Len() == 0 && len(t.fn.Blocks) > maxExit {
		return Input{}, false
	}
	walk := w.walk(t)
	if walk == nil {
		return Input{}, false
	}
	sum := walk.Summary
	if t.input < 0 && !tells(sum) && (!tellsStatus(t.fn) && !tellsKind(t.fn) && !findsError(t.fn, sum) || sum.Unknown) {
		return Input{}, false
	}
	in := Input{Input: t.input, Always: sum.Always, Unknown: sum.Unknown, Headers: sum.Headers}
	for _, b := range sum.Bodies {
		b.Status, b.Guards = w.val(b.Status), w.guards(b.Guards)
		in.Bodies = append(in.Bodies, b)
	}
	in.Exits = make([]Exit, 0, len(sum.Exits))
	for _, x := range sum.Exits {
		in.Exits = append(in.Exits, w.exit(x))
	}
	for _, a := range sum.Answers {
		told := Told{Status: w.val(a.Status), Explicit: a.Explicit, Body: a.Body, Asked: a.Asked, Marks: a.Marks, Symbolic: a.Symbolic, Guards: w.guards(a.Guards), Why: w.why(a.Why), Knows: a.Knows}
		told.Symbolic.At = token.NoPos
		if a.Inner != nil {
			told.Inner = *a.Inner
			told.Inner.Site, told.Inner.fn = w.site(a.Inner.Site), nil
		}
		in.Answers = append(in.Answers, told)
	}
	return in, true
}

// maxExit is how many blocks a function without results may have to be looked at for whether it returns at all.
const maxExit = 4

// tells reports whether a caller learns something from the results: a status, an error of a known kind, or that there is
// no way out at all.
func tells(sum *Summary) bool {
	if sum.Unknown {
		return false
	}
	for _, x := range sum.Exits {
		if x.Knows.Known || slices.ContainsFunc(x.Writes, func(f Fact) bool { _, ok := f.Val.status(); return ok || f.Val.Kind == Ref }) {
			return true
		}
		for _, r := range x.Results {
			if r.Why != nil && (r.Why.Absent.Has(somebody|api.Proof) || r.Why.Refused.Has(somebody|api.Proof)) {
				return true
			}
			if _, ok := r.status(); ok || r.Kind == Named {
				return true
			}
			if r.Kind == Object && slices.ContainsFunc(r.Obj.Fields, func(f Field) bool { return f.Val.Kind == Ref || f.Val.kind() }) {
				return true
			}
		}
	}
	return len(sum.Exits) == 0 // it never returns
}

func (w farther) exit(x Exit) Exit {
	x.ret, x.node, x.sent, x.cond = nil, nil, Site{}, token.NoPos
	x.Guards = w.guards(x.Guards)
	x.First.Status, x.Pending = w.val(x.First.Status), w.val(x.Pending)
	x.Symbolic.At = token.NoPos
	results := make([]Val, len(x.Results))
	for i, r := range x.Results {
		results[i] = w.val(r)
	}
	x.Results = results
	x.Writes = w.guards(x.Writes)
	return x
}

func (w farther) adapter(a Adapter) Adapter {
	answers := make([]Adapted, len(a.Answers))
	for i, answer := range a.Answers {
		answer.Status, answer.Guards, answer.Site = w.val(answer.Status), w.guards(answer.Guards), w.site(answer.Site)
		answers[i] = answer
	}
	a.Answers = answers
	return a
}

func (w farther) taker(t Taker) Taker {
	adapters := make([]Adapter, len(t.Adapters))
	for i, a := range t.Adapters {
		adapters[i] = w.adapter(a)
	}
	return Taker{Input: t.Input, Adapters: adapters}
}

func (w farther) guards(facts []Fact) []Fact {
	out := make([]Fact, 0, len(facts))
	for _, f := range facts {
		if f.Place.Base < 0 && f.Place.Base != HandlerResult {
			continue
		}
		out = append(out, Fact{f.Place, w.val(f.Val)})
	}
	return out
}

func (w farther) val(v Val) Val {
	v.At, v.Why = w.site(v.At), w.why(v.Why)
	if v.Obj != nil {
		o := w.obj(v.Obj)
		v.Obj = &o
	}
	return v
}

func (w farther) why(r *Reason) *Reason {
	if r == nil {
		return nil
	}
	far := *r
	far.At = w.site(r.At)
	return &far
}

func (w farther) obj(o *Obj) Obj {
	out := Obj{Type: o.Type, Wrapped: o.Wrapped}
	for _, f := range o.Fields {
		out.Fields = append(out.Fields, Field{f.Path, w.val(f.Val)})
	}
	return out
}

// FarAway names a position as another package may know it: "file.go:12".
func FarAway(fset *token.FileSet, pos token.Pos) string {
	p := fset.Position(pos)
	return fmt.Sprintf("%s:%d", filepath.Base(p.Filename), p.Line)
}

func (w farther) site(s Site) Site {
	if s.Pos.IsValid() {
		s.Far = FarAway(w.program.Pkg.Prog.Fset, s.Pos)
		s.Told = w.reported[s.Far]
	}
	return Site{Far: s.Far, Told: s.Told}
}

// Summary reads what an importer was told of a function.
func (e *Effects) Summary(input int32) *Summary { return summaryOf(e.Inputs, input) }

// OfMade reads what an importer was told of the handler of errors that a function makes; nil if it makes none.
func (e *Effects) OfMade() *Summary {
	if len(e.Made) == 0 {
		return nil
	}
	return summaryOf(e.Made, e.Made[0].Input)
}

func summaryOf(inputs []Input, input int32) *Summary {
	for _, in := range inputs {
		if in.Input != input {
			continue
		}
		sum := &Summary{Exits: in.Exits, Always: in.Always, Unknown: in.Unknown, Headers: in.Headers, Bodies: in.Bodies}
		for _, t := range in.Answers {
			a := Answer{Status: t.Status, Explicit: t.Explicit, Body: t.Body, Asked: t.Asked, Marks: t.Marks, Symbolic: t.Symbolic, Guards: t.Guards, Why: t.Why, Knows: t.Knows}
			if t.Inner.By != "" {
				inner := t.Inner
				a.Inner = &inner
			}
			sum.Answers = append(sum.Answers, a)
		}
		return sum
	}
	return nil
}
