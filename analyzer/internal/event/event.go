package event

import (
	"go/constant"
	"go/types"
	"net/textproto"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// Kind says what an instruction does to a response.
type Kind uint8

const (
	Nothing_  Kind = iota // nothing to this response
	Commit                // sends the status and the headers
	Write                 // writes to the body, and so sends what is pending
	SetHeader             // sets or adds a header
	DelHeader
	Clear     // wipes the headers
	CopyAll   // copies a header map of unknown content onto the response
	CallKnown // calls a function of which a summary may be had
	CallUnseen
	HandOn // gives the response to the next handler
	Hijack
	Upgrade
	Exit     // never returns
	Ask      // asks whether, or with which status, the response was committed
	Remember // stores a status on the request, for a later Commit that is FromRequest
)

// Event is what one instruction does to one response.
type Event struct {
	Kind Kind
	Row  *api.Call
	Call *ssa.CallCommon // the call, where it is one

	Status      ssa.Value // the status, where it is an argument
	Code        int       // the status, where the call fixes it
	Early       bool      // Write: its failure may come before the first byte
	Held        bool      // Write: the bytes may wait in a buffer
	FromRequest bool      // Commit: the status is what was remembered, or 200
	HasStatus   bool      // Commit and Write: the call names a status

	Name  ssa.Value // the header's name, where it is an argument
	Fixed string    // the header's name, where the call fixes it
	Value ssa.Value // the header's value; nil if it cannot be named
	Empty bool      // the header's value is certainly nothing

	Callee *ssa.Function // CallKnown
	Input  int           // CallKnown: which input of the callee the response goes into; -1 if it is not given it
	Power  Power         // CallUnseen: the most that the code can do to the response
}

// Of tells what instr does to the response that input root of f leads to; with NoResponse, only what it calls.
func (f *Func) Of(instr ssa.Instruction, root int32) Event {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		return f.ofIndex(instr, root)
	case *ssa.Call:
		return f.ofCommon(instr.Common(), root)
	}
	return Event{}
}

// OfDeferred tells what a deferred call does when it is run.
func (f *Func) OfDeferred(instr *ssa.Defer, root int32) Event {
	return f.ofCommon(instr.Common(), root)
}

// OfGo tells what a go statement does: another goroutine writes when it likes, so what it is given is unseen.
func (f *Func) OfGo(instr *ssa.Go, root int32) Event {
	if p := f.given(instr.Common(), root); p != Nothing {
		return Event{Kind: CallUnseen, Power: p, Call: instr.Common()}
	}
	return Event{}
}

// ofIndex reads h["Www-Authenticate"] = []string{…}.
func (f *Func) ofIndex(instr *ssa.MapUpdate, root int32) Event {
	if root == NoResponse || f.Root(instr.Map) != root || PowerOf(instr.Map.Type()) != Headers {
		return Event{}
	}
	e := Event{Kind: SetHeader, Name: instr.Key}
	if c, ok := instr.Value.(*ssa.Const); ok && c.IsNil() {
		e.Kind = DelHeader
		return e
	}
	if elements := Elements(instr.Value); len(elements) > 0 {
		e.Value = elements[0]
	}
	return e
}

func (f *Func) ofCommon(common *ssa.CallCommon, root int32) Event {
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" && root != NoResponse && f.Root(common.Args[0]) == root && PowerOf(common.Args[0].Type()) == Headers {
			return Event{Kind: DelHeader, Name: common.Args[1], Call: common}
		}
		if b.Name() == "clear" && root != NoResponse && f.Root(common.Args[0]) == root && PowerOf(common.Args[0].Type()) == Headers {
			return Event{Kind: Clear, Call: common}
		}
		return Event{}
	}
	row := RowOf(common)
	if chained(common) {
		return Event{Kind: Exit, Call: common}
	}
	if row == nil || f.ownMethod(common) {
		return f.ofCode(common, root)
	}
	if row.Does&api.Exits != 0 {
		return Event{Kind: Exit, Row: row, Call: common}
	}
	if row.Does&api.StoresOnRequest != 0 {
		return Event{Kind: Remember, Row: row, Call: common, Status: Operand(common, row.Status)}
	}
	if root == NoResponse || row.On == api.None {
		return Event{Row: row, Call: common}
	}
	target := Operand(common, row.On)
	if target == nil || f.Root(target) != root {
		return Event{Row: row, Call: common}
	}
	return f.ofRow(common, row, target)
}

// ofRow reads a call on the response itself by its row.
func (f *Func) ofRow(common *ssa.CallCommon, row *api.Call, target ssa.Value) Event {
	e := Event{Row: row, Call: common, Status: Operand(common, row.Status), Code: row.Code, Early: row.Does&api.Early != 0,
		Name: Operand(common, row.Name), Fixed: row.Header, Value: Operand(common, row.Value)}
	does := row.Does
	e.Held = does&(api.Holds|api.Flushes) != 0 || buffered(target)
	e.FromRequest = does&api.StatusFromRequest != 0
	switch {
	case does&api.Asks != 0:
		e.Kind = Ask
	case does&api.Commits != 0:
		e.Kind, e.HasStatus = Commit, true
	case does&api.Writes != 0:
		e.Kind = Write
	case does&(api.Sets|api.Adds) != 0:
		e.Kind = SetHeader
	case does&api.Deletes != 0:
		e.Kind = DelHeader
	case does&api.Clears != 0:
		e.Kind = Clear
	case does&api.Copies != 0:
		e.Kind = CopyAll
	case does&api.HandsOn != 0:
		e.Kind = HandOn
	case does&api.Hijacks != 0:
		e.Kind = Hijack
	case does&api.Upgrades != 0:
		e.Kind = Upgrade
	}
	return e
}

// buffered reports whether a writer keeps what it is given for later.
func buffered(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return buffered(v.X)
	case *ssa.ChangeInterface:
		return buffered(v.X)
	case *ssa.Extract:
		return v.Index == 0 && buffered(v.Tuple)
	case *ssa.Call:
		row := RowOf(v.Common())
		return row != nil && row.Does&api.Buffers != 0
	}
	return false
}

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
// body decides and not the table.
func (f *Func) ownMethod(common *ssa.CallCommon) bool {
	callee := common.StaticCallee()
	return callee != nil && Source(callee).Blocks != nil
}

// RowOf finds what is known of a call. A method of something that answers, or writes, means what the interface of the
// standard library means by it, whoever declares the method.
func RowOf(common *ssa.CallCommon) *api.Call {
	if common.IsInvoke() {
		if row := api.Lookup(common.Method); row != nil {
			return row
		}
		return ofInterfaces(common.Value.Type(), common.Method)
	}
	callee := common.StaticCallee()
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

func ofInterfaces(t types.Type, method *types.Func) *api.Call {
	if !Answers(t) {
		if method.Name() == "Write" && PowerOf(t) == Body {
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

// ofCode reads a call of code that no table knows: a function with a body or a summary, or one that cannot be seen.
func (f *Func) ofCode(common *ssa.CallCommon, root int32) Event {
	callee := f.Callee(common)
	if callee == nil {
		if p := f.given(common, root); p != Nothing {
			return Event{Kind: CallUnseen, Power: p, Call: common}
		}
		return Event{Call: common}
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
			if written := fn.Prog.FuncValue(obj.Origin()); written != nil {
				return written
			}
		}
	}
	return fn
}

// Inputs lists what a call gives its callee: the arguments, then what a closure has captured. For a bound method the
// receiver comes first.
func Inputs(common *ssa.CallCommon) []ssa.Value {
	args := common.Args
	if mc := closureOf(common.Value); mc != nil {
		fn := mc.Fn.(*ssa.Function)
		if fn.Synthetic != "" && len(mc.Bindings) == 1 {
			return append([]ssa.Value{mc.Bindings[0]}, args...)
		}
		return append(args[:len(args):len(args)], mc.Bindings...)
	}
	return args
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
	if i < len(fn.Params) {
		return fn.Params[i].Type()
	}
	if j := i - len(fn.Params); j < len(fn.FreeVars) {
		return fn.FreeVars[j].Type().Underlying().(*types.Pointer).Elem()
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

// Canonical is the canonical spelling of a constant header name, and whether v is one.
func Canonical(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return textproto.CanonicalMIMEHeaderKey(constant.StringVal(c.Value)), true
}

// Ranged reports whether v is the key of a loop over a header map, such as the headers of an upstream response.
func Ranged(v ssa.Value) bool {
	x, ok := v.(*ssa.Extract)
	if !ok {
		return false
	}
	next, ok := x.Tuple.(*ssa.Next)
	if !ok {
		return false
	}
	r, ok := next.Iter.(*ssa.Range)
	return ok && PowerOf(r.X.Type()) == Headers
}

// Upstream reports whether v is the status of a response that this program has received as a client.
func Upstream(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	return ok && bare(addr.X.Type()) == "net/http.Response"
}
