package path

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// ownMaker moves a status that an exported function always gives its result to the call: there is where it is chosen.
func (c *calling) ownMaker(v Val) Val {
	if v.At.Far != "" {
		v.At = Site{Pos: c.instr.Pos(), Local: true}
	}
	if v.Kind == Object {
		o := Obj{Type: v.Obj.Type, Wrapped: v.Obj.Wrapped, Fields: slices.Clone(v.Obj.Fields)}
		for i := range o.Fields {
			if o.Fields[i].Val.At.Far != "" || o.Fields[i].Val.At.Known() && exportedMaker(c.callee) {
				o.Fields[i].Val.At = Site{Pos: c.instr.Pos(), Local: true}
			}
		}
		v.Obj = c.envs.obj(o)
	}
	return v
}

// exportedMaker reports whether a function is an exported constructor: it makes its result and does nothing else.
func exportedMaker(fn *ssa.Function) bool {
	return fn.Object() != nil && fn.Object().Exported() && len(fn.Blocks) <= 2
}
