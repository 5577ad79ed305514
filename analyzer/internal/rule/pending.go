package rule

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/path"
)

// pending says of the handlers of other packages what only their registration decides.
func pending(p *Package) []Finding {
	var findings []Finding
	for _, reg := range p.Registered {
		for _, says := range p.Pending(reg.Handler) {
			if says.Rule == forbiddenID {
				findings = append(findings, Finding{At: reg.At, Confidence: Medium, Message: says.Message + " (" + says.Site + ")"})
			}
		}
	}
	return findings
}

// handler is the exported handler that the answer stands in, for other packages to register; nothing for another function.
func (d denial) handler() []*types.Func {
	fn := d.walk.Func.Function
	if obj := exportedHandler(fn); obj != nil && d.Instr.Parent() == fn {
		return []*types.Func{obj}
	}
	return nil
}

// exportedHandler is a handler that other packages may register, or the function by which they have it made; nil for another function.
func exportedHandler(fn *ssa.Function) *types.Func {
	if !path.IsHandler(fn.Signature) {
		return nil
	}
	if maker := fn.Parent(); maker != nil && path.GivesHandler(maker.Signature) {
		fn = maker
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || !obj.Exported() {
		return nil
	}
	return obj
}

// handlers are the exported handlers by which alone the answer is given: the one that it stands in, or all that call the helper which it
// stands in. There are none if anybody else may give it.
func (p *Package) handlers(d denial) []*types.Func {
	if list := d.handler(); list != nil {
		return list
	}
	callers := p.callers()
	var found []*types.Func
	todo := []*ssa.Function{d.walk.Func.Function}
	for i := 0; i < len(todo); i++ {
		fn := todo[i]
		if obj := exportedHandler(fn); obj != nil && i > 0 {
			found = append(found, obj)
			continue
		}
		obj := fn.Object()
		if len(callers[fn]) == 0 || obj == nil || obj.Exported() {
			return nil
		}
		for _, caller := range callers[fn] {
			if !slices.Contains(todo, caller) {
				todo = append(todo, caller)
			}
		}
	}
	return found
}

// callers lists by whom each function is given the response.
func (p *Package) callers() map[*ssa.Function][]*ssa.Function {
	callers := make(map[*ssa.Function][]*ssa.Function)
	for _, w := range p.Walks {
		for _, h := range w.Handed {
			if by := w.Func.Function; !slices.Contains(callers[h.Function()], by) {
				callers[h.Function()] = append(callers[h.Function()], by)
			}
		}
	}
	return callers
}
