package path

import (
	"cmp"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// findChanged finds the package variables that are written after the package's initialisation.
func (w *Walker) findChanged() {
	for _, fn := range w.program.Funcs {
		if fn.Name() == "init" && fn.Synthetic != "" {
			continue
		}
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if store, ok := instr.(*ssa.Store); ok {
					if g, ok := base(store.Addr).(*ssa.Global); ok {
						w.changed[g] = true
					}
				}
			}
		}
	}
}

// base is the variable that an address lies in.
func base(addr ssa.Value) ssa.Value {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		case *ssa.UnOp:
			if a.Op != token.MUL {
				return addr
			}
			addr = a.X
		default:
			return addr
		}
	}
}

// address is what is known of a package variable that is a struct, by what points to it.
func (w *Walker) address(g *ssa.Global) Val {
	if !isStruct(elem(g.Type())) || w.changed[g] || g.Pkg == nil {
		return Val{}
	}
	named := Val{Kind: Named, Text: g.Pkg.Pkg.Path() + "." + g.Name(), Obj: w.structs[g]}
	if v, ok := g.Object().(*types.Var); ok && g.Pkg != w.program.Pkg {
		if obj := w.facts.Variable(v); obj != nil {
			whole := Val{Kind: Object, Obj: obj}
			w.ownVal(&whole)
			named.Obj = whole.Obj
		}
	}
	if named.Obj == nil {
		return Val{}
	}
	return named
}

// global is what is known of a package variable: its name, and what it was initialised with, if nothing changes it.
func (w *Walker) global(g *ssa.Global) Val {
	if v, ok := w.globals[g]; ok && !w.changed[g] && (g.Object() == nil || !g.Object().Exported() || v.Kind != Const) {
		if v.Kind == Const {
			return *v
		}
		return Val{Kind: Named, Text: g.Pkg.Pkg.Path() + "." + g.Name(), Obj: v.Obj}
	}
	if w.changed[g] || g.Pkg == nil {
		return Val{}
	}
	if isStruct(elem(g.Type())) {
		if whole := w.address(g); whole.Obj != nil {
			return w.envs.part(whole.Obj, "*")
		}
		return Val{}
	}
	if !event.IsError(elem(g.Type())) && g.Pkg == w.program.Pkg {
		return Val{}
	}
	named := Val{Kind: Named, Text: g.Pkg.Pkg.Path() + "." + g.Name()}
	if v, ok := g.Object().(*types.Var); ok && g.Pkg != w.program.Pkg {
		if obj := cmp.Or(errorVariable(v), w.facts.Variable(v)); obj != nil {
			whole := Val{Kind: Object, Obj: obj}
			w.ownVal(&whole)
			named.Obj = whole.Obj
		}
		if named.Obj == nil && !event.IsError(v.Type()) {
			return Val{}
		}
	}
	return named
}

// initialised notes what init stores in a package variable.
func (k *walk) initialised(g *ssa.Global, v Val) {

	v = k.portable(v)
	if isStruct(elem(g.Type())) && v.Obj != nil {
		o := Obj{Type: typeName(g.Type())}
		for _, f := range v.Obj.Fields {
			o.Fields = append(o.Fields, Field{"*" + f.Path, f.Val})
		}
		k.structs[g] = k.envs.obj(o)
		return
	}
	if _, ok := k.globals[g]; !ok && (v.Kind == Const || v.Kind == Object || v.Kind == NonNil) {
		k.globals[g] = &v
	}
}

func elem(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}
