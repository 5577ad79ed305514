package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

// tellers are functions whose results may tell a caller something (see [tells]). They are found by a look at what they return,
// and no walk: most functions return what nobody can name, and to walk them all would cost more than everything else.
type tellers struct {
	*Walker
	statuses bool // only those that return a status, or what may carry one
	methods  []*api.ErrorType
	told     map[*ssa.Function]bool
}

// tellers finds them.
func (w *Walker) tellers() map[*ssa.Function]bool {
	if w.told == nil {
		w.told = w.findTellers(false)
	}
	return w.told
}

func (w *Walker) findTellers(statuses bool) map[*ssa.Function]bool {
	t := &tellers{Walker: w, statuses: statuses, methods: api.Telling(w.program.Pkg.Pkg), told: make(map[*ssa.Function]bool)}
	for changed := true; changed; {
		changed = false
		for _, fn := range w.program.Funcs {
			if !t.told[fn] && t.mayTell(fn) {
				t.told[fn], changed = true, true
			}
		}
	}
	return t.told
}

func (w *tellers) mayTell(fn *ssa.Function) bool {
	if !w.statuses && (tellsStatus(fn) || tellsKind(fn)) {
		return true
	}
	returns := false
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			switch instr := instr.(type) {
			case *ssa.Return:
				returns = true
				seen := make(map[ssa.Value]bool)
				if slices.ContainsFunc(instr.Results, func(v ssa.Value) bool { return w.telling(v, seen) }) {
					return true
				}
			case *ssa.Call:
				if !w.statuses && (w.mayExit(instr) || w.asksWho(instr)) {
					return true
				}
			case *ssa.Store:
				if !w.statuses && buildsUp(instr) && w.program.Returned(fn) >= 0 {
					return true
				}
			}
		}
	}
	return !returns && !w.statuses
}

// tellsStatus reports whether a function is a method by which something tells its status.
func tellsStatus(fn *ssa.Function) bool {
	sig := fn.Signature
	return sig.Recv() != nil && sig.Params().Len() == 0 && sig.Results().Len() == 1 && isInteger(sig.Results().At(0).Type()) && event.TellsStatus(fn.Name())
}

// tellsKind reports whether a function is a method by which an error tells of what kind it is: who answers it may choose a status by that.
func tellsKind(fn *ssa.Function) bool {
	sig := fn.Signature
	if sig.Recv() == nil || sig.Params().Len() != 0 || sig.Results().Len() != 1 || !types.Implements(sig.Recv().Type(), errorInterface) {
		return false
	}
	return isKind(sig.Results().At(0).Type())
}

// findsError reports whether a function gives back an error that it was given, as what it is.
func findsError(fn *ssa.Function, sum *Summary) bool {
	return slices.ContainsFunc(sum.Exits, func(x Exit) bool {
		for i, r := range x.Results {
			if r.Kind == Ref && i < fn.Signature.Results().Len() && isErrorish(fn.Signature.Results().At(i).Type()) {
				return true
			}
		}
		return false
	})
}

// isKind reports whether values of a type may say of what kind an error is: a number, or a text that is not any text.
func isKind(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	_, any := types.Unalias(t).(*types.Basic)
	return ok && (basic.Info()&types.IsInteger != 0 || basic.Info()&types.IsString != 0 && !any)
}

// buildsUp reports whether a number is stored in what a function was given: a status perhaps, of an answer that is built up.
func buildsUp(store *ssa.Store) bool {
	at, ok := store.Addr.(*ssa.FieldAddr)
	if !ok || !isInteger(store.Val.Type()) {
		return false
	}
	_, given := at.X.(*ssa.Parameter)
	return given
}

// mayExit reports whether a call may be one that never returns.
func (w *tellers) mayExit(call *ssa.Call) bool {
	if row := event.RowOf(call.Common()); row != nil {
		return row.Does&(api.Exits|api.ExitsChained) != 0
	}
	if call.Call.Signature().Results().Len() > 0 {
		return false
	}
	return w.callTells(call)
}

// asksWho reports whether a call may look at who the caller is.
func (w *tellers) asksWho(call *ssa.Call) bool {
	if src := origin.SourceOf(call.Common()); src != nil {
		return src.Verifies || src.Permits || src.Place != api.Nowhere || src.Yields&somebody != 0
	}
	if fn := call.Call.StaticCallee(); fn != nil && fn.Blocks == nil {
		if obj, ok := fn.Object().(*types.Func); ok && w.facts.Origins(obj) != nil {
			return true
		}
	}
	return call.Call.Signature().Results().Len() > 0 && w.callTells(call) || origin.MayIdentify(call.Common())
}

func (w *tellers) callTells(call *ssa.Call) bool {
	fn := call.Call.StaticCallee()
	if fn == nil {
		if fn = w.program.Sole(call.Common()); fn == nil {
			return false
		}
	}
	fn = event.Source(fn)
	return w.told[fn] || fn.Blocks == nil && w.summary(fn, event.NoResponse) != nil
}

// telling reports whether v may be a status, a package variable, or a struct that carries a number.
func (w *tellers) telling(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Const:
		_, ok := literal(v).status()
		return ok
	case *ssa.Call:
		return w.callTells(v) || w.keepsTelling(v, seen)
	case *ssa.Extract:
		return w.telling(v.Tuple, seen)
	case *ssa.MakeInterface:
		return w.telling(v.X, seen) || w.byMethod(v.X.Type())
	case *ssa.ChangeInterface:
		return w.telling(v.X, seen)
	case *ssa.ChangeType:
		return w.telling(v.X, seen)
	case *ssa.Convert:
		return w.telling(v.X, seen)
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return w.telling(e, seen) })
	case *ssa.Alloc:
		return w.holdsTelling(v, seen)
	case *ssa.UnOp:
		return w.loadTells(v, seen)
	case *ssa.Field:
		return w.telling(v.X, seen)
	case *ssa.Lookup:
		return len(w.table(v)) > 0
	case *ssa.Parameter: // a method that changes an error, and gives it back; of those of frameworks the tables tell
		return !w.statuses && !api.OfFramework(w.program.Pkg.Pkg.Path()) && isErrorish(v.Type()) && carriesNumber(v.Type(), 0)
	}
	return false
}

// byMethod reports whether values of a type tell a framework their status by a method.
func (w *tellers) byMethod(t types.Type) bool {
	return slices.ContainsFunc(w.methods, func(of *api.ErrorType) bool {
		obj, _, _ := types.LookupFieldOrMethod(t, true, w.program.Pkg.Pkg, of.Method)
		_, ok := obj.(*types.Func)
		return ok
	})
}

// keepsTelling reports whether a call makes an error that tells, or wraps one.
func (w *tellers) keepsTelling(call *ssa.Call, seen map[ssa.Value]bool) bool {
	row := event.RowOf(call.Common())
	if row != nil && row.Does&api.MakesError != 0 {
		return true
	}
	if row == nil || row.Does&api.KeepsError == 0 {
		return false
	}
	for _, arg := range call.Call.Args {
		for _, v := range append(event.Elements(arg), arg) {
			if v != nil && w.telling(v, seen) {
				return true
			}
		}
	}
	return false
}

// holdsTelling reports whether something that tells is stored in a local variable or in a field of it, or an argument that
// may be a status.
func (w *tellers) holdsTelling(addr ssa.Value, seen map[ssa.Value]bool) bool {
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			if _, ok := ref.Val.(*ssa.Parameter); ok {
				return isKind(ref.Val.Type()) || isErrorCopy(ref.Val.Type())
			}
			return ref.Addr == addr && (w.telling(ref.Val, seen) || setsKind(ref))
		case *ssa.FieldAddr:
			return w.holdsTelling(ref, seen)
		case *ssa.MakeInterface: // for errors.As
			p, ok := addr.Type().Underlying().(*types.Pointer)
			return ok && !w.statuses && isErrorish(p.Elem())
		}
		return false
	})
}

// setsKind reports whether a constant is stored in an error as its kind.
func setsKind(store *ssa.Store) bool {
	field, ok := store.Addr.(*ssa.FieldAddr)
	_, constant := store.Val.(*ssa.Const)
	return ok && constant && isKind(store.Val.Type()) && isErrorish(field.X.Type())
}

// loadTells looks at what is stored where v is read from.
func (w *tellers) loadTells(v *ssa.UnOp, seen map[ssa.Value]bool) bool {
	switch from := v.X.(type) {
	case *ssa.Global:
		return types.IsInterface(v.Type()) || carriesNumber(v.Type(), 0)
	case *ssa.Alloc:
		return w.holdsTelling(from, seen)
	case *ssa.UnOp: // a variable that points to it: a method is called on a copy
		return w.loadTells(from, seen)
	case *ssa.Parameter:
		return isErrorCopy(v.Type())
	}
	return false
}

// isErrorCopy reports whether t is a struct that is an error, or whose pointers are, and that may carry a status: a method that returns
// a changed copy of it returns the status too.
func isErrorCopy(t types.Type) bool {
	return isStruct(t) && (isErrorish(t) || isErrorish(types.NewPointer(t))) && carriesNumber(t, 0)
}

// carriesNumber reports whether t is a struct, or points to one, with an integer in a field: a status perhaps.
func carriesNumber(t types.Type, depth int) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth > 2 {
		return false
	}
	for f := range s.Fields() {
		if isInteger(f.Type()) || carriesNumber(f.Type(), depth+1) {
			return true
		}
	}
	return false
}
