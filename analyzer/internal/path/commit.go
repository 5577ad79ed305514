package path

import (
	"fmt"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// statusOf is the status that a commit names.
func (k *walk) statusOf(s State, e event.Event) Val {
	if e.FromRequest && e.Row.Does&api.Prepares != 0 {
		return k.prepared(s, event.Operand(e.Call, e.Row.Body))
	}
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
		return numeral(k.identity(s.Env, k.value(s.Env, e.Status), k.Place(e.Status)))
	}
	if e.Carrier != nil {
		return k.carriedStatus(k.value(s.Env, e.Carrier), e.Row.Replaceable())
	}
	if e.Code != 0 {
		return Val{Kind: Const, Text: fmt.Sprintf("i%d", e.Code)}
	}
	return Val{}
}

// numeral is the number that a constant text stands for: beego takes a status as "401".
func numeral(v Val) Val {
	if digits, ok := strings.CutPrefix(v.Text, "s"); ok && v.Kind == Const {
		if _, err := strconv.Atoi(digits); err == nil {
			v.Text = "i" + digits
		}
	}
	return v
}

// outcomes makes the answer, and splits the path where the call tells by an error whether it went well.
func (k *walk) outcomes(s State, instr ssa.Instruction, e event.Event, status Val, explicit bool) []State {
	if code, ok := status.Int(); ok && code >= 100 && code < 200 && code != 101 {
		return k.one(s) // informational: sent at once, and nothing is decided by it
	}
	k.body(&s, instr, e, status)
	if e.Held {
		k.commit(&s, instr, status, explicit, Maybe)
		return k.one(s)
	}
	result, used := k.errorResultOf(instr)
	if !used {
		k.commit(&s, instr, status, explicit, Certain)
		return k.one(s)
	}
	well, badly := s, s
	k.commit(&well, instr, status, explicit, Certain)
	well.Env = k.envs.with(well.Env, result, Val{Kind: Nil})
	switch {
	case e.Early:
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
		prior := s.First
		var within token.Pos
		if prior.Sure == Stored {
			if prior.Explicit && k.Parent() != nil && !names(instr) {
				within = prior.At.Pos // a closure is judged where the status stands
			}
			prior = Commit{} // it has become this answer
		}
		k.answer(s, instr, Answer{Status: status, Explicit: explicit, Marks: s.Marks, Symbolic: s.Symbolic, Prior: prior, within: within})
	}
	c := Commit{Sure: sure, Explicit: explicit, Body: !explicit || writesBody(instr), Whole: explicit, Status: status, At: Site{Pos: instr.Pos()}}
	if !explicit {
		c.Headers = [2]MarkKind{s.Marks[WWW].Kind, s.Marks[Proxy].Kind}
	}
	k.sent(s, c)
}

// sent remembers the first commit of the path.
func (k *walk) sent(s *State, c Commit) {
	c.Status.Why = nil
	if c.Sure >= Failed && c.Body {
		s.Filled = nil
	}
	if c.Sure != Stored {
		c.Status.At = Site{}
	}
	if c.Status.Kind != Const && c.Status.Kind != Ref {
		c.Status = Val{}
	}
	switch {
	case s.First.Sure == Stored && s.First.Explicit && c.Sure == Stored && !c.Explicit:
		s.First.Body, s.First.Before = true, false
	case s.First.open() || s.First.Sure == Maybe && c.Sure > Maybe:
		if s.First.Sure == Maybe {
			c.Status = Val{} // one of the two
		}
		s.First = c
	case c.Sure == Gone:
		s.First = c
	case c.Body:
		s.First.Body, s.First.Whole = true, false
	}
}

// names reports whether a call names a status itself.
func names(instr ssa.Instruction) bool { return does(instr, api.Commits) }

// writesBody reports whether a call that names a status writes a body too.
func writesBody(instr ssa.Instruction) bool { return does(instr, api.Writes) }

func does(instr ssa.Instruction, what api.Does) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	row := event.RowOf(call.Common())
	return row != nil && row.Does&what != 0
}

// answer writes an answer down, and returns its number.
func (k *walk) answer(s *State, instr ssa.Instruction, a Answer) int {
	a.Default = a.Default || handsOver(instr)
	a.Instr, a.Odd, a.Opaque, a.Asked = instr, s.Odd, a.Opaque || s.Opaque || s.Post != 0, a.Asked || s.Asked
	a.Guards, a.node = k.guardsOf(s.Env), k.at
	if a.Why == nil {
		if a.Why = a.Status.Why; a.Why == nil {
			a.Why = s.why()
		}
	}
	a.Status.Why = nil
	a.Body, a.Repeats = a.Body || a.Explicit && writesBody(instr), a.Repeats || k.repeats()
	a.Knows = a.Knows.or(s.Knows)
	a.OwnMark = k.ownMark(s, a.Marks[WWW])
	if s.Decision != nil && !a.Cond.IsValid() {
		a.Cond = s.Decision.at
	}
	if !s.Opaque {
		a.post = s.Post
		for _, f := range s.Env.facts {
			if f.Place.Base == s.Post-1 || a.Status.Kind == Ref && f.Place.Base == a.Status.Ref.Base {
				a.known = append(a.known, f.Fact)
			}
		}
	}
	return k.addAnswer(a)
}

// repeats reports whether the response is a framework's, and that passes over a status that it has sent already.
func (k *walk) repeats() bool {
	if k.root == event.NoResponse {
		return false
	}
	c := event.ContextOf(k.Value(k.root).Type())
	return c != nil && c.Repeats
}

// ownMark reports whether the challenge was set after the last decision before the answer.
func (k *walk) ownMark(s *State, m Mark) bool {
	at := m.At
	if m.Kind != Set || !at.IsValid() || s.Decision == nil {
		return false
	}
	for _, block := range k.Blocks {
		if s.Decision.start.Dominates(block) && slices.ContainsFunc(block.Instrs, func(i ssa.Instruction) bool { return i.Pos() == at }) {
			return true
		}
	}
	return false
}

// addAnswer adds an answer to what the walk has found, once, and returns its number. Only answers of the same instruction can be the
// same.
func (k *walk) addAnswer(a Answer) int {
	for _, i := range k.byInstr[a.Instr] {
		if k.out.Answers[i].same(&a) {
			return i
		}
	}
	n := len(k.out.Answers)
	k.byInstr[a.Instr] = append(k.byInstr[a.Instr], n)
	k.out.Answers = append(k.out.Answers, a)
	return n
}

// identity is what a value is, for somebody who knows more of it than that some constants are excluded.
func (k *walk) identity(env *Env, v Val, p event.Place) Val {
	if v.Kind == Other && p != event.NoPlace {
		return Val{Kind: Ref, Ref: env.origin(p)}
	}
	return v
}
