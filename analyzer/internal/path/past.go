package path

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// Past is a place where a path gives the response to the next handler although it has denied the client before.
type Past struct {
	Denial token.Pos       // the call that has answered
	Status int             // what it has answered
	Whole  bool            // see [Commit.Whole]
	Next   ssa.Instruction // the call of the next handler, or the return after which the framework runs it
	Chain  bool            // it is the framework that runs it
	node   *node
}

// Trace lists where the conditions stand that led there, the first one first.
func (p *Past) Trace() []token.Pos { return p.node.trace() }

// HandsOn reports whether the function gives the response to a next handler on some path.
func (w *Walk) HandsOn() bool { return len(w.handOns) > 0 }

// Denied is the status that has left, if it is one that denies: 401, 403 or 407.
func (c Commit) Denied() (status int, ok bool) {
	code, _ := c.Status.Int()
	return code, (c.Sure == Certain || c.Sure == Stored) && c.Explicit && (code == 401 || code == 403 || code == 407)
}

// goesPast notes that a denied client's request is handed on. A handler that is made for the purpose may write the denial's own
// body, so without a body it must be the next one: what the middleware was given.
func (k *walk) goesPast(s *State, instr ssa.Instruction) {
	code, denied := s.First.Denied()
	call, ok := instr.(ssa.CallInstruction)
	if s.First.open() && !s.First.Explicit && !slices.Contains(k.admitted, instr) {
		k.admitted = append(k.admitted, instr)
	}
	if !denied || !ok || s.Asked || s.Opaque || !s.First.Body && !k.isNext(call.Common()) || !takesRequest(call.Common()) {
		return
	}
	p := Past{Denial: s.First.At.Pos, Status: code, Whole: s.First.Whole, Next: instr, node: k.at}
	if !slices.ContainsFunc(k.out.Past, func(q Past) bool { return q.Denial == p.Denial && q.Next == p.Next }) {
		k.out.Past = append(k.out.Past, p)
	}
}

// shared keeps what admitted clients get too: a handler that runs only for denied ones writes their page.
func (k *walk) shared(past []Past) []Past {
	return slices.DeleteFunc(past, func(p Past) bool { return !p.Chain && !slices.Contains(k.admitted, p.Next) })
}

// takesRequest reports whether a call is given the response and the request: a handler, and no writer of bodies.
func takesRequest(common *ssa.CallCommon) bool {
	sig := common.Signature()
	if common.Value != nil && isChain(common) {
		return true
	}
	if sig.Results().Len() > 1 || sig.Params().Len() != 2 || !event.Answers(sig.Params().At(0).Type()) {
		return false
	}
	return typeName(sig.Params().At(1).Type()) == "*net/http.Request"
}

// isChain reports whether a call gives a framework's context to the next handler: c.Next(), or next(c).
func isChain(common *ssa.CallCommon) bool {
	if row := event.RowOf(common); row != nil && row.Does&api.HandsOn != 0 {
		return isContext(event.Operand(common, row.On).Type())
	}
	return common.StaticCallee() == nil && !common.IsInvoke() && handlerContext(common.Signature()) != nil
}

// isNext reports whether what is called was given to the function, or to the one around it.
func (k *walk) isNext(common *ssa.CallCommon) bool {
	if isChain(common) {
		return true
	}
	v := common.Value
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		return true
	case *ssa.FreeVar:
		from := binding(v)
		if alloc, ok := from.(*ssa.Alloc); ok {
			if store := event.OnlyStore(alloc); store != nil {
				from = store.Val
			}
		}
		_, given := from.(*ssa.Parameter)
		return given
	}
	return false
}
