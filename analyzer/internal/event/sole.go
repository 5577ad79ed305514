package event

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// SoleMethod is a method of an interface that one type alone has, in the package that declares the interface.
type SoleMethod struct {
	Method *types.Func   // of the interface
	Runs   *ssa.Function // of the type
}

// SoleMethods lists those of this package, in order. Doubles for tests and types that a generator has made do not count: what runs is the
// type that the interface was declared for, unless an importer has another one.
func (p *Program) SoleMethods() []SoleMethod {
	if p.sole == nil {
		p.findSole()
	}
	return p.sole
}

func (p *Program) findSole() {
	p.sole, p.runs = []SoleMethod{}, make(map[*types.Func]*ssa.Function)
	var interfaces, others []*types.Named
	scope := p.Pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		t, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || t.IsAlias() || p.InTest(t.Pos()) || p.InGenerated(t.Pos()) {
			continue
		}
		if n, ok := t.Type().(*types.Named); ok && n.TypeParams().Len() == 0 {
			if types.IsInterface(n) {
				interfaces = append(interfaces, n)
			} else {
				others = append(others, n)
			}
		}
	}
	for _, n := range interfaces {
		iface := n.Underlying().(*types.Interface)
		only := onlyOne(iface, others)
		if only == nil {
			continue
		}
		for m := range iface.ExplicitMethods() {
			if fn := p.method(only, iface, m); fn != nil {
				p.sole = append(p.sole, SoleMethod{m, fn})
				p.runs[m] = fn
			}
		}
	}
}

// onlyOne is the one type that implements the interface, itself or by its pointers; nil if there is none, or another one.
func onlyOne(iface *types.Interface, of []*types.Named) types.Type {
	var only types.Type
	for _, n := range of {
		if iface.NumMethods() == 0 || !types.Implements(n, iface) && !types.Implements(types.NewPointer(n), iface) {
			continue
		}
		if only != nil {
			return nil
		}
		only = n
	}
	return only
}

// Sole is what a call through an interface is taken to run, beside others that cannot be seen; nil if nothing is known. For a method of
// another package's interface it is a function without a body, of which [Program.Object] tells for what it stands.
func (p *Program) Sole(common *ssa.CallCommon) *ssa.Function {
	m := common.Method
	switch {
	case m == nil || m.Pkg() == nil:
		return nil
	case m.Pkg() == p.Pkg.Pkg:
		p.SoleMethods()
		return p.runs[m]
	}
	fn, ok := p.standIns[m]
	if !ok {
		if p.Stands != nil && p.Stands(m) {
			fn = p.Pkg.Prog.NewFunction(m.Name(), m.Signature(), "method of an interface")
			p.standsFor[fn] = m
		}
		p.standIns[m] = fn
	}
	return fn
}

// Object is the function that is declared as fn; the method of an interface for which fn stands; nil for neither.
func (p *Program) Object(fn *ssa.Function) *types.Func {
	if m := p.standsFor[fn]; m != nil {
		return m
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}
