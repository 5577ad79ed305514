package event

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// chained reports whether the call sends a log entry after which the program ends: log.Fatal().Err(err).Msg("…").
func chained(common *ssa.CallCommon) bool {
	if common.IsInvoke() || common.Signature().Recv() == nil || common.Signature().Results().Len() != 0 {
		return false
	}
	v := common.Args[0]
	for range 8 { // an entry has a handful of fields
		call, ok := v.(*ssa.Call)
		if !ok || call.Call.IsInvoke() || len(call.Call.Args) == 0 {
			return false
		}
		if row := RowOf(call.Common()); row != nil && row.Does&api.ExitsChained != 0 {
			return true
		}
		v = call.Call.Args[0]
	}
	return false
}

// ownMethod reports whether the call is a method that a type of the package under analysis has of its own, so that its
// body decides and not the table: but of a context, in whose body nothing shows that Abort stops the chain.
func (f *Func) ownMethod(common *ssa.CallCommon) bool {
	callee := common.StaticCallee()
	if callee == nil || callee.Synthetic != "" && callee.Object() == nil {
		return false
	}
	if Source(callee).Blocks != nil && Source(callee).Synthetic == "" {
		recv := callee.Signature.Recv()
		return recv == nil || ContextOf(recv.Type()) == nil
	}
	obj, _ := callee.Object().(*types.Func)
	return obj != nil && callee.Blocks == nil && api.Lookup(obj) == nil && f.program.Known != nil && f.program.Known(callee)
}

// ofCode reads a call of code that no table knows: a function with a body or a summary, or one that cannot be seen.
func (f *Func) ofCode(common *ssa.CallCommon, root int32) Event {
	callee := f.Callee(common)
	if callee == nil {
		return f.ofDynamic(common, root)
	}
	e := Event{Kind: CallKnown, Callee: callee, Input: -1, Call: common}
	if root == NoResponse {
		return e
	}
	most := Nothing
	for i, arg := range Inputs(common) {
		if f.Root(arg) != root {
			continue
		}
		if p := PowerOf(inputType(callee, i)); p > most || e.Input < 0 {
			e.Input, most = i, max(p, most)
		}
	}
	e.Power = most
	return e
}

// ofDynamic reads a call through an interface or a function value.
func (f *Func) ofDynamic(common *ssa.CallCommon, root int32) Event {
	p := f.given(common, root)
	if p == Nothing {
		if fn := f.program.Sole(common); fn != nil && common.Signature().Results().Len() > 0 {
			return Event{Kind: CallEach, Callees: []*ssa.Function{fn}, Open: true, Input: -1, Call: common}
		}
		return Event{Call: common}
	}
	e := Event{Kind: CallUnseen, Power: p, Call: common}
	var callees []*ssa.Function
	open := true
	if common.IsInvoke() {
		callees, open = f.program.Implements(common.Value.Type(), common.Method)
		if fn := f.program.Sole(common); fn != nil && len(callees) == 0 {
			callees = []*ssa.Function{fn}
		}
	} else {
		callees, open = f.program.Functions(common.Value)
	}
	if len(callees) == 0 || len(callees) > maxImplementations {
		return e
	}
	args := common.Args
	if common.IsInvoke() {
		args = Inputs(common)
	}
	for i, arg := range args {
		if f.Root(arg) == root {
			e.Kind, e.Callees, e.Open, e.Input = CallEach, callees, open, i
			if Answers(arg.Type()) {
				break
			}
		}
	}
	return e
}

// Into is a call of several functions as one of them sees it: what is bound to a method that is called as a value is not known, and
// the value stands for it.
func (e Event) Into(callee *ssa.Function) Event {
	e.Callee = callee
	if e.Call.IsInvoke() {
		return e
	}
	if callee.Signature.Recv() != nil && len(e.Call.Args) == callee.Signature.Params().Len() {
		e.bound = true
		e.Input++
	}
	return e
}

// Inputs lists what the call gives its callee.
func (e Event) Inputs() []ssa.Value {
	if e.bound {
		return append([]ssa.Value{e.Call.Value}, e.Call.Args...)
	}
	return Inputs(e.Call)
}

// maxImplementations is how many methods a call through an interface is followed into.
const maxImplementations = 16

// Callee finds the function that a call runs: static, a closure called in place, or one kept in a local variable.
func (f *Func) Callee(common *ssa.CallCommon) *ssa.Function {
	if common.IsInvoke() {
		return nil
	}
	if fn := common.StaticCallee(); fn != nil {
		return Source(fn)
	}
	if mc := f.closure(common.Value); mc != nil {
		return Source(mc.Fn.(*ssa.Function))
	}
	return nil
}

// closure finds the closure that a local variable holds.
func (f *Func) closure(v ssa.Value) *ssa.MakeClosure {
	switch v := v.(type) {
	case *ssa.MakeClosure:
		return v
	case *ssa.ChangeType:
		return f.closure(v.X)
	case *ssa.UnOp:
		if alloc, ok := v.X.(*ssa.Alloc); ok {
			if store := f.only(alloc); store != nil {
				return f.closure(store.Val)
			}
		}
	}
	return nil
}

// Source maps a bound method or an instance of a generic function to the function that was written.
func Source(fn *ssa.Function) *ssa.Function {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if fn.Synthetic != "" && fn.Object() != nil {
		if obj, ok := fn.Object().(*types.Func); ok {
			if written := Declared(fn.Prog, obj.Origin()); written != nil {
				return written
			}
		}
	}
	return fn
}

// Inputs lists what a call gives its callee: the arguments, then what a closure has captured. For a bound method the
// receiver comes first, and so it does for a call through an interface.
func Inputs(common *ssa.CallCommon) []ssa.Value {
	args := common.Args
	if common.IsInvoke() {
		return append([]ssa.Value{common.Value}, args...)
	}
	if mc := closureOf(common.Value); mc != nil {
		fn := mc.Fn.(*ssa.Function)
		if Source(fn) != fn && len(mc.Bindings) == 1 {
			return append([]ssa.Value{mc.Bindings[0]}, args...)
		}
		return append(args[:len(args):len(args)], mc.Bindings...)
	}
	return args
}

// captured is the type of the variable that a closure has captured: of what it points to, but for the receiver of a bound
// method, which is captured as it is.
func captured(v *ssa.FreeVar) types.Type {
	if p, ok := v.Type().Underlying().(*types.Pointer); ok && v.Parent().Synthetic == "" {
		return p.Elem()
	}
	return v.Type()
}

// boundReceiver is the receiver of a method value that is called: set := h.Set; set(…).
func boundReceiver(common *ssa.CallCommon) ssa.Value {
	mc := closureOf(common.Value)
	if mc == nil || len(mc.Bindings) != 1 || mc.Fn.(*ssa.Function).Synthetic == "" {
		return nil
	}
	return mc.Bindings[0]
}

func closureOf(v ssa.Value) *ssa.MakeClosure {
	switch v := v.(type) {
	case *ssa.MakeClosure:
		return v
	case *ssa.ChangeType:
		return closureOf(v.X)
	case *ssa.UnOp:
		if alloc, ok := v.X.(*ssa.Alloc); ok {
			if store := OnlyStore(alloc); store != nil {
				return closureOf(store.Val)
			}
		}
	}
	return nil
}

func inputType(fn *ssa.Function, i int) types.Type {
	sig := fn.Signature
	if recv := sig.Recv(); recv != nil {
		if i == 0 {
			return recv.Type()
		}
		i--
	}
	if i < sig.Params().Len() {
		return sig.Params().At(i).Type()
	}
	if j := i - sig.Params().Len(); j < len(fn.FreeVars) {
		return captured(fn.FreeVars[j])
	}
	return types.Typ[types.Invalid]
}

// given is the most that code which cannot be seen can do to the response with what the call gives it.
func (f *Func) given(common *ssa.CallCommon, root int32) Power {
	if root == NoResponse {
		return Nothing
	}
	most := Nothing
	sig := common.Signature()
	for i, arg := range common.Args {
		if f.Root(arg) != root {
			continue
		}
		t := arg.Type()
		if !common.IsInvoke() && sig.Recv() != nil {
			i--
		}
		if i >= 0 && i < sig.Params().Len() {
			t = sig.Params().At(i).Type()
		}
		most = max(most, PowerOf(t))
	}
	if f.Root(common.Value) == root && !(common.IsInvoke() && asks(sig)) {
		most = max(most, PowerOf(common.Value.Type()))
	}
	return most
}

// Binding is what a closure has captured.
func Binding(v *ssa.FreeVar) ssa.Value {
	what, _ := Captured(v)
	return what
}

// Captured is what a closure has captured, and where it is made; nil if that is nowhere to be seen.
func Captured(v *ssa.FreeVar) (what ssa.Value, by *ssa.MakeClosure) {
	i := slices.Index(v.Parent().FreeVars, v)
	if refs := v.Parent().Referrers(); refs != nil {
		for _, ref := range *refs {
			if mc, ok := ref.(*ssa.MakeClosure); ok && mc.Fn == v.Parent() {
				return mc.Bindings[i], mc
			}
		}
	}
	return nil, nil
}
