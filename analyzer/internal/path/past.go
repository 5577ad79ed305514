package path

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// Past is a place where a path gives the response to the next handler, or answers like for an admitted client, although it has
// denied the client before.
type Past struct {
	Denial token.Pos       // the call that has answered
	Status int             // what it has answered
	Whole  bool            // see [Commit.Whole]
	Next   ssa.Instruction // the call of the next handler, or the return after which the framework runs it
	Chain  bool            // it is the framework that runs it
	Works  bool            // it is no handler, but changes what the server keeps
	Shared bool            // no handler is called: Next is an answer that admitted clients get too
	Asked  bool            // what has denied was asked for an error, and gave none
	Flows  bool            // to return is not enough: the framework then runs it, unless the chain is aborted
	node   *node
}

// Trace lists where the conditions stand that led there, the first one first.
func (p *Past) Trace() []Branch { return p.node.trace() }

// HandsOn reports whether the function runs the framework's next handler on some path, as middlewares do. An http.Handler that
// is given the response in a framework's handler is no next one, nor is a handler that it finds and calls: it is what that handler is
// there for.
func (w *Walk) HandsOn() bool {
	return slices.ContainsFunc(w.handOns, func(call *ssa.Call) bool { return event.RowOf(call.Common()) != nil && isChain(call.Common()) })
}

// Denied is the status that has left, if it is one that denies: 401, 403 or 407.
func (c Commit) Denied() (status int, ok bool) {
	code, _ := c.Status.Int()
	return code, (c.Sure == Certain || c.Sure == Stored) && c.Explicit && denies(code)
}

func denies(status int) bool { return status == 401 || status == 403 || status == 407 }

// Admits reports whether a call answers, or hands on, a request of which nothing has been answered: it is not there for those alone
// who were denied before.
func (w *Walk) Admits(instr ssa.Instruction) bool { return slices.Contains(w.admitted, instr) }

// goesPast notes that a denied client's request is handed on. A handler that is made for the purpose may write the denial's own
// body, so without a body it must be the next one: what the middleware was given.
func (k *walk) goesPast(s *State, instr ssa.Instruction) {
	code, denied := s.First.Denied()
	call, ok := instr.(ssa.CallInstruction)
	if s.First.open() && !s.First.Explicit && !slices.Contains(k.out.admitted, instr) {
		k.out.admitted = append(k.out.admitted, instr)
	}
	if !denied || !ok || s.Asked || s.Opaque || !s.First.Body && !k.isNext(call.Common()) || !takesRequest(call.Common()) {
		return
	}
	k.passes(Past{Denial: s.First.At.Pos, Status: code, Whole: s.First.Whole, Next: instr, Flows: k.flows() != nil, node: k.at})
}

// goesOn notes that a denial which still waits is answered over, or added to.
func (k *walk) goesOn(s *State, instr ssa.Instruction) {
	if !s.First.open() {
		return
	}
	if !(s.First.Explicit && s.First.Body) && !slices.Contains(k.out.admitted, instr) {
		k.out.admitted = append(k.out.admitted, instr)
	}
	if code, denied := s.First.Denied(); denied && s.First.Body && !s.First.Before && !s.Asked && !s.Opaque {
		k.passes(Past{Denial: s.First.At.Pos, Status: code, Whole: s.First.Whole, Next: instr, Shared: true, node: k.at})
	}
}

func (k *walk) passes(p Past) {
	p.Asked = k.asked(p.Denial)
	if !slices.ContainsFunc(k.out.Past, func(q Past) bool { return q.Denial == p.Denial && q.Next == p.Next }) {
		k.out.Past = append(k.out.Past, p)
	}
}

// worksPast notes that what the server keeps is changed although the client was denied.
func (k *walk) worksPast(s *State, instr ssa.Instruction) {
	call, ok := instr.(*ssa.Call)
	if !ok || !changes(call.Common()) {
		return
	}
	if s.First.open() && !slices.Contains(k.out.admitted, instr) {
		k.out.admitted = append(k.out.admitted, instr)
	}
	code, denied := s.First.Denied()
	if !denied || !s.First.Whole || s.Asked || s.Opaque {
		return
	}
	p := Past{Denial: s.First.At.Pos, Status: code, Whole: true, Next: instr, Works: true, node: k.at}
	if !slices.ContainsFunc(k.out.Past, func(q Past) bool { return q.Denial == p.Denial }) {
		k.out.Past = append(k.out.Past, p)
	}
}

// changingVerbs begin the names of methods that change what a server keeps: the words of SQL (INSERT, UPDATE, DELETE) and of what Go
// calls the same in stores.
var changingVerbs = []string{"Insert", "Update", "Delete", "Create", "Save", "Remove", "Exec"}

// changes reports whether a call changes what the server keeps: a method that says so by its name, and that may fail. Temporary files
// are cleaned up by functions, and metrics cannot fail.
func changes(common *ssa.CallCommon) bool {
	sig := common.Signature()
	n := sig.Results().Len()
	if sig.Recv() == nil && !common.IsInvoke() || n == 0 || !event.IsError(sig.Results().At(n-1).Type()) {
		return false
	}
	_, name := receiverOf(common)
	return slices.ContainsFunc(changingVerbs, func(verb string) bool { return strings.HasPrefix(name, verb) })
}

// asked reports whether the function looks at the error of the function that was called at a position.
func (k *walk) asked(at token.Pos) bool {
	for _, block := range k.Blocks {
		for _, instr := range block.Instrs {
			if call, ok := instr.(*ssa.Call); ok && call.Pos() == at && event.RowOf(call.Common()) == nil {
				_, used := k.errorResultOf(call)
				return used
			}
		}
	}
	return false
}

// shared keeps what admitted clients get too: a handler that runs only for denied ones writes their page.
func (k *walk) shared(past []Past) []Past {
	return slices.DeleteFunc(past, func(p Past) bool { return !p.Chain && !slices.Contains(k.out.admitted, p.Next) })
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
		from := event.Binding(v)
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
