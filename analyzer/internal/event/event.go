package event

import (
	"go/constant"

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
	CopyAll   // copies a header map of unknown content onto the response, or lets a hook do what it likes with it
	CallKnown // calls a function of which a summary may be had
	CallEach  // calls one of several functions of the package, through an interface
	CallUnseen
	HandOn // gives the response to the next handler
	Hijack
	Upgrade
	Exit     // never returns
	Ask      // asks whether, or with which status, the response was committed
	Remember // stores a status on the request, for a later Commit that is FromRequest
	Store    // stores a status on the response: it leaves with the first byte, or when the handler has returned
	Fail     // answers by itself when it fails
	Stop     // nothing but to abort the chain of handlers
)

// Event is what one instruction does to one response.
type Event struct {
	Kind Kind
	Row  *api.Call
	Call *ssa.CallCommon // the call, where it is one

	Status      ssa.Value // the status, where it is an argument
	Carrier     ssa.Value // Commit: the error whose status it sends
	Code        int       // the status, where the call fixes it
	Early       bool      // Commit and Write: its failure may come before the first byte
	Held        bool      // Write: the bytes may wait in a buffer
	FromRequest bool      // Commit: the status is what was remembered, or 200
	HasStatus   bool      // Commit and Write: the call names a status
	Waits       bool      // Write: nothing leaves before the handler has returned
	Aborts      bool      // the handlers after this one will not run
	Clears      bool      // all headers set before are lost
	Ends        bool      // Commit: it never returns

	Name  ssa.Value // the header's name, where it is an argument
	Fixed string    // the header's name, where the call fixes it
	Value ssa.Value // the header's value, or the map that CopyAll and some Commits copy; nil if it cannot be named
	Empty bool      // the header's value is certainly nothing

	Callee  *ssa.Function   // CallKnown
	Callees []*ssa.Function // CallEach; see [Event.Into]
	Open    bool            // CallEach: or others that cannot be seen
	Input   int             // CallKnown: which input of the callee the response goes into; -1 if it is not given it
	Power   Power           // CallUnseen: the most that the code can do to the response
	bound   bool            // CallKnown: the callee is a method whose receiver is bound to the value that is called
}

// Of tells what instr does to the response that input root of f leads to; with NoResponse, only what it calls.
func (f *Func) Of(instr ssa.Instruction, root int32) Event {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		return f.ofIndex(instr, root)
	case *ssa.Store:
		return f.ofField(instr, root)
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

// ofField reads c.Ctx.Output.Status = 401.
func (f *Func) ofField(instr *ssa.Store, root int32) Event {
	at, ok := instr.Addr.(*ssa.FieldAddr)
	if !ok || root == NoResponse {
		return Event{}
	}
	c := ContextOf(at.X.Type())
	if c == nil || c.StatusField == "" || Addressed(at) != c.StatusField || f.Root(at.X) != root {
		return Event{}
	}
	return Event{Kind: Store, Status: instr.Val, HasStatus: true}
}

func (f *Func) ofCommon(common *ssa.CallCommon, root int32) Event {
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" && spelt(common.Args[1]) && root != NoResponse && f.Root(common.Args[0]) == root && PowerOf(common.Args[0].Type()) == Headers {
			return Event{Kind: DelHeader, Name: common.Args[1], Call: common}
		}
		if b.Name() == "clear" && root != NoResponse && f.Root(common.Args[0]) == root && PowerOf(common.Args[0].Type()) == Headers {
			return Event{Kind: Clear, Clears: true, Call: common}
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
	if row.Does&api.Exits != 0 && row.Does&api.Commits == 0 {
		return Event{Kind: Exit, Row: row, Call: common}
	}
	if row.Does&api.StoresOnRequest != 0 {
		return Event{Kind: Remember, Row: row, Call: common, Status: Operand(common, row.Status)}
	}
	elsewhere := Event{Row: row, Call: common}
	if row.Does&api.Exits != 0 {
		elsewhere.Kind = Exit
	}
	if root == NoResponse || row.On == api.None {
		return elsewhere
	}
	target := Operand(common, row.On)
	if target == nil || f.Root(target) != root {
		return elsewhere
	}
	return f.ofRow(common, row, target)
}

// spelt reports whether a key is written as net/http stores it: the built-in delete looks for nothing else.
func spelt(key ssa.Value) bool {
	name, known := Canonical(key)
	c, ok := key.(*ssa.Const)
	return !known || !ok || constant.StringVal(c.Value) == name
}

// ofRow reads a call on the response itself by its row.
func (f *Func) ofRow(common *ssa.CallCommon, row *api.Call, target ssa.Value) Event {
	e := Event{Row: row, Call: common, Status: Operand(common, row.Status), Carrier: Operand(common, row.Carrier), Code: row.Code, Early: row.Does&api.Early != 0,
		Name: Operand(common, row.Name), Fixed: row.Header, Value: Operand(common, row.Value)}
	does := row.Does
	e.Held = does&(api.Holds|api.Flushes) != 0 || Buffered(target)
	e.fromRequest(common, row)
	e.Waits = does&api.Waits != 0 || does&api.Flushes == 0 && f.Waits(f.Root(target))
	e.Aborts, e.Clears = does&api.Aborts != 0, does&api.Clears != 0
	e.HasStatus = does&(api.Commits|api.Stores) != 0
	e.Ends = does&api.Exits != 0
	switch {
	case does&api.Asks != 0:
		e.Kind = Ask
	case does&api.Fails != 0:
		e.Kind = Fail
	case does&api.Commits != 0:
		e.Kind = Commit
	case does&api.Writes != 0:
		e.Kind = Write
	case does&api.Stores != 0:
		e.Kind = Store
	case does&(api.Sets|api.Adds) != 0:
		e.Kind = SetHeader
	case does&api.Deletes != 0:
		e.Kind = DelHeader
	case does&api.Clears != 0:
		e.Kind = Clear
	case does&(api.Copies|api.Hooks) != 0:
		e.Kind = CopyAll
	case does&api.HandsOn != 0:
		e.Kind = HandOn
	case does&api.Hijacks != 0:
		e.Kind = Hijack
	case does&api.Upgrades != 0:
		e.Kind = Upgrade
	case does&api.Aborts != 0:
		e.Kind = Stop
	}
	return e
}

// Canonical is the canonical spelling of a constant header name, and whether v is one.
func Canonical(v ssa.Value) (string, bool) {
	if call, ok := v.(*ssa.Call); ok && len(call.Call.Args) == 1 {
		if fn := call.Call.StaticCallee(); fn != nil && (fn.Name() == "CanonicalHeaderKey" || fn.Name() == "CanonicalMIMEHeaderKey") {
			v = call.Call.Args[0]
		}
	}
	if bytes, ok := v.(*ssa.Convert); ok {
		v = bytes.X // []byte("WWW-Authenticate")
	}
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return api.Canonical(constant.StringVal(c.Value)), true
}

// Ranged returns the loop over a map of which v is the key; nil for none.
func Ranged(v ssa.Value) *ssa.Range {
	x, ok := v.(*ssa.Extract)
	if !ok {
		return nil
	}
	next, ok := x.Tuple.(*ssa.Next)
	if !ok {
		return nil
	}
	r, _ := next.Iter.(*ssa.Range)
	return r
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
