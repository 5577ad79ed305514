package event

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Implements finds the methods of this package's own types that a call through an interface may run. The interface must
// be declared in the package: one from elsewhere says nothing about who is meant. Open tells whether there may be others,
// in packages that cannot be seen.
func (p *Program) Implements(recv types.Type, method *types.Func) (found []*ssa.Function, open bool) {
	named, ok := types.Unalias(recv).(*types.Named)
	if !ok || named.Obj().Pkg() != p.Pkg.Pkg {
		return nil, true
	}
	iface, ok := named.Underlying().(*types.Interface)
	if !ok {
		return nil, true
	}
	scope := p.Pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		t, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || t.IsAlias() || types.IsInterface(t.Type()) {
			continue
		}
		if n, ok := t.Type().(*types.Named); ok && n.TypeParams().Len() > 0 {
			continue // which instance is meant cannot be told
		}
		if fn := p.method(t.Type(), iface, method); fn != nil {
			found = append(found, fn)
		}
	}
	return found, named.Obj().Exported() || len(found) == 0
}

// method is t's own method, or that of a pointer to t, if one of them implements the interface.
func (p *Program) method(t types.Type, iface *types.Interface, method *types.Func) *ssa.Function {
	for _, t := range []types.Type{t, types.NewPointer(t)} {
		if !types.Implements(t, iface) {
			continue
		}
		sel := types.NewMethodSet(t).Lookup(method.Pkg(), method.Name())
		if sel == nil {
			continue
		}
		obj, ok := sel.Obj().(*types.Func)
		if !ok {
			continue
		}
		if fn := p.Pkg.Prog.FuncValue(obj); fn != nil && fn.Blocks != nil {
			return fn
		}
	}
	return nil
}
