package event

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// NoResponse is the root of a value that leads to no response of the function.
const NoResponse int32 = -1

// Root returns the input of the function (the number of a parameter or captured variable) whose response the value v is,
// wraps, holds, or is the header map of; NoResponse if it is none, or not one.
func (f *Func) Root(v ssa.Value) int32 {
	if root, ok := f.roots[v]; ok {
		return root
	}
	if f.looking[v] {
		return NoResponse // a loop: the other edges decide
	}
	f.looking[v] = true
	root := f.root(v)
	delete(f.looking, v)
	if len(f.looking) == 0 || root != NoResponse {
		f.roots[v] = root // inside a loop, "none" may be only for now
	}
	return root
}

func (f *Func) root(v ssa.Value) int32 {
	if t := v.Type(); IsError(t) || bare(t) == "context.Context" {
		return NoResponse // they never lead back to it
	}
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.FreeVar:
		t := v.Type()
		if fv, ok := v.(*ssa.FreeVar); ok {
			t = captured(fv)
		}
		if PowerOf(t) != Nothing {
			return f.num(v)
		}
	case *ssa.Const, *ssa.Global, *ssa.Function, *ssa.Builtin:
	case *ssa.MakeInterface:
		return f.Root(v.X)
	case *ssa.ChangeInterface:
		return f.Root(v.X)
	case *ssa.ChangeType:
		return f.Root(v.X)
	case *ssa.Convert:
		return f.Root(v.X)
	case *ssa.TypeAssert:
		return f.Root(v.X)
	case *ssa.Slice:
		return f.Root(v.X)
	case *ssa.Extract:
		if v.Index == 0 {
			return f.Root(v.Tuple)
		}
		if call, ok := v.Tuple.(*ssa.Call); ok && PowerOf(v.Type()) == All {
			return f.ofCall(call)
		}
	case *ssa.Field:
		if leads(v.Type()) {
			return f.Root(v.X)
		}
	case *ssa.FieldAddr:
		if p, ok := v.Type().Underlying().(*types.Pointer); ok && PowerOf(p.Elem()) != Nothing { // the request in a context is none
			return f.Root(v.X)
		}
	case *ssa.UnOp:
		if v.Op == token.MUL && leads(v.Type()) {
			return f.Root(v.X)
		}
	case *ssa.Alloc:
		return f.ofStores(v, 0)
	case *ssa.Phi:
		return f.ofEdges(v.Edges)
	case *ssa.MakeClosure:
		return f.ofEdges(v.Bindings)
	case *ssa.Call:
		return f.ofCall(v)
	}
	return NoResponse
}

// Waits reports whether the response that an input leads to leaves only when the handler has returned.
func (f *Func) Waits(root int32) bool {
	if root == NoResponse {
		return false
	}
	t := f.Value(root).Type()
	if v, ok := f.Value(root).(*ssa.FreeVar); ok {
		t = captured(v)
	}
	c := ContextOf(t)
	return c != nil && c.Waits
}

// leads reports whether a value of type t, read out of something that leads to a response, may still lead there.
func leads(t types.Type) bool {
	p := PowerOf(t)
	if p == All {
		iface, ok := t.Underlying().(*types.Interface)
		return !ok || iface.NumMethods() > 0
	}
	return p != Nothing
}

// ofEdges is the first root among several values of which any may be meant.
func (f *Func) ofEdges(values []ssa.Value) int32 {
	for _, v := range values {
		if root := f.Root(v); root != NoResponse {
			return root
		}
	}
	return NoResponse
}

// ofStores finds the response that is stored in a variable, or in a field of it.
func (f *Func) ofStores(addr ssa.Value, depth int) int32 {
	if addr.Referrers() == nil || depth > maxDepth {
		return NoResponse
	}
	for _, ref := range *addr.Referrers() {
		root := NoResponse
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr && leads(ref.Val.Type()) {
				root = f.Root(ref.Val)
			}
		case *ssa.FieldAddr:
			root = f.ofStores(ref, depth+1)
		case *ssa.IndexAddr:
			root = f.ofStores(ref, depth+1)
		}
		if root != NoResponse {
			return root
		}
	}
	return NoResponse
}

// ofCall finds the response that the result of a call wraps, or whose header map it is.
func (f *Func) ofCall(call *ssa.Call) int32 {
	common := call.Common()
	if common.IsInvoke() {
		if f.headerOf(common) {
			return f.Root(common.Value)
		}
		if row := RowOf(common); row != nil && row.Does&(api.Wraps|api.Buffers|api.GivesHeader) != 0 {
			return f.Root(Operand(common, row.On))
		} else if row != nil && ContextOf(common.Value.Type()) != nil {
			return NoResponse
		}
		if PowerOf(call.Type()) != Nothing {
			return f.Root(common.Value) // c.Response() of an interface that holds one
		}
		return NoResponse
	}
	callee := Static(common)
	if callee == nil {
		return f.ofUnseen(call)
	}
	obj, _ := callee.Object().(*types.Func)
	if row := api.Lookup(obj); row != nil {
		if row.Does&(api.Wraps|api.Buffers|api.GivesHeader) != 0 {
			return f.Root(Operand(common, row.On))
		}
		return NoResponse
	}
	if recv := callee.Signature.Recv(); recv != nil && callee.Name() == "Header" && bare(call.Type()) == "net/http.Header" && Answers(recv.Type()) {
		return f.Root(common.Args[0])
	}
	if i := f.wraps(callee); i >= 0 && i < len(common.Args) {
		return f.Root(common.Args[i])
	}
	if callee.Blocks == nil {
		return f.ofUnseen(call)
	}
	return NoResponse
}

// ofUnseen supposes that code which cannot be seen, given a response and answering with one, has wrapped it.
func (f *Func) ofUnseen(call *ssa.Call) int32 {
	t := call.Type()
	if tuple, ok := t.(*types.Tuple); ok {
		if tuple.Len() == 0 {
			return NoResponse
		}
		t = tuple.At(0).Type()
	}
	if p := PowerOf(t); p == Nothing || p == All && !leads(t) {
		return NoResponse
	}
	for _, arg := range call.Call.Args {
		if p := PowerOf(arg.Type()); p == All || p == Body {
			if root := f.Root(arg); root != NoResponse {
				return root
			}
		}
	}
	return NoResponse
}

// headerOf reports whether the call is Header() of something that answers.
func (f *Func) headerOf(common *ssa.CallCommon) bool {
	return common.Method.Name() == "Header" && len(common.Args) == 0 && bare(common.Signature().Results().At(0).Type()) == "net/http.Header"
}

// Operand returns the operand of a call that a names; nil if the call has none such.
func Operand(common *ssa.CallCommon, a api.Arg) ssa.Value {
	args := common.Args
	if common.IsInvoke() {
		if a == api.Recv {
			return common.Value
		}
	} else if bound := boundReceiver(common); bound != nil {
		if a == api.Recv {
			return bound
		}
	} else if common.Signature().Recv() != nil {
		a++ // the receiver is argument 0 of a static call
	}
	if a < 0 || int(a) >= len(args) {
		return nil
	}
	return args[a]
}

// WrapsOf finds which parameter the first result of fn wraps, by its returns; -1 for none.
func WrapsOf(f *Func) int {
	if f.Signature.Results().Len() == 0 {
		return -1
	}
	t := f.Signature.Results().At(0).Type()
	if p := PowerOf(t); p == Nothing || p == All && !leads(t) {
		return -1
	}
	for _, block := range f.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok {
			if root := f.Root(ret.Results[0]); root != NoResponse && int(root) < len(f.Params) {
				return int(root)
			}
		}
	}
	return -1
}
