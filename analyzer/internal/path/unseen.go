package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// handOn gives the response to the next handler. What it does cannot be seen, but where it is followed by something, a
// summary may say so ([Exit.Post]).
func (k *walk) handOn(s *State, instr ssa.Instruction) {
	k.out.Unseen = addInstr(k.out.Unseen, instr)
	k.goesPast(s, instr)
	if s.Post != 0 {
		s.Opaque = true
	}
	s.Post = k.numberOf(instr) + 1
	for i := range s.Marks {
		if s.Marks[i].Kind == Unset {
			s.Marks[i] = Mark{Kind: Unseen} // it may set what was deleted before
		}
	}
	call, ok := instr.(*ssa.Call)
	if !ok {
		return
	}
	set := s.Marks[WWW].Kind == Set || k.wrapperChallenges(call.Common())
	if !slices.Contains(k.out.handOns, call) {
		k.out.handOns = append(k.out.handOns, call)
		if k.out.challenges == nil {
			k.out.challenges = make(map[*ssa.Call]bool)
		}
		k.out.challenges[call] = set
	}
	k.out.challenges[call] = k.out.challenges[call] && set
	if k.out.knownAt == nil {
		k.out.knownAt = make(map[*ssa.Call]bool)
	}
	if before, ok := k.out.knownAt[call]; before || !ok {
		k.out.knownAt[call] = s.Knows.Known
	}
}

// wearing notes that the response is handed on in a wrapper that sets the challenge with every 401.
func (k *walk) wearing(s *State, common *ssa.CallCommon) {
	if s.Marks[WWW].Kind != Set && k.wrapperChallenges(common) {
		s.Marks[WWW] = Mark{Kind: Set}
	}
}

// wrapperChallenges reports whether a call is given a writer that sets the challenge with every 401.
func (k *walk) wrapperChallenges(common *ssa.CallCommon) bool {
	for _, arg := range common.Args {
		box, ok := arg.(*ssa.MakeInterface)
		if !ok || !event.Answers(box.X.Type()) {
			continue
		}
		fn := writeHeader(k.program.Pkg.Prog, box.X.Type())
		if fn == nil {
			continue
		}
		sum := k.summary(fn, 0)
		if sum != nil && !sum.Unknown && challengesOn(sum, Val{Kind: Const, Text: "i401"}) {
			return true
		}
	}
	return false
}

// writeHeader is the WriteHeader that a type declares by itself; nil for a promoted one.
func writeHeader(prog *ssa.Program, t types.Type) *ssa.Function {
	sel := types.NewMethodSet(t).Lookup(nil, "WriteHeader")
	if sel == nil || len(sel.Index()) != 1 {
		return nil
	}
	obj, ok := sel.Obj().(*types.Func)
	if !ok || types.IsInterface(t) {
		return nil
	}
	return event.Declared(prog, obj)
}

// challengesOn reports whether a WriteHeader sets the challenge whenever it is given the status.
func challengesOn(sum *Summary, status Val) bool {
	found := false
	for _, x := range sum.Exits {
		if slices.ContainsFunc(x.Guards, func(g Fact) bool { return g.Place.Base == 1 && g.Place.Path == "" && !agree(g.Val, status) }) {
			continue
		}
		if x.Marks[WWW].Kind != Set {
			return false
		}
		found = true
	}
	return found
}

// dynamic gives the response to somebody who is known only at run time.
func (k *walk) dynamic(s *State, instr ssa.Instruction, e event.Event) {
	if isHandler(e.Call) {
		k.handOn(s, instr)
	} else {
		k.unseen(s, instr, e)
	}
}

// unseen gives the response to code that cannot be seen, under a static type that bounds what it can do.
func (k *walk) unseen(s *State, instr ssa.Instruction, e event.Event) {
	k.out.Unseen = addInstr(k.out.Unseen, instr)
	s.Env = k.lose(s.Env, e.Call)
	switch e.Power {
	case event.Body:
		if s.First.Sure == No {
			s.First.Sure = Maybe
		}
	case event.Headers:
		k.unseeMarks(s)
	case event.All:
		k.unseeMarks(s)
		s.Opaque = true
		if s.First.Sure == No {
			s.First.Sure = Maybe
		}
	}
}

// lose forgets what is known of local variables whose address is given to code that cannot be seen.
func (k *walk) lose(env *Env, common *ssa.CallCommon) *Env {
	for _, arg := range event.Inputs(common) {
		env = k.loseContent(env, arg)
		env = k.loseCaptured(env, arg)
	}
	return env
}

// loseGiven forgets what a function with a summary may change beside what the summary says: what a closure has captured that it is
// given, and may call, and what it gives to others in its turn.
func (k *walk) loseGiven(env *Env, e event.Event) *Env {
	for _, arg := range e.Call.Args {
		env = k.loseCaptured(env, arg)
	}
	for i, arg := range e.Inputs() {
		if k.passesOn(e.Callee, i) || e.Callee.Blocks == nil && anyPointer(e.Callee, arg) {
			env = k.loseContent(env, arg)
		}
	}
	return env
}

// anyPointer reports whether an imported function is given a pointer as anything at all: what it fills in there, by reflection, stands
// in no summary.
func anyPointer(fn *ssa.Function, arg ssa.Value) bool {
	box, ok := arg.(*ssa.MakeInterface)
	if ok {
		arg = box.X
	}
	_, pointer := arg.Type().Underlying().(*types.Pointer)
	return pointer && (ok || fn.Signature.TypeParams().Len() > 0)
}

// loseCaptured forgets what is known of the variables that a closure has captured.
func (k *walk) loseCaptured(env *Env, arg ssa.Value) *Env {
	if ct, ok := arg.(*ssa.ChangeType); ok {
		arg = ct.X // a closure under the name of a function type
	}
	if closure, ok := arg.(*ssa.MakeClosure); ok {
		for _, captured := range closure.Bindings {
			env = k.loseContent(env, captured)
		}
	}
	return env
}

// passesOn reports whether a function gives the pointer that its input i is to code that may write there unseen.
func (w *Walker) passesOn(fn *ssa.Function, i int) bool {
	if fn.Blocks == nil || i >= len(fn.Params) {
		return false
	}
	p := fn.Params[i]
	if passes, ok := w.passing[p]; ok {
		return passes
	}
	w.passing[p] = false // while it is looked for
	w.passing[p] = slices.ContainsFunc(*p.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.MakeInterface:
			return slices.ContainsFunc(*ref.Referrers(), mayFill)
		case ssa.CallInstruction:
			callee := ref.Common().StaticCallee()
			at := slices.Index(event.Inputs(ref.Common()), ssa.Value(p))
			return callee != nil && at >= 0 && w.passesOn(event.Source(callee), at)
		}
		return false
	})
	return w.passing[p]
}

// mayFill reports whether a call that is given a pointer as an interface may write there: json.Unmarshal, errors.As.
func mayFill(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	row := event.RowOf(call.Common())
	return row == nil || row.Does&api.AsError != 0
}

func (k *walk) loseContent(env *Env, addr ssa.Value) *Env {
	p := k.Content(addr)
	if p.Base < 0 {
		return env
	}
	if _, ok := k.Value(p.Base).(*ssa.Alloc); ok {
		return k.envs.without(env, p)
	}
	return env
}

func (k *walk) hijack(s State, instr ssa.Instruction) []State {
	gone := s
	gone.First = Commit{Sure: Gone, At: Site{Pos: instr.Pos()}}
	result, used := k.errorResultOf(instr)
	if !used {
		return k.one(gone)
	}
	gone.Env = k.envs.with(gone.Env, result, Val{Kind: Nil})
	s.Env = k.envs.with(s.Env, result, Val{Kind: NonNil})
	return []State{gone, s}
}

// upgrade takes the connection over. When it fails it has answered by itself.
func (k *walk) upgrade(s State, instr ssa.Instruction) []State {
	gone := s
	gone.First = Commit{Sure: Gone, At: Site{Pos: instr.Pos()}}
	result, used := k.errorResultOf(instr)
	if !used {
		return k.one(gone)
	}
	gone.Env = k.envs.with(gone.Env, result, Val{Kind: Nil})
	k.sent(&s, Commit{Sure: Certain, Explicit: true, At: Site{Pos: instr.Pos()}})
	s.Env = k.envs.with(s.Env, result, Val{Kind: NonNil})
	return []State{gone, s}
}

func addInstr(list []ssa.Instruction, instr ssa.Instruction) []ssa.Instruction {
	if slices.Contains(list, instr) {
		return list
	}
	return append(list, instr)
}

// isHandler reports whether a call that cannot be seen is that of a handler: a function value, or a method of an interface,
// that is given the response itself.
func isHandler(common *ssa.CallCommon) bool {
	if !common.IsInvoke() && common.StaticCallee() != nil {
		return false
	}
	return slices.ContainsFunc(common.Args, func(v ssa.Value) bool { return event.Answers(v.Type()) }) ||
		handlerContext(common.Signature()) != nil
}
