package event

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Place names where a value stands, in one function: a register or parameter (Base), and the way from it: "*" follows
// a pointer, ".2" enters field 2, "#1" is result 1, "len" the length. Two reads of one place that nothing in the function
// writes have one name, so that conditions on them correlate.
type Place struct {
	Base int32
	Path string
}

// NoPlace is the name of a value that has none (a constant).
var NoPlace = Place{Base: -1}

// Then goes on from p; nothing is reached from a constant.
func (p Place) Then(path string) Place {
	if p == NoPlace {
		return p
	}
	return Place{p.Base, p.Path + path}
}

// Func is one function, with its values numbered: parameters first, then captured variables, then the others by need.
type Func struct {
	*ssa.Function
	values  []ssa.Value
	number  map[ssa.Value]int32
	stored  map[Place]bool // places that the function writes
	single  map[*ssa.Alloc]*ssa.Store
	roots   map[ssa.Value]int32
	looking map[ssa.Value]bool
	wraps   Wraps
	program *Program
}

// Wraps tells which parameter of fn its first result wraps as a response; -1 for none.
type Wraps func(fn *ssa.Function) int

// NewFunc numbers the values of fn.
func NewFunc(program *Program, fn *ssa.Function, wraps Wraps) *Func {
	f := &Func{Function: fn, number: make(map[ssa.Value]int32), stored: make(map[Place]bool),
		single: make(map[*ssa.Alloc]*ssa.Store), roots: make(map[ssa.Value]int32), looking: make(map[ssa.Value]bool), wraps: wraps, program: program}
	for _, p := range fn.Params {
		f.num(p)
	}
	for _, v := range fn.FreeVars {
		f.num(v)
	}
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			if store, ok := instr.(*ssa.Store); ok && !f.Once(store.Addr) {
				f.stored[f.Content(store.Addr)] = true
			}
		}
	}
	return f
}

// Inputs is the number of parameters and captured variables: the places that a caller knows.
func (f *Func) Inputs() int32 { return int32(len(f.Params) + len(f.FreeVars)) }

// Value returns the value numbered n.
func (f *Func) Value(n int32) ssa.Value { return f.values[n] }

func (f *Func) num(v ssa.Value) int32 {
	n, ok := f.number[v]
	if !ok {
		n = int32(len(f.values))
		f.number[v] = n
		f.values = append(f.values, v)
	}
	return n
}

// Place names the value v; NoPlace for a constant.
func (f *Func) Place(v ssa.Value) Place {
	switch v := v.(type) {
	case *ssa.Const:
		return NoPlace
	case *ssa.MakeInterface:
		return f.Place(v.X)
	case *ssa.ChangeInterface:
		return f.Place(v.X)
	case *ssa.ChangeType:
		return f.Place(v.X)
	case *ssa.Convert:
		if isInteger(v.X.Type()) && isInteger(v.Type()) {
			return f.Place(v.X)
		}
	case *ssa.TypeAssert:
		if !v.CommaOk {
			return f.Place(v.X)
		}
	case *ssa.Extract:
		if ta, ok := v.Tuple.(*ssa.TypeAssert); ok && v.Index == 0 {
			return f.Place(ta.X)
		}
		return Place{f.num(v.Tuple), "#" + strconv.Itoa(v.Index)}
	case *ssa.Field:
		return f.Place(v.X).Then(fmt.Sprintf(".%d", v.Field))
	case *ssa.Call:
		if same := f.Same(v); same != v {
			return f.Place(same)
		}
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
			if p := f.Place(v.Call.Args[0]); p != NoPlace {
				return p.Then("len")
			}
		}
		if p, ok := f.question(v); ok {
			return p
		}
		if v.Call.Signature().Results().Len() == 1 {
			return Place{f.num(v), "#0"}
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return f.load(v)
		}
	}
	return Place{f.num(v), ""}
}

// isQuestion reports whether a method answers the same to the same question, as long as nobody changes the request. It is asked of each
// call on each path: to write a function out would cost more than all else.
func isQuestion(fn *ssa.Function) bool {
	if fn == nil || fn.Signature.Recv() == nil {
		return false
	}
	t := fn.Signature.Recv().Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	switch of := n.Obj(); fn.Name() {
	case "Get":
		return of.Name() == "Header" && of.Pkg().Path() == "net/http" || of.Name() == "Values" && of.Pkg().Path() == "net/url"
	case "FormValue", "PostFormValue", "PathValue":
		return of.Name() == "Request" && of.Pkg().Path() == "net/http"
	}
	return false
}

// AsksStatus reports whether a call asks something for its status, by a method of an interface that says so in its name: StatusCode,
// HTTPStatus, Code.
func AsksStatus(common *ssa.CallCommon) bool {
	sig := common.Signature()
	return common.IsInvoke() && sig.Params().Len() == 0 && sig.Results().Len() == 1 && isInteger(sig.Results().At(0).Type()) &&
		TellsStatus(common.Method.Name())
}

// TellsStatus reports whether a method is called after a status.
func TellsStatus(name string) bool {
	lower := strings.ToLower(name)
	return strings.Contains(lower, "status") || strings.HasSuffix(lower, "code")
}

// Question splits a path that ends in a question for a status.
func Question(path string) (base, method string, ok bool) {
	i := strings.LastIndexByte(path, '#')
	if i < 0 || !strings.HasSuffix(path, "()") {
		return "", "", false
	}
	return path[:i], strings.TrimSuffix(path[i+1:], "()"), true
}

// question names the answer to a question on a place by both, so that asking twice gives one place.
func (f *Func) question(call *ssa.Call) (Place, bool) {
	if call.Call.IsInvoke() {
		p := f.Place(call.Call.Value)
		if p == NoPlace || !AsksStatus(call.Common()) || f.Root(call.Call.Value) != NoResponse {
			return Place{}, false
		}
		return p.Then("#" + call.Call.Method.Name() + "()"), true
	}
	fn := call.Call.StaticCallee()
	if len(call.Call.Args) != 2 || !isQuestion(fn) {
		return Place{}, false
	}
	c, ok := call.Call.Args[1].(*ssa.Const)
	p := f.Place(call.Call.Args[0])
	if !ok || c.Value == nil || p == NoPlace || f.Root(call.Call.Args[0]) != NoResponse {
		return Place{}, false
	}
	return p.Then("#" + fn.Name() + c.Value.ExactString()), true
}

// load names what is read through a pointer: its source if nothing writes there, else the read itself.
func (f *Func) load(v *ssa.UnOp) Place {
	if alloc, ok := v.X.(*ssa.Alloc); ok {
		if store := f.only(alloc); store != nil {
			return f.Place(store.Val)
		}
	}
	content := f.Content(v.X)
	if f.Fixed(content) {
		return content
	}
	return Place{f.num(v), ""}
}

// Content names what the pointer addr points at.
func (f *Func) Content(addr ssa.Value) Place {
	switch addr := addr.(type) {
	case *ssa.FieldAddr:
		return f.Content(addr.X).Then(fmt.Sprintf(".%d", addr.Field))
	case *ssa.IndexAddr:
		if k, ok := addr.Index.(*ssa.Const); ok {
			return f.Content(addr.X).Then("[" + k.Value.ExactString() + "]")
		}
		return Place{f.num(addr), "*"}
	case *ssa.MakeInterface:
		return f.Content(addr.X)
	case *ssa.ChangeType:
		return f.Content(addr.X)
	case *ssa.Call:
		if same := f.Same(addr); same != addr {
			return f.Content(same)
		}
	case *ssa.Alloc:
		if store := f.only(addr); store != nil {
			return f.Place(store.Val)
		}
	}
	return f.Place(addr).Then("*")
}

// Fixed reports whether nothing in the function writes to the place p or to what encloses it. What is reached from a
// local variable is never fixed: whoever has its address may write.
func (f *Func) Fixed(p Place) bool {
	if p == NoPlace {
		return false
	}
	switch f.values[p.Base].(type) {
	case *ssa.Alloc, *ssa.IndexAddr:
		return false
	}
	if f.stored[p] {
		return false
	}
	for i := len(p.Path) - 1; i > 0; i-- {
		if (p.Path[i] == '.' || p.Path[i] == '*') && f.stored[Place{p.Base, p.Path[:i]}] {
			return false
		}
	}
	return true
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// Register is the number of the register that v is.
func (f *Func) Register(v ssa.Value) int32 { return f.num(v) }

// StoredInputs lists the places reached from the inputs that the function writes, in order.
func (f *Func) StoredInputs() []Place {
	var places []Place
	for p := range f.stored {
		if p.Base >= 0 && p.Base < f.Inputs() {
			places = append(places, p)
		}
	}
	slices.SortFunc(places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(a.Base, b.Base), cmp.Compare(a.Path, b.Path))
	})
	return places
}
