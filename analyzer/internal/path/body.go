package path

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// Body is a body that says that something failed, sent with a 200.
type Body struct {
	Instr  ssa.Instruction
	Said   Said
	Why    *Reason
	Always bool // nothing decides: the function always answers so
	node   *node
}

// Trace lists where the conditions stand that led there, the first one first.
func (b *Body) Trace() []token.Pos { return b.node.trace() }

// Sent is a body that a function is given and sends: what it says is for the callers to know.
type Sent struct {
	Status Val
	Input  int
	Guards []Fact
}

// body notes what is written with a 200 that has not left before, or has just been named.
func (k *walk) body(s *State, instr ssa.Instruction, e event.Event, status Val) {
	if k.root == event.NoResponse || e.Row == nil || e.Call == nil || e.Row.Does&api.Writes == 0 || s.Opaque || s.Post != 0 {
		return
	}
	v := event.Operand(e.Call, e.Row.Body)
	if !s.First.bodiless() || v == nil || s.Asked && !e.HasStatus {
		return // a handler that has asked for the status knows it
	}
	if s.First.Sure == Certain {
		status = s.First.Status
	}
	if target := event.Operand(e.Call, e.Row.On); target != nil && writesItself(target) {
		return
	}
	k.page = strings.Contains(e.Row.Pkg, "template")
	k.says(s, instr, bodyValues(e.Call, v), status)
	k.page = false
}

// writesItself reports whether a response is of a type that declares its own Write: it may send a status of its own first.
func writesItself(v ssa.Value) bool {
	t := unboxed(v).Type()
	if types.IsInterface(t) || isContext(t) {
		return false
	}
	sel := types.NewMethodSet(t).Lookup(nil, "Write")
	return event.Answers(t) && sel != nil && len(sel.Index()) == 1
}

// bodyValues are the values that a body is made of: with a format, what comes after it too.
func bodyValues(common *ssa.CallCommon, v ssa.Value) []ssa.Value {
	values := []ssa.Value{v}
	if i := slices.Index(common.Args, v); i >= 0 {
		for _, arg := range common.Args[i+1:] {
			values = append(values, event.Elements(arg)...)
		}
	}
	return append(values, event.Elements(v)...)
}

func (k *walk) says(s *State, instr ssa.Instruction, values []ssa.Value, status Val) {
	var said Said
	for _, v := range values {
		if v != nil {
			said = said.or(k.said(s.Env, instr, v, 0))
		}
	}
	said.Page = k.page
	code, known := status.Int()
	if said.Input > 0 && !(said.Error && known) && (status.Kind == Ref || code == 200) {
		sent := Sent{Status: k.portable(status), Input: said.Input - 1, Guards: k.guardsOf(s.Env)}
		if !slices.ContainsFunc(k.sentBodies, func(o Sent) bool {
			return o.Status == sent.Status && o.Input == sent.Input && slices.Equal(o.Guards, sent.Guards)
		}) {
			k.sentBodies = append(k.sentBodies, sent)
		}
	}
	if !known || code != 200 || !said.Error || said.Silent || k.streams() {
		return
	}
	why := s.why()
	if why != nil && why.Picked && !said.FromErr {
		return // it was this one error that was asked for, and something else is answered
	}
	if slices.Contains(k.revised, instr.Pos()) || slices.ContainsFunc(k.out.Bodies, func(b Body) bool { return b.Instr == instr && b.Why == why }) {
		return
	}
	k.out.Bodies = append(k.out.Bodies, Body{Instr: instr, Said: said, Why: why, Always: s.Decision == nil, node: k.at})
}

// revise drops a body that waits for the handler to return, where a status is named after it.
func (k *walk) revise(at token.Pos) {
	k.revised = append(k.revised, at)
	k.out.Bodies = slices.DeleteFunc(k.out.Bodies, func(b Body) bool { return b.Instr.Pos() == at })
}

// streams reports whether the function declares a protocol that fixes the status: an event stream, lines of JSON, gRPC, SOAP.
func (k *walk) streams() bool {
	if k.streaming == 0 {
		k.streaming = 1
		for _, block := range k.Blocks {
			for _, instr := range block.Instrs {
				e := k.Of(instr, k.root)
				if e.Kind != event.SetHeader || e.Value == nil {
					continue
				}
				if c, ok := e.Value.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
					text := constant.StringVal(c.Value)
					if slices.ContainsFunc([]string{"event-stream", "ndjson", "grpc", "soap", "x-json-stream", "graphql"}, func(s string) bool { return strings.Contains(text, s) }) {
						k.streaming = 2
					}
				}
			}
		}
	}
	return k.streaming == 2
}

// inheritBodies makes the bodies that a callee sends for this call the caller's.
func (k *walk) inheritBodies(c *calling, s State, sum *Summary) {
	if !s.First.bodiless() || s.Opaque || s.Post != 0 || !k.who {
		return
	}
	for _, b := range sum.Bodies {
		if _, ok := c.meets(s.Env, b.Guards); !ok || b.Input >= len(c.inputs) {
			continue
		}
		status := c.here(b.Status)
		if s.First.Sure == Certain {
			status = s.First.Status
		}
		k.says(&s, c.instr, []ssa.Value{c.inputs[b.Input]}, status)
	}
}
