package path

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
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
}

// Adapted is one answer that an adapter makes of what a handler returned.
type Adapted struct {
	Guards   []Fact // over the results of the handler
	Status   Val
	Explicit bool
	Marks    [2]Mark // Inherited is: as the handler left it
	Site     Site
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
					all[key] = append(all[key], a)
				}
			}
		}
	}
	return all
}

// adapter collects what a walk made of the results of one handler's call.
func (w *Walker) adapter(walk *Walk, call *ssa.Call) Adapter {
	a := Adapter{By: walk.Func.Name()}
	if recv := walk.Func.Signature.Recv(); recv != nil {
		a.By = types.TypeString(recv.Type(), func(*types.Package) string { return "" }) + "." + a.By
	}
	register := walk.Func.Register(call)
	a.Challenges = walk.challenges[call]
	for i := range walk.Answers {
		answer := &walk.Answers[i]
		if answer.post != register+1 || answer.Prior.Sure >= Failed || !answer.Explicit {
			continue
		}
		adapted := Adapted{Status: fromHandler(answer.Status, register), Explicit: answer.Explicit, Marks: answer.Marks,
			Site: Site{Pos: answer.Instr.Pos()}}
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

// carried is the path to the one result, or argument, that carries the status by its type.
const carried = "#v"

// writers adds a function that is given an error, or a struct, and sends the status in it.
func (w *Walker) writers(walk *Walk, all map[*types.TypeName][]Adapter) {
	for i := range walk.Answers {
		answer := &walk.Answers[i]
		from := answer.Status.Ref
		if answer.Status.Kind != Ref || from.Base < 0 || from.Base == walk.Input || from.Base == answer.post-1 ||
			!strings.Contains(from.Path, ".") || answer.Prior.Sure >= Failed || answer.Opaque && answer.post == 0 {
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
		a := Adapter{By: walk.Func.Name(), Answers: []Adapted{adapted}}
		if !slices.ContainsFunc(all[key], func(b Adapter) bool { return b.By == a.By && b.Answers[0].same(adapted) }) {
			all[key] = append(all[key], a)
		}
	}
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

// Adapt adds to each walk the answers that adapters make of what its function returns, for the functions that nobody in
// this package calls: those that an adapter calls. It returns the adapters by the type that leads to them.
func (w *Walker) Adapt(entries map[*Walk]Entry) map[*types.TypeName][]Adapter {
	own := w.adapters(entries)
	find := func(t *types.TypeName) []Adapter {
		if a := own[t]; len(a) > 0 || t.Pkg() == w.program.Pkg.Pkg {
			return a
		}
		return w.facts.Adapters(t)
	}
	converted := w.conversions()
	for _, top := range w.tops() {
		t, walk := top.target, w.walks[top.target]
		challenged := w.challenged(converted[t.fn], find)
		for _, x := range walk.exits {
			if challenged && x.Marks[WWW].Kind == Inherited {
				x.Marks[WWW].Kind = Set
			}
			for _, key := range append(w.resultTypes(x), converted[t.fn]...) {
				for _, a := range find(key) {
					w.adapt(walk, x, a, key, top.outer)
				}
			}
		}
	}
	return own
}

// challenged reports whether a handler that is converted to one of the types is called with the challenge set.
func (w *Walker) challenged(types []*types.TypeName, find func(*types.TypeName) []Adapter) bool {
	for _, t := range types {
		if slices.ContainsFunc(find(t), func(a Adapter) bool { return a.Challenges }) {
			return true
		}
	}
	return false
}

// top is a function whose results an adapter gets to see: from its own hands, if outer, else through a caller in this
// package, which may still set a header, but cannot take back what has been sent.
type top struct {
	target
	outer bool
}

// tops are the functions with results, one walk for each.
func (w *Walker) tops() []top {
	called, taken := w.called(), w.taken()
	var tops []top
	for _, fn := range w.program.Funcs {
		if fn.Signature.Results().Len() == 0 || fn.Synthetic != "" {
			continue
		}
		t := top{target: target{fn, event.NoResponse}}
		t.outer = !called[fn] || taken[fn] || fn.Object() != nil && fn.Object().Exported()
		for i, p := range fn.Params {
			if event.Answers(p.Type()) || t.input == event.NoResponse && responds(p.Type()) {
				t.input = int32(i)
			}
		}
		if t.input == event.NoResponse && (!t.outer || maker(fn)) {
			continue // its callers choose
		}
		if w.walk(t.target) != nil {
			tops = append(tops, t)
		}
	}
	return tops
}

// called finds the functions that are called in this package.
func (w *Walker) called() map[*ssa.Function]bool {
	called := make(map[*ssa.Function]bool)
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					if callee := call.Common().StaticCallee(); callee != nil {
						called[event.Source(callee)] = true
					}
				}
			}
		}
	}
	return called
}

func maker(fn *ssa.Function) bool {
	return fn.Object() != nil && fn.Object().Exported() && fn.Signature.Recv() == nil && len(fn.Blocks) <= 2
}

// resultTypes are the named types of what an exit returns.
func (w *Walker) resultTypes(x Exit) []*types.TypeName {
	var found []*types.TypeName
	results := x.ret.Parent().Signature.Results()
	for i, v := range x.Results {
		t := named(results.At(i).Type())
		if event.IsError(results.At(i).Type()) && v.Obj != nil {
			t = lookupType(w.program.Pkg.Pkg, v.Obj.Type)
		}
		if t != nil && t.Pkg() != nil && !slices.Contains(found, t) {
			found = append(found, t)
		}
	}
	return found
}

// conversions finds the functions that are converted to a named handler type.
func (w *Walker) conversions() map[*ssa.Function][]*types.TypeName {
	found := make(map[*ssa.Function][]*types.TypeName)
	for _, fn := range w.program.Funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				ct, ok := instr.(*ssa.ChangeType)
				if !ok {
					continue
				}
				t := named(ct.Type())
				var target *ssa.Function
				switch x := ct.X.(type) {
				case *ssa.Function:
					target = event.Source(x)
				case *ssa.MakeClosure:
					target = event.Source(x.Fn.(*ssa.Function))
				}
				if t != nil && target != nil && !slices.Contains(found[target], t) {
					found[target] = append(found[target], t)
				}
			}
		}
	}
	return found
}

// adapt adds what one adapter makes of one way out of a handler.
func (w *Walker) adapt(walk *Walk, x Exit, a Adapter, key *types.TypeName, outer bool) {
	for _, adapted := range a.Answers {
		if !possible(x, adapted.Guards, key) {
			continue
		}
		answer := Answer{Instr: x.ret, Status: adapted.Status, Explicit: adapted.Explicit, Marks: adapted.Marks, Prior: x.First,
			Opaque: x.Opaque || x.Post, By: a.By, Guards: x.Guards, node: x.node}
		answer.Prior.At = x.sent
		if adapted.Status.Kind == Ref {
			answer.Status = handlerResult(x, adapted.Status.Ref, key)
		} else {
			answer.Status.At = adapted.Site
		}
		for i, m := range answer.Marks {
			if m.Kind == Inherited {
				answer.Marks[i] = x.Marks[i]
			}
		}
		if strings.HasPrefix(adapted.Status.Ref.Path, carried) {
			if carrier(x, key) < 0 {
				continue
			}
			answer.passedOn = true // who sends it, and after what, was not seen
		}
		answer.passedOn = answer.passedOn || passesOn(x)
		if x.First.Sure != Gone && (outer || x.First.Sure >= Failed) {
			walk.Adapted = addAnswer(walk.Adapted, answer)
		}
	}
}

// passesOn reports whether what is returned comes from the very call that has answered: then the mistake is made in there.
func passesOn(x Exit) bool {
	if !x.sent.Pos.IsValid() {
		return false
	}
	for _, r := range x.Results {
		if r.Obj != nil && slices.ContainsFunc(r.Obj.Fields, func(f Field) bool { return f.Val.At.Pos == x.sent.Pos }) {
			return true
		}
	}
	for _, r := range x.ret.Results {
		if extract, ok := r.(*ssa.Extract); ok {
			r = extract.Tuple
		}
		if call, ok := r.(*ssa.Call); ok && call.Pos() == x.sent.Pos {
			return true
		}
	}
	return false
}

// PassedOn reports whether what the function returns comes from the very call that has answered before.
func (a *Answer) PassedOn() bool { return a.passedOn }

// possible reports whether what a handler returns by x can be what the guards ask for.
func possible(x Exit, guards []Fact, key *types.TypeName) bool {
	for _, g := range guards {
		if !agree(handlerResult(x, g.Place, key), g.Val) {
			return false
		}
	}
	return true
}

// handlerResult is what is known of a place that is reached from the results of a handler; key is the type that carries
// the status.
func handlerResult(x Exit, p event.Place, key *types.TypeName) Val {
	if p.Base != HandlerResult || !strings.HasPrefix(p.Path, "#") {
		return Val{}
	}
	i, rest := carrier(x, key), strings.TrimPrefix(p.Path, carried)
	if rest == p.Path {
		end := 1
		for end < len(p.Path) && p.Path[end] >= '0' && p.Path[end] <= '9' {
			end++
		}
		i, _ = strconv.Atoi(p.Path[1:end])
		rest = p.Path[end:]
	}
	if i < 0 || i >= len(x.Results) {
		return Val{}
	}
	v := x.Results[i]
	if rest == "" {
		return v
	}
	if v.Obj != nil {
		return v.Obj.field(rest)
	}
	return Val{}
}

// carrier is the number of the result that is of the type key, or an error that is; -1 if there is none.
func carrier(x Exit, key *types.TypeName) int {
	name := key.Pkg().Path() + "." + key.Name()
	for i, v := range x.Results {
		if v.Obj != nil && strings.TrimPrefix(v.Obj.Type, "*") == name {
			return i
		}
	}
	return -1
}

// Position is where the status of an answer was chosen: the place its value was made at, if it has travelled within this
// package, else the call that sends it.
func (a *Answer) Position() token.Pos {
	if a.Status.At.Pos.IsValid() && !a.Status.At.Local {
		return a.Status.At.Pos
	}
	return a.Instr.Pos()
}
