package origin

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// stored joins what is stored in a local variable: in the field, or anywhere if it is negative, or by whoever has its address.
func (t *Tracer) stored(alloc *ssa.Alloc, field int) Origin {
	var o Origin
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == alloc {
				o = o.Or(t.whole(ref.Val, field))
			}
		case *ssa.FieldAddr:
			if field >= 0 && ref.Field != field {
				continue
			}
			for _, deeper := range *ref.Referrers() {
				if store, ok := deeper.(*ssa.Store); ok && store.Addr == ref {
					o = o.Or(t.Of(store.Val))
				} else if call, ok := deeper.(*ssa.Call); ok {
					o = o.Or(t.given(call, ref, -1))
				}
			}
		case *ssa.IndexAddr:
			for _, deeper := range *ref.Referrers() {
				if store, ok := deeper.(*ssa.Store); ok && store.Addr == ref {
					o = o.Or(t.Of(store.Val))
				}
			}
		case *ssa.MakeInterface:
			for _, user := range *ref.Referrers() {
				if call, ok := user.(*ssa.Call); ok {
					o = o.Or(t.given(call, ref, field))
				}
			}
		case *ssa.Call:
			o = o.Or(t.given(ref, alloc, field))
		case *ssa.MakeClosure:
			o = o.Or(t.storedBy(ref, alloc))
		}
	}
	return o
}

// whole is what a field of a struct comes from that is stored as a whole: of a literal, what stands there for that field.
func (t *Tracer) whole(v ssa.Value, field int) Origin {
	if load, ok := v.(*ssa.UnOp); ok && field >= 0 {
		if literal, ok := load.X.(*ssa.Alloc); ok && literal.Comment == "complit" {
			return t.stored(literal, field)
		}
	}
	return t.Of(v)
}

// storedBy is what a closure stores in a variable that it captured.
func (t *Tracer) storedBy(mc *ssa.MakeClosure, alloc *ssa.Alloc) Origin {
	var o Origin
	for i, b := range mc.Bindings {
		if b != alloc {
			continue
		}
		for _, ref := range *mc.Fn.(*ssa.Function).FreeVars[i].Referrers() {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == mc.Fn.(*ssa.Function).FreeVars[i] {
				inner := t.Of(store.Val)
				inner.Inputs = 0
				o = o.Or(inner)
			}
		}
	}
	return o
}

// given is what a call may put where it was given the address: json.Unmarshal(body, &v), row.Scan(&v), decoder.Decode(&v). A
// function of the package shows it, also for one field of what the address is of; a negative field stands for all of it.
func (t *Tracer) given(call *ssa.Call, addr ssa.Value, field int) Origin {
	common := call.Common()
	if o, ok := t.putBy(common, addr, field); ok {
		return o
	}
	var o Origin
	if src := SourceOf(common); src != nil && src.Reads && src.Place == api.Nowhere && src.Yields != 0 {
		return of(src.Yields, "") // c.ShouldBind(&form)
	}
	if common.IsInvoke() {
		o = t.Of(common.Value)
	}
	for _, arg := range common.Args {
		if arg != addr {
			o = o.Or(t.argument(arg))
		}
	}
	return o
}

// put is what is asked of a function: what it stores where one of its inputs points.
type put struct {
	fn    *ssa.Function
	input int
	field int
}

// putBy is what a function of the package stores where it was given the address; false where it cannot be seen.
func (t *Tracer) putBy(common *ssa.CallCommon, addr ssa.Value, field int) (Origin, bool) {
	if common.StaticCallee() == nil || SourceOf(common) != nil {
		return Origin{}, false
	}
	fn := t.source(common.StaticCallee())
	input := slices.Index(common.Args, addr)
	if fn.Blocks == nil || input < 0 || input >= len(fn.Params) {
		return Origin{}, false
	}
	return t.puts(put{fn, input, field}).From(func(n int) Origin {
		if n >= len(common.Args) || common.Args[n] == addr {
			return Origin{}
		}
		return t.argument(common.Args[n])
	}), true
}

func (t *Tracer) puts(p put) Origin {
	if o, ok := t.put[p]; ok {
		return o
	}
	t.put[p] = Origin{} // while it is looked for, recursion puts nothing
	o := t.through(p.fn.Params[p.input], p.field)
	t.put[p] = o
	return o
}

// through joins what is stored through a pointer, in the field or anywhere if it is negative.
func (t *Tracer) through(pointer ssa.Value, field int) Origin {
	var o Origin
	for _, ref := range *pointer.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == pointer {
				o = o.Or(t.whole(ref.Val, field))
			}
		case *ssa.FieldAddr:
			if field < 0 || ref.Field == field {
				o = o.Or(t.through(ref, -1))
			}
		case *ssa.MakeInterface:
			o = o.Or(t.through(ref, field))
		case *ssa.Call:
			o = o.Or(t.given(ref, pointer, field))
		}
	}
	return o
}
