package path

import (
	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// Dropped is an error with a status that a handler makes and gives to nobody, before it returns without an answer.
type Dropped struct {
	Call   *ssa.Call
	Status int
	node   *node
}

// Trace lists where the conditions stand that led there, the first one first.
func (d *Dropped) Trace() []Branch { return d.node.trace() }

// drops notes the errors that are made in the block of a return, where nothing has been answered.
func (k *walk) drops(s *State, ret *ssa.Return) {
	if k.root == event.NoResponse || s.First.Sure != No || s.Opaque || s.Post != 0 || k.Signature.Results().Len() > 0 {
		return
	}
	for _, instr := range ret.Block().Instrs {
		call, ok := instr.(*ssa.Call)
		if !ok || len(*call.Referrers()) > 0 || !k.onlyMakes(call) {
			continue
		}
		made, _ := s.Env.get(event.Place{Base: k.Register(call), Path: "#0"})
		if code := made.failure(); code != 0 {
			k.out.Dropped = append(k.out.Dropped, Dropped{call, code, k.at})
		}
	}
}

// onlyMakes reports whether all that a call can do is to yield its result: it is not given the response, and is no step in building
// something up.
func (k *walk) onlyMakes(call *ssa.Call) bool {
	sig := call.Call.Signature()
	if sig.Results().Len() != 1 || call.Call.IsInvoke() {
		return false
	}
	for _, arg := range event.Inputs(call.Common()) {
		if k.Root(arg) != event.NoResponse || typeName(arg.Type()) == typeName(sig.Results().At(0).Type()) {
			return false
		}
	}
	return true
}

// failure is the status of an error that is kept in a field of a struct; 0 if there is none.
func (v Val) failure() int {
	if v.Kind != Object {
		return 0
	}
	for _, f := range v.Obj.Fields {
		if code, ok := f.Val.status(); ok && code >= 400 {
			return code
		}
	}
	return 0
}
