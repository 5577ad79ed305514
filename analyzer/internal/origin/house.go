package origin

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// isHouse reports whether v is what a handler is given beside the response and the request: what its house keeps with a request,
// where those who called it have put what they found out.
func isHouse(v ssa.Value) bool {
	p, ok := v.(*ssa.Parameter)
	if !ok || !givenRequest(p.Parent()) || p.Parent().Signature.Recv() != nil && p == p.Parent().Params[0] {
		return false
	}
	return structOf(p.Type()) != nil && !isRequest(p.Type()) && !isResponse(p.Type()) && !isContext(p.Type())
}

// holds reports whether a value of type t is more than text, a number or a flag, and so somebody, and not what somebody is called.
func holds(t types.Type) bool {
	_, basic := t.Underlying().(*types.Basic)
	return !basic
}

// onlyReceiver reports whether a method is called with nothing beside its receiver.
func onlyReceiver(common *ssa.CallCommon) bool {
	return common.Signature().Recv() != nil && common.Signature().Params().Len() == 0
}
