package path

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// HandlerResult is the base of the places that are reached from the results of the handler which an adapter calls.
const HandlerResult int32 = -2

// Adapter is a function that calls a handler which it cannot see and then makes an answer of what the handler returned:
// an error with a status in it, a number, a sentinel.
type Adapter struct {
	By         string // the function, as a reader would name it
	Answers    []Adapted
	Challenges bool // it sets the challenge before it calls the handler
	Default    bool // it is a framework's own, which a program may replace
	Apart      bool // with Default: the handlers are given no response
}

// Adapted is one answer that an adapter makes of what a handler returned.
type Adapted struct {
	Guards   []Fact // over the results of the handler
	Status   Val
	Explicit bool
	Marks    [2]Mark // Inherited is: as the handler left it
	Site     Site
	Bare     bool // an error that wraps the one with the status is none
	Hands    bool // it hands the error to the framework's own handler, which looks first whether an answer has left
}

// adapters finds, for the types of this package and for foreign ones, the adapters that make answers of their values.
func (w *Walker) adapters(entries map[*Walk]Entry) map[*types.TypeName][]Adapter {
	all := make(map[*types.TypeName][]Adapter)
	for _, t := range w.done {
		walk := w.walks[t]
		if t.input >= 0 && !entries[walk].Right[WWW] {
			w.writers(walk, all)
		}
		for _, call := range walk.handOns {
			if a := w.adapter(walk, call); len(a.Answers) > 0 || a.Challenges {
				for _, key := range keys(call, a) {
					if key != nil && key.Pkg() != w.program.Pkg.Pkg {
						a.Answers = ofFailures(a.Answers)
					}
					all[key] = append(all[key], a)
				}
			}
		}
	}
	return all
}

// ofFailures keeps the answers that a middleware makes of errors. A handler of a framework's own type may stand behind any middleware, or
// none: that one answers for those who have not is for the handlers that it was made for.
func ofFailures(answers []Adapted) []Adapted {
	return slices.DeleteFunc(slices.Clone(answers), func(a Adapted) bool {
		return slices.ContainsFunc(a.Guards, func(g Fact) bool { return g.Val.Kind == Nil })
	})
}

// adapter collects what a walk made of the results of one handler's call.
func (w *Walker) adapter(walk *Walk, call *ssa.Call) Adapter {
	a := Adapter{By: readable(walk.Func.Function)}
	register := walk.Func.Register(call)
	a.Challenges = walk.challenges[call]
	for i := range walk.Answers {
		answer := &walk.Answers[i]
		if answer.post != register+1 || answer.Prior.Sure >= Failed || !answer.Explicit {
			continue
		}
		adapted := Adapted{Status: fromHandler(answer.Status, register), Explicit: answer.Explicit, Marks: answer.Marks,
			Site: Site{Pos: answer.Instr.Pos()}, Hands: handsOver(answer.Instr)}
		for j := range adapted.Marks {
			adapted.Marks[j].At = 0
		}
		depends := adapted.Status.Kind == Ref
		for _, f := range answer.known {
			depends = true
			adapted.Guards = append(adapted.Guards, Fact{event.Place{Base: HandlerResult, Path: f.Place.Path}, f.Val})
		}
		if depends && !slices.ContainsFunc(a.Answers, func(b Adapted) bool { return b.same(adapted) }) {
			a.Answers = append(a.Answers, adapted)
		}
	}
	return a
}

// handsOver reports whether a call hands an error to the framework's own handler, by the context: that one looks first whether an answer
// has left.
func handsOver(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	row := event.RowOf(call.Common())
	return row != nil && row.Replaceable()
}

// readable is the name of a function in the source, with its receiver's type.
func readable(fn *ssa.Function) string {
	fn = around(fn)
	if recv := fn.Signature.Recv(); recv != nil {
		name := types.TypeString(recv.Type(), func(*types.Package) string { return "" })
		return strings.TrimPrefix(name, "*") + "." + fn.Name()
	}
	return fn.Name()
}

// around is the function that is declared around a closure; any other function is itself.
func around(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// carried is the path to the one result, or argument, that carries the status by its type.
const carried = "#v"

// writers adds a function that is given an error, or a struct, and sends the status in it.
func (w *Walker) writers(walk *Walk, all map[*types.TypeName][]Adapter) {
	for i := range walk.Answers {
		answer := &walk.Answers[i]
		from := answer.Status.Ref
		if answer.Status.Kind != Ref || from.Base < 0 || from.Base == walk.Input || from.Base == answer.post-1 ||
			!strings.Contains(from.Path, ".") || answer.Prior.Sure >= Failed || answer.Opaque && answer.post == 0 || ofCallee(walk.Func.Value(from.Base)) {
			continue
		}
		adapted := Adapted{Status: Val{Kind: Ref, Ref: event.Place{Base: HandlerResult, Path: carried + from.Path}}, Explicit: true,
			Marks: answer.Marks, Site: Site{Pos: answer.Instr.Pos()}}
		for j := range adapted.Marks {
			adapted.Marks[j].At = 0
		}
		key := named(walk.Func.Value(from.Base).Type())
		if key != nil && event.IsError(key.Type()) {
			key = nil
		}
		start := from.Path[:strings.IndexByte(from.Path, '.')]
		start = strings.TrimSuffix(start, "*") // the pointer or interface itself, after a result's number
		adapted.Status.Ref.Path = carried + strings.TrimPrefix(from.Path, start)
		for _, g := range slices.Concat(answer.Guards, answer.known) {
			if g.Place.Base != from.Base || !strings.HasPrefix(g.Place.Path, start) {
				continue
			}
			g.Place.Path = strings.TrimPrefix(g.Place.Path, start)
			adapted.Guards = append(adapted.Guards, Fact{event.Place{Base: HandlerResult, Path: carried + g.Place.Path}, g.Val})
			if g.Place.Path == "" && g.Val.Kind == NonNil && g.Val.Text != "" {
				key = lookupType(w.program.Pkg.Pkg, g.Val.Text)
			}
		}
		if key == nil || key.Pkg() == nil {
			continue // a plain error: which type it is cannot be told
		}
		a := Adapter{By: readable(walk.Func.Function), Answers: []Adapted{adapted}}
		if !slices.ContainsFunc(all[key], func(b Adapter) bool { return b.By == a.By && b.Answers[0].same(adapted) }) {
			all[key] = append(all[key], a)
		}
	}
}

// ofCallee reports whether a value is what a function of the package has returned: of others the caller says nothing.
func ofCallee(v ssa.Value) bool {
	call := callOf(v)
	return call != nil && orNil(call).Blocks != nil
}

func (a Adapted) same(b Adapted) bool {
	return a.Status == b.Status && a.Explicit == b.Explicit && a.Marks == b.Marks && a.Site == b.Site && slices.Equal(a.Guards, b.Guards)
}

// fromHandler names a value by the handler's results, if it comes from there.
func fromHandler(v Val, register int32) Val {
	v.At = Site{}
	if v.Kind != Ref {
		return v
	}
	if v.Ref.Base != register {
		return Val{}
	}
	return Val{Kind: Ref, Ref: event.Place{Base: HandlerResult, Path: v.Ref.Path}}
}

// keys are the types by which the handlers of an adapter are known: a result's own type, the error types that it looks
// for, or the type of the handler where the results are plain.
func keys(call *ssa.Call, a Adapter) []*types.TypeName {
	var found []*types.TypeName
	add := func(t types.Type) {
		if n := named(t); n != nil && n.Pkg() != nil && !slices.Contains(found, n) {
			found = append(found, n)
		}
	}
	results := call.Call.Signature().Results()
	for r := range results.Variables() {
		add(r.Type())
	}
	if !call.Call.IsInvoke() {
		add(call.Call.Value.Type())
	}
	for _, answer := range a.Answers {
		for _, g := range answer.Guards {
			if g.Val.Kind == NonNil && g.Val.Text != "" {
				if t := lookupType(call.Parent().Pkg.Pkg, g.Val.Text); t != nil && !slices.Contains(found, t) {
					found = append(found, t)
				}
			}
		}
	}
	return found
}

func named(t types.Type) *types.TypeName {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}

// lookupType finds the type called name ("*path.Name") in pkg or in what it imports.
func lookupType(pkg *types.Package, name string) *types.TypeName {
	name = strings.TrimPrefix(name, "*")
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return nil
	}
	for _, p := range append([]*types.Package{pkg}, pkg.Imports()...) {
		if p.Path() == name[:i] {
			t, _ := p.Scope().Lookup(name[i+1:]).(*types.TypeName)
			return t
		}
	}
	return nil
}
