package path

import (
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// Said is what a body says, as far as its making shows.
type Said struct {
	Error    bool // it says that something failed
	Auth     bool // and that this is about who the caller is, or what he may
	Given    bool // it is made of a text or an error that the function was given
	FromErr  bool // it is made of an error that was found on the path
	Envelope bool // it has a status or a version of its own
	Page     bool // it is a page for people
	Silent   bool // its protocol fixes the status
	Input    int  // one more than the input of the function that it is; 0 for none
}

func (a Said) or(b Said) Said {
	return Said{Error: a.Error || b.Error, Auth: a.Auth || b.Auth, FromErr: a.FromErr || b.FromErr, Given: a.Given || b.Given, Envelope: a.Envelope || b.Envelope,
		Page: a.Page || b.Page, Silent: a.Silent || b.Silent, Input: max(a.Input, b.Input)}
}

const maxBody = 8 // how deep the making of a body is followed

// said reads what a value says that is sent, or is part of what is.
func (k *walk) said(env *Env, at ssa.Instruction, v ssa.Value, depth int) Said {
	if depth > maxBody {
		return Said{}
	}
	if event.IsError(v.Type()) {
		return k.saidByError(env, v)
	}
	deeper := func(v ssa.Value) Said { return k.said(env, at, v, depth+1) }
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return saidByText(constant.StringVal(v.Value))
		}
	case *ssa.Parameter:
		return Said{Input: slices.Index(k.Params, v) + 1}
	case *ssa.MakeInterface:
		return deeper(v.X)
	case *ssa.ChangeInterface:
		return deeper(v.X)
	case *ssa.ChangeType:
		return deeper(v.X)
	case *ssa.Convert:
		return deeper(v.X)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return deeper(v.X).or(deeper(v.Y)).notInput()
		}
	case *ssa.Extract:
		return deeper(v.Tuple)
	case *ssa.Call:
		return k.saidByCall(env, at, v, depth)
	case *ssa.Alloc:
		return k.saidByStruct(env, at, v, depth)
	case *ssa.UnOp:
		if alloc, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			if store := event.OnlyStore(alloc); store != nil {
				return deeper(store.Val)
			}
			return k.saidByStruct(env, at, alloc, depth)
		}
	case *ssa.MakeMap:
		return k.saidByMap(env, at, v, depth)
	}
	return Said{}
}

func (a Said) notInput() Said {
	a.Input = 0
	return a
}

// authTexts are how answers to those who are not let in begin.
var authTexts = []string{"unauthorized", "unauthorised", "unauthenticated", "forbidden", "access denied", "permission denied",
	"invalid token", "invalid credentials", "invalid password", "wrong password", "not logged in", "not authorized",
	"not authenticated", "authentication required", "authentication failed", "login required", "401 ", "403 "}

func saidByText(text string) Said {
	lower := strings.ToLower(strings.TrimLeft(text, " \t\n\"'{[<"))
	for _, start := range authTexts {
		if strings.HasPrefix(lower, start) {
			return Said{Error: true, Auth: true}
		}
	}
	for _, start := range []string{`event:`, `data:`, `jsonrpc"`, `soap`, `?xml`} {
		if strings.HasPrefix(lower, start) {
			return Said{Silent: true}
		}
	}
	compact := strings.ReplaceAll(lower, " ", "")
	if strings.HasPrefix(compact, `success":false`) {
		return Said{Error: true}
	}
	if value, ok := strings.CutPrefix(compact, `error":`); ok {
		empty := slices.ContainsFunc([]string{"false", "null", `""`, "[]", "{}"}, func(s string) bool { return strings.HasPrefix(value, s) })
		return Said{Error: !empty}
	}
	return Said{}
}

// saidByError reads an error that is sent: one that was found on the path, or that the function was given. What is kept in a
// field or a package variable is data.
func (k *walk) saidByError(env *Env, err ssa.Value) Said {
	switch v := err.(type) {
	case *ssa.Parameter:
		return Said{Error: true, Given: true, Input: slices.Index(k.Params, v) + 1}
	case *ssa.UnOp:
		if _, local := v.X.(*ssa.Alloc); !local {
			return Said{}
		}
	case *ssa.Field, *ssa.Lookup, *ssa.Index:
		return Said{}
	}
	if k.value(env, err).nonNil() {
		return Said{Error: true, FromErr: true}
	}
	return Said{}
}

// saidByCall reads err.Error(), text made by functions, and what is marshalled.
func (k *walk) saidByCall(env *Env, at ssa.Instruction, call *ssa.Call, depth int) Said {
	common := call.Common()
	if common.IsInvoke() {
		if common.Method.Name() == "Error" && event.IsError(common.Value.Type()) {
			return k.saidByError(env, common.Value)
		}
		return Said{}
	}
	fn := common.StaticCallee()
	if fn == nil || fn.Object() == nil || fn.Object().Pkg() == nil {
		return Said{}
	}
	if fn.String() == "net/http.StatusText" {
		n, ok := k.value(env, common.Args[0]).Int()
		return Said{Error: ok && n >= 400, Auth: n == 401 || n == 403}
	}
	if !api.OnlyReads(fn.Object().Pkg().Path()) && !marshals(fn) {
		return Said{}
	}
	var said Said
	for _, arg := range common.Args {
		for _, v := range append(event.Elements(arg), arg) {
			if v != nil {
				said = said.or(k.said(env, at, v, depth+1))
			}
		}
	}
	if fn.Object().Pkg().Path() != "encoding/json" {
		said = said.notInput()
	}
	return said
}

func marshals(fn *ssa.Function) bool {
	return strings.HasPrefix(fn.Name(), "Marshal") && fn.Signature.Results().Len() == 2
}

// saidByStruct reads a struct that was filled before it is sent.
func (k *walk) saidByStruct(env *Env, at ssa.Instruction, alloc *ssa.Alloc, depth int) Said {
	s, ok := elem(alloc.Type()).Underlying().(*types.Struct)
	if !ok {
		return Said{}
	}
	said := k.filledWith(alloc)
	for i := range s.NumFields() {
		said = said.or(saidByName(keyOf(s, i)))
	}
	for _, ref := range *alloc.Referrers() {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, user := range *field.Referrers() {
			if store, ok := user.(*ssa.Store); ok && store.Addr == field && before(store, at) {
				said = said.or(k.saidByKey(env, at, keyOf(s, field.Field), store.Val, depth))
			}
		}
	}
	return said.notInput()
}

// keyOf is the name of a field on the wire; "" for one that is not sent.
func keyOf(s *types.Struct, i int) string {
	tag := reflect.StructTag(s.Tag(i)).Get("json")
	if tag == "-" {
		return ""
	}
	if name, _, _ := strings.Cut(tag, ","); name != "" {
		return name
	}
	return s.Field(i).Name()
}

func (k *walk) saidByMap(env *Env, at ssa.Instruction, m *ssa.MakeMap, depth int) Said {
	said := k.filledWith(m)
	for _, ref := range *m.Referrers() {
		update, ok := ref.(*ssa.MapUpdate)
		if !ok || update.Map != m || !before(update, at) {
			continue
		}
		if c, ok := update.Key.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
			key := constant.StringVal(c.Value)
			said = said.or(saidByName(key)).or(k.saidByKey(env, at, key, update.Value, depth))
		}
	}
	return said.notInput()
}

// before reports whether one instruction has certainly run when another does.
func before(first, then ssa.Instruction) bool {
	return first.Parent() == then.Parent() && first.Block().Dominates(then.Block())
}

// saidByName is what the mere presence of a field says of the protocol.
func saidByName(key string) Said {
	switch strings.ToLower(key) {
	case "jsonrpc", "subsonic-response":
		return Said{Silent: true}
	case "status", "code", "statuscode", "status_code", "version", "errno", "errcode", "ret":
		return Said{Envelope: true}
	}
	return Said{}
}

// saidByKey reads one field that is set.
func (k *walk) saidByKey(env *Env, at ssa.Instruction, key string, v ssa.Value, depth int) Said {
	inner := k.said(env, at, v, depth+1).notInput()
	c, fixed := unboxed(v).(*ssa.Const)
	switch lower := strings.ToLower(key); lower {
	case "error", "err", "errors", "errormessage", "error_message", "errmsg":
		inner.Envelope = false // a code in there is the error's, and no status beside it
		switch {
		case fixed:
			inner.Error = !isZero(c) && c.Value.Kind() == constant.String || c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value)
		case lower == "error" && (isText(unboxed(v)) || isErrorStruct(unboxed(v).Type()) || isFilledMap(unboxed(v))):
			inner.Error, inner.Given = true, true
		}
		inner.Envelope = !fixed && eitherWay(at.Parent(), key)
		return inner
	case "success", "ok":
		if fixed && c.Value != nil && c.Value.Kind() == constant.Bool && !constant.BoolVal(c.Value) {
			return Said{Error: true}
		}
		return Said{}
	case "data", "items", "results", "result", "rows":
		if !fixed {
			return Said{Silent: true} // some of what was asked for is there
		}
		return Said{}
	case "message", "msg", "detail", "reason":
		inner.Error = inner.Error && (inner.FromErr || inner.Given || inner.Auth)
		inner.Given = inner.Given || isText(unboxed(v))
		return inner
	}
	if !fixed && isCollection(unboxed(v).Type()) {
		return Said{Silent: true} // some of what was asked for is there, under a name of its own
	}
	return Said{}
}

// eitherWay reports whether a function has a body, too, that says under the key that nothing has failed, and nothing else: {"err": false}.
// Then what has come of it is what was asked for.
func eitherWay(fn *ssa.Function, key string) bool {
	return slices.ContainsFunc(fn.Blocks, func(block *ssa.BasicBlock) bool {
		return slices.ContainsFunc(block.Instrs, func(instr ssa.Instruction) bool {
			update, ok := instr.(*ssa.MapUpdate)
			if !ok {
				return false
			}
			name, named := update.Key.(*ssa.Const)
			c, fixed := unboxed(update.Value).(*ssa.Const)
			return named && fixed && name.Value != nil && name.Value.Kind() == constant.String && constant.StringVal(name.Value) == key && isNothing(c) && alone(update)
		})
	})
}

// alone reports whether a map is given nothing else.
func alone(update *ssa.MapUpdate) bool {
	return update.Map.Referrers() != nil && !slices.ContainsFunc(*update.Map.Referrers(), func(ref ssa.Instruction) bool {
		other, ok := ref.(*ssa.MapUpdate)
		return ok && other != update
	})
}

// isNothing reports whether a constant is nil, false or an empty text.
func isNothing(c *ssa.Const) bool {
	return isZero(c) || c.Value != nil && c.Value.Kind() == constant.Bool && !constant.BoolVal(c.Value)
}

func isCollection(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return !ok || b.Kind() != types.Byte
	case *types.Map:
		return true
	}
	return false
}

// isErrorStruct reports whether a value is a struct that is called an error: it is there, whatever stands in it.
func isErrorStruct(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	_, isStruct := n.Underlying().(*types.Struct)
	return isStruct && strings.Contains(strings.ToLower(n.Obj().Name()), "err")
}

// isFilledMap reports whether a value is a map that the function makes, with something in it.
func isFilledMap(v ssa.Value) bool {
	if named, ok := v.(*ssa.ChangeType); ok {
		v = named.X
	}
	made, ok := v.(*ssa.MakeMap)
	return ok && slices.ContainsFunc(*made.Referrers(), func(ref ssa.Instruction) bool {
		_, filled := ref.(*ssa.MapUpdate)
		return filled
	})
}

// isText reports whether a value is a text that is certainly something: made by a function, or given to this one.
func isText(v ssa.Value) bool {
	b, ok := v.Type().Underlying().(*types.Basic)
	if !ok || b.Info()&types.IsString == 0 {
		return false
	}
	_, given := v.(*ssa.Parameter)
	return given
}
