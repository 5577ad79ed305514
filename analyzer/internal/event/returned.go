package event

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Returned is the number of the parameter that a function returns as its only result, whichever way it leaves: as a builder's methods
// do. It is -1 for none.
func (p *Program) Returned(fn *ssa.Function) int {
	fn = Source(fn)
	if i, ok := p.returned[fn]; ok {
		return i
	}
	if p.returned == nil {
		p.returned = make(map[*ssa.Function]int)
	}
	p.returned[fn] = -1 // while it is looked for
	switch obj, ok := fn.Object().(*types.Func); {
	case fn.Signature.Results().Len() != 1:
	case fn.Blocks != nil:
		p.returned[fn] = p.returns(fn)
	case ok && p.Told != nil:
		p.returned[fn] = p.Told(obj.Origin())
	}
	return p.returned[fn]
}

// returns looks at all returns of a function.
func (p *Program) returns(fn *ssa.Function) int {
	only := -1
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		param, ok := p.same(ret.Results[0]).(*ssa.Parameter)
		if !ok {
			return -1
		}
		i := slices.Index(fn.Params, param)
		if only >= 0 && only != i {
			return -1
		}
		only = i
	}
	return only
}

// same is the argument that a call returns; any other value is itself.
func (p *Program) same(v ssa.Value) ssa.Value {
	for {
		call, ok := v.(*ssa.Call)
		if !ok || call.Call.IsInvoke() {
			return v
		}
		fn := call.Call.StaticCallee()
		if _, pointer := call.Type().Underlying().(*types.Pointer); fn == nil || !pointer {
			return v // what is copied has fields of its own
		}
		i := p.Returned(fn)
		if i < 0 || i >= len(call.Call.Args) || !types.Identical(call.Type(), call.Call.Args[i].Type()) {
			return v
		}
		v = call.Call.Args[i]
	}
}

// Same is the argument that a call returns as it is: r.Status(401) is r. Any other value is itself.
func (f *Func) Same(v ssa.Value) ssa.Value { return f.program.same(v) }
