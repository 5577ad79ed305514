package event

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// Buffered reports whether a writer keeps what it is given for later, or hands it to one that does.
func Buffered(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return Buffered(v.X)
	case *ssa.ChangeInterface:
		return Buffered(v.X)
	case *ssa.Extract:
		return v.Index == 0 && Buffered(v.Tuple)
	case *ssa.Call:
		row := RowOf(v.Common())
		if row != nil && row.Does&api.Wraps != 0 {
			inner := Operand(v.Common(), row.On)
			return inner != nil && Buffered(inner)
		}
		return row != nil && row.Does&api.Buffers != 0
	}
	return false
}

// RowOf finds what is known of a call. A method of something that answers, or writes, means what the interface of the
// standard library means by it, whoever declares the method.
func RowOf(common *ssa.CallCommon) *api.Call {
	if common.IsInvoke() {
		if row := ofReceiver(common.Value.Type(), common.Method.Name()); row != nil {
			return row // gin.ResponseWriter.WriteHeader is declared by net/http and means something else here
		}
		if row := api.Lookup(common.Method); row != nil {
			return row
		}
		return ofInterfaces(common.Value.Type(), common.Method)
	}
	callee := Static(common)
	if callee == nil {
		return nil
	}
	obj, _ := callee.Object().(*types.Func)
	if obj == nil {
		return nil
	}
	if row := api.Lookup(obj); row != nil {
		return row
	}
	if recv := obj.Signature().Recv(); recv != nil && callee.Blocks == nil {
		return ofInterfaces(recv.Type(), obj)
	}
	return nil
}

// ofReceiver is what a row says of a method by the static type that it is called on.
func ofReceiver(t types.Type, method string) *api.Call {
	named := bare(t)
	i := strings.LastIndexByte(named, '.')
	if i < 0 {
		return nil
	}
	return api.LookupMethod(named[:i], named[i+1:], method)
}

func ofInterfaces(t types.Type, method *types.Func) *api.Call {
	if !Answers(t) {
		if method.Name() == "Write" && PowerOf(t) == Body && writesBytes(method.Signature()) {
			return api.LookupMethod("io", "Writer", "Write")
		}
		return nil
	}
	switch method.Name() {
	case "WriteHeader", "Write", "Header":
		return api.LookupMethod("net/http", "ResponseWriter", method.Name())
	case "WriteString":
		return api.LookupMethod("io", "StringWriter", "WriteString")
	case "ReadFrom":
		return api.LookupMethod("io", "ReaderFrom", "ReadFrom")
	case "Flush":
		return api.LookupMethod("net/http", "Flusher", "Flush")
	case "Hijack":
		return api.LookupMethod("net/http", "Hijacker", "Hijack")
	case "Push":
		return api.LookupMethod("net/http", "Pusher", "Push")
	}
	return nil
}

// Static is the function that a call names, or the method whose value a local variable holds.
func Static(common *ssa.CallCommon) *ssa.Function {
	if fn := common.StaticCallee(); fn != nil {
		return fn
	}
	if common.IsInvoke() {
		return nil
	}
	if mc := closureOf(common.Value); mc != nil {
		return mc.Fn.(*ssa.Function)
	}
	return nil
}

// writesBytes reports whether a method is that of io.Writer.
func writesBytes(sig *types.Signature) bool {
	return sig.Params().Len() == 1 && sig.Results().Len() == 2 && types.Identical(sig.Params().At(0).Type(), types.NewSlice(types.Typ[types.Byte]))
}
