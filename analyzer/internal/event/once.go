package event

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// only returns the one store to a local variable that is written once, its closures included; nil for others.
func (f *Func) only(alloc *ssa.Alloc) *ssa.Store {
	if store, ok := f.single[alloc]; ok {
		return store
	}
	f.single[alloc] = nil // while it is looked for: variables may be assigned to each other
	store := OnlyStore(alloc)
	if store != nil && f.reads(store.Val, alloc) {
		return nil // what was there before is named by what is stored: n = int64(n)
	}
	f.single[alloc] = store
	return store
}

// reads reports whether a value has the name of what stands in a local variable, or in a part of it.
func (f *Func) reads(v ssa.Value, alloc *ssa.Alloc) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return f.reads(v.X, alloc)
	case *ssa.ChangeInterface:
		return f.reads(v.X, alloc)
	case *ssa.ChangeType:
		return f.reads(v.X, alloc)
	case *ssa.Convert:
		return f.reads(v.X, alloc)
	case *ssa.TypeAssert:
		return f.reads(v.X, alloc)
	case *ssa.Extract:
		ta, ok := v.Tuple.(*ssa.TypeAssert)
		return ok && f.reads(ta.X, alloc)
	case *ssa.Field:
		return f.reads(v.X, alloc)
	case *ssa.FieldAddr:
		return f.reads(v.X, alloc)
	case *ssa.IndexAddr:
		return f.reads(v.X, alloc)
	case *ssa.UnOp:
		return v.Op == token.MUL && f.reads(v.X, alloc)
	case *ssa.Call:
		return slices.ContainsFunc(v.Call.Args, func(arg ssa.Value) bool { return f.reads(arg, alloc) }) || v.Call.IsInvoke() && f.reads(v.Call.Value, alloc)
	case *ssa.Alloc:
		if v == alloc {
			return true
		}
		store := f.only(v)
		return store != nil && f.reads(store.Val, alloc)
	}
	return false
}

// Once reports whether addr is a local variable that is written once: it is another name of what is stored there.
func (f *Func) Once(addr ssa.Value) bool {
	alloc, ok := addr.(*ssa.Alloc)
	return ok && f.only(alloc) != nil
}

// Boxed is the one value of a type of its own that is stored in a local variable of an interface type; nil for any other variable. The
// variable is another name of it, and the name alone does not tell its type.
func (f *Func) Boxed(addr ssa.Value) *ssa.MakeInterface {
	alloc, ok := addr.(*ssa.Alloc)
	if !ok {
		return nil
	}
	store := f.only(alloc)
	if store == nil {
		return nil
	}
	box, _ := store.Val.(*ssa.MakeInterface)
	return box
}

// OnlyStore returns the one store to the variable at addr, if there is just one, in closures neither a further one.
func OnlyStore(addr ssa.Value) *ssa.Store {
	var only *ssa.Store
	if addr.Referrers() == nil {
		return nil
	}
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != addr || only != nil {
				return nil
			}
			only = ref
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == addr && writes(ref.Fn.(*ssa.Function).FreeVars[i]) {
					return nil
				}
			}
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.FieldAddr:
			if assigned(ref) {
				return nil
			}
		default:
			return nil // its address goes somewhere
		}
	}
	return only
}

// writes reports whether a closure writes to the variable that it captured.
func writes(v *ssa.FreeVar) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.FieldAddr:
			if assigned(ref) {
				return true
			}
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == v && writes(ref.Fn.(*ssa.Function).FreeVars[i]) {
					return true
				}
			}
		default:
			return true
		}
	}
	return false
}

// assigned reports whether a field's address is used for more than reading and calling methods on it.
func assigned(addr *ssa.FieldAddr) bool {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.FieldAddr:
			if assigned(ref) {
				return true
			}
		default:
			return true
		}
	}
	return false
}
