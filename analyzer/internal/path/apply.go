package path

import (
	"fmt"
	"go/types"
	"net/textproto"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// apply does to a state what an event does to the response; a call may end in several ways.
func (k *walk) apply(s State, instr ssa.Instruction, e event.Event) []State {
	if s.First.Sure == Gone && e.Kind != event.CallKnown && e.Kind != event.Exit {
		return []State{s} // no HTTP answer is left to be made
	}
	switch e.Kind {
	case event.Exit:
		return nil
	case event.Ask:
		s.Asked = true
	case event.Remember:
		s.Pending = k.value(s.Env, e.Status)
	case event.Commit:
		return k.outcomes(s, instr, e, k.statusOf(s, e), true)
	case event.Write:
		return k.outcomes(s, instr, e, Val{Kind: Const, Text: "i200"}, false)
	case event.SetHeader:
		k.setHeader(&s, instr, e)
	case event.DelHeader:
		k.delHeader(&s, instr, e)
	case event.Clear:
		for i := range s.Marks {
			s.Marks[i] = Mark{Kind: Unset, At: instr.Pos()}
		}
	case event.CopyAll:
		k.unseeMarks(&s)
	case event.HandOn:
		k.handOn(&s, instr)
	case event.Hijack:
		return k.hijack(s, instr)
	case event.Upgrade:
		return k.upgrade(s, instr)
	case event.CallUnseen:
		if isHandler(e.Call) {
			k.handOn(&s, instr)
		} else {
			k.unseen(&s, instr, e)
		}
	case event.CallKnown:
		return k.call(s, instr, e)
	default:
		k.results(&s, instr, e)
	}
	return []State{s}
}

// statusOf is the status that a commit names.
func (k *walk) statusOf(s State, e event.Event) Val {
	if e.FromRequest {
		if s.Pending.Kind == Unknown {
			return Val{Kind: Const, Text: "i200"}
		}
		return s.Pending
	}
	if e.Status != nil {
		if event.Upstream(e.Status) {
			return Val{} // another server's status, passed on: not ours to judge
		}
		return k.identity(k.value(s.Env, e.Status), k.Place(e.Status))
	}
	if e.Code != 0 {
		return Val{Kind: Const, Text: fmt.Sprintf("i%d", e.Code)}
	}
	return Val{}
}

// outcomes makes the answer, and splits the path where the call tells by an error whether it went well.
func (k *walk) outcomes(s State, instr ssa.Instruction, e event.Event, status Val, explicit bool) []State {
	if code, ok := status.Int(); ok && code >= 100 && code < 200 && code != 101 {
		return []State{s} // informational: sent at once, and nothing is decided by it
	}
	if e.Held {
		k.commit(&s, instr, status, explicit, Maybe)
		return []State{s}
	}
	result, used := k.errorResultOf(instr)
	if !used {
		k.commit(&s, instr, status, explicit, Certain)
		return []State{s}
	}
	well, badly := s, s
	k.commit(&well, instr, status, explicit, Certain)
	well.Env = k.envs.with(well.Env, result, Val{Kind: Nil})
	switch {
	case e.Early && !explicit:
		k.commit(&badly, instr, status, explicit, Maybe)
	case explicit:
		k.commit(&badly, instr, status, explicit, Certain)
	default:
		k.commit(&badly, instr, status, explicit, Failed)
	}
	badly.Env = k.envs.with(badly.Env, result, Val{Kind: NonNil})
	return []State{well, badly}
}

// numberOf is the number of the register that a call writes.
func (k *walk) numberOf(instr ssa.Instruction) int32 {
	if v, ok := instr.(ssa.Value); ok {
		return k.Register(v)
	}
	return -1
}

// errorResultOf names the error among the results of a call, and tells whether the function looks at it.
func (k *walk) errorResultOf(instr ssa.Instruction) (event.Place, bool) {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return event.NoPlace, false
	}
	results := call.Call.Signature().Results()
	if results.Len() == 0 || !event.IsError(results.At(results.Len()-1).Type()) {
		return event.NoPlace, false
	}
	last := results.Len() - 1
	p := event.Place{Base: k.Register(call), Path: fmt.Sprintf("#%d", last)}
	if last == 0 {
		return p, len(*call.Referrers()) > 0
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == last {
			return p, len(*x.Referrers()) > 0
		}
	}
	return p, false
}

// commit writes the answer down and remembers that it has left.
func (k *walk) commit(s *State, instr ssa.Instruction, status Val, explicit bool, sure Sure) {
	if s.First.Sure == Gone {
		return
	}
	if sure != Maybe {
		k.answer(s, instr, Answer{Status: status, Explicit: explicit, Marks: s.Marks, Symbolic: s.Symbolic, Prior: s.First})
	}
	k.sent(s, Commit{Sure: sure, Explicit: explicit, Status: status, At: Site{Pos: instr.Pos()}})
}

// sent remembers the first commit of the path.
func (k *walk) sent(s *State, c Commit) {
	c.Status.At = Site{}
	if c.Status.Kind != Const && c.Status.Kind != Ref {
		c.Status = Val{}
	}
	switch {
	case s.First.Sure == No || s.First.Sure == Maybe && c.Sure > Maybe:
		if s.First.Sure == Maybe {
			c.Status = Val{} // one of the two
		}
		s.First = c
	case c.Sure == Gone:
		s.First = c
	}
}

func (k *walk) answer(s *State, instr ssa.Instruction, a Answer) {
	a.Instr, a.Odd, a.Opaque, a.Asked = instr, s.Odd, a.Opaque || s.Opaque || s.Post != 0, a.Asked || s.Asked
	a.Guards, a.node = k.guardsOf(s.Env), k.at
	if !s.Opaque {
		a.post = s.Post
		for _, f := range s.Env.facts {
			if f.Place.Base == s.Post-1 || a.Status.Kind == Ref && f.Place.Base == a.Status.Ref.Base {
				a.known = append(a.known, f)
			}
		}
	}
	k.addAnswer(a)
}

// addAnswer adds an answer to what the walk has found, once. Only answers of the same instruction can be the same.
func (k *walk) addAnswer(a Answer) {
	for _, i := range k.byInstr[a.Instr] {
		if k.out.Answers[i].same(&a) {
			return
		}
	}
	k.byInstr[a.Instr] = append(k.byInstr[a.Instr], len(k.out.Answers))
	k.out.Answers = append(k.out.Answers, a)
}

func (k *walk) setHeader(s *State, instr ssa.Instruction, e event.Event) {
	name, known := e.Fixed, e.Fixed != ""
	if !known {
		name, known = k.headerName(s.Env, e.Name)
	}
	if !known {
		switch v := k.value(s.Env, e.Name); {
		case event.Ranged(e.Name):
			k.unseeMarks(s)
		case v.Kind == Ref && v.Ref.Base < k.Inputs():
			s.Symbolic = Symbolic{Name: v.Ref, Set: true}
		}
		return
	}
	i := slices.Index(Headers[:], name)
	if i < 0 {
		if e.Name != nil && looksLike(name) {
			s.Odd = Odd{Name: name, At: instr.Pos()}
		}
		return
	}
	k.addHeader(instr, name, e.Value)
	mark := Mark{Kind: Set, At: instr.Pos()}
	if e.Value != nil {
		if v := k.value(s.Env, e.Value); v.Kind == Const && v.Text == "s" {
			mark.Kind = Unset
		}
	}
	s.Marks[i] = mark
}

// addHeader writes down what a challenge header is set to.
func (k *walk) addHeader(instr ssa.Instruction, name string, value ssa.Value) {
	if slices.ContainsFunc(k.out.Headers, func(h Header) bool { return h.Instr == instr && h.Value == value }) {
		return
	}
	k.out.Headers = append(k.out.Headers, Header{Instr: instr, Name: name, Value: value, node: k.at})
	if p, ok := value.(*ssa.Parameter); ok {
		if pass := (Passed{Name: name, Input: slices.Index(k.Params, p)}); !slices.Contains(k.passed, pass) {
			k.passed = append(k.passed, pass)
		}
	}
}

// headerName is the canonical name of a header, where the path knows it.
func (k *walk) headerName(env *Env, name ssa.Value) (string, bool) {
	if name == nil {
		return "", false
	}
	if s, ok := event.Canonical(name); ok {
		return s, true
	}
	if v := k.value(env, name); v.Kind == Const && v.Text != "" && v.Text[0] == 's' {
		return canonical(v.Text[1:]), true
	}
	return "", false
}

func (k *walk) delHeader(s *State, instr ssa.Instruction, e event.Event) {
	if name, ok := k.headerName(s.Env, e.Name); ok {
		if i := slices.Index(Headers[:], name); i >= 0 {
			s.Marks[i] = Mark{Kind: Unset, At: instr.Pos()}
		}
	}
}

// unseeMarks notes that something which cannot be read may have set the challenge.
func (k *walk) unseeMarks(s *State) {
	for i := range s.Marks {
		if s.Marks[i].Kind != Set {
			s.Marks[i] = Mark{Kind: Unseen}
		}
	}
	s.Odd = Odd{}
}

// handOn gives the response to the next handler. What it does cannot be seen, but where it is followed by something, a
// summary may say so ([Exit.Post]).
func (k *walk) handOn(s *State, instr ssa.Instruction) {
	k.out.Unseen = addInstr(k.out.Unseen, instr)
	if s.Post != 0 {
		s.Opaque = true
	}
	s.Post = k.numberOf(instr) + 1
	call, ok := instr.(*ssa.Call)
	if !ok {
		return
	}
	set := s.Marks[WWW].Kind == Set || k.wrapperChallenges(call)
	if !slices.Contains(k.out.handOns, call) {
		k.out.handOns = append(k.out.handOns, call)
		if k.out.challenges == nil {
			k.out.challenges = make(map[*ssa.Call]bool)
		}
		k.out.challenges[call] = set
	}
	k.out.challenges[call] = k.out.challenges[call] && set
}

// wrapperChallenges reports whether a handler is given a writer of this package that sets the challenge with every 401.
func (k *walk) wrapperChallenges(call *ssa.Call) bool {
	for _, arg := range call.Call.Args {
		box, ok := arg.(*ssa.MakeInterface)
		if !ok || !event.Answers(box.X.Type()) {
			continue
		}
		fn := k.program.Pkg.Prog.LookupMethod(box.X.Type(), k.program.Pkg.Pkg, "WriteHeader")
		if fn == nil {
			continue
		}
		if fn = event.Source(fn); fn.Blocks == nil {
			continue
		}
		sum := k.summary(fn, 0)
		if sum != nil && !sum.Unknown && challengesOn(sum, Val{Kind: Const, Text: "i401"}) {
			return true
		}
	}
	return false
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
		if ct, ok := arg.(*ssa.ChangeType); ok {
			arg = ct.X // a closure under the name of a function type
		}
		if closure, ok := arg.(*ssa.MakeClosure); ok {
			for _, captured := range closure.Bindings {
				env = k.loseContent(env, captured)
			}
		}
	}
	return env
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

// identity is what a value is, for somebody who knows more of it than that some constants are excluded.
func (k *walk) identity(v Val, p event.Place) Val {
	if v.Kind == Other && p != event.NoPlace {
		return Val{Kind: Ref, Ref: p}
	}
	return v
}

func (k *walk) hijack(s State, instr ssa.Instruction) []State {
	gone := s
	gone.First = Commit{Sure: Gone, At: Site{Pos: instr.Pos()}}
	result, used := k.errorResultOf(instr)
	if !used {
		return []State{gone}
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
		return []State{gone}
	}
	gone.Env = k.envs.with(gone.Env, result, Val{Kind: Nil})
	k.sent(&s, Commit{Sure: Certain, Explicit: true, At: Site{Pos: instr.Pos()}})
	s.Env = k.envs.with(s.Env, result, Val{Kind: NonNil})
	return []State{gone, s}
}

// results notes what is known of the results of a call that does nothing to the response.
func (k *walk) results(s *State, instr ssa.Instruction, e event.Event) {
	call, ok := instr.(*ssa.Call)
	if !ok || e.Call == nil {
		return
	}
	if e.Row == nil {
		s.Env = k.lose(s.Env, e.Call)
		return
	}
	if e.Row.Does&api.KeepsError != 0 && call.Call.Signature().Results().Len() == 1 {
		v := Val{Kind: NonNil}
		if kept := k.keptError(s.Env, e); kept.Kind == Object || kept.Kind == Named {
			v = kept
		}
		s.Env = k.envs.with(s.Env, event.Place{Base: k.Register(call), Path: "#0"}, v)
	}
}

// keptError is the error that errors.As will find in the result of fmt.Errorf("…%w", err) and its like.
func (k *walk) keptError(env *Env, e event.Event) Val {
	for _, arg := range e.Call.Args {
		for _, v := range append(event.Elements(arg), arg) {
			if v == nil {
				continue
			}
			if val := k.value(env, v); (val.Kind == Object || val.Kind == Named) && isErrorish(v.Type()) {
				return val
			}
		}
	}
	return Val{}
}

// looksLike reports whether a header's name may be meant to be a challenge's.
func looksLike(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "www") || strings.Contains(name, "authenti")
}

func canonical(name string) string { return textproto.CanonicalMIMEHeaderKey(name) }

func isErrorish(t types.Type) bool {
	errorType := types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
	return types.Implements(t, errorType)
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
	return slices.ContainsFunc(common.Args, func(v ssa.Value) bool { return event.Answers(v.Type()) })
}
