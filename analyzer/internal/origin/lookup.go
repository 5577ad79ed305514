package origin

import (
	"go/constant"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// field is what stands in a field of x.
func (t *Tracer) field(x ssa.Value, typ types.Type, index int) Origin {
	if isNamed(typ, "net/http", "Request") {
		return of(api.RequestField[fieldName(typ, index)], "")
	}
	if c := contextOf(typ); c != nil && c.User != "" && c.User == fieldName(typ, index) {
		return carried()
	}
	if isRequest(typ) && isIdentityType(fieldType(typ, index)) {
		return carried() // of the house: a middleware has put him there
	}
	if isHouse(x) && isIdentityWord(fieldName(typ, index)) && holds(fieldType(typ, index)) {
		return of(api.Identity, "the user in the context")
	}
	if name := fieldName(typ, index); isNamed(typ, "crypto/tls", "ConnectionState") && (name == "PeerCertificates" || name == "VerifiedChains") {
		return of(api.Identity, "the client certificate") // the handshake has verified it
	}
	return t.ofField(t.Of(x), typ, index)
}

// ofField is what a field of something that comes from o comes from: a password in a decoded body is a credential.
func (t *Tracer) ofField(o Origin, typ types.Type, index int) Origin {
	if place, name := taggedPlace(typ, index); place != api.Nowhere {
		return named(place, name)
	}
	if introspected(typ, index) {
		return of(api.Credential, "the token's introspection")
	}
	if name := fieldName(typ, index); isSecret(fieldOf(typ, index)) {
		return o.secret("the " + name + " of the request body")
	} else if api.ProofField(name) {
		o.Kinds |= api.Proof
	} else if o.Has(api.Credential) && !o.Has(api.Identity) && holdsSecret(typ) {
		return of(o.Kinds&^(api.Credential|api.Proves)|api.Unknown, "") // the password beside it is the credential
	}
	return o
}

// holdsSecret reports whether a struct has a field for a login's secret.
func holdsSecret(t types.Type) bool {
	s := structOf(t)
	if s == nil {
		return false
	}
	for f := range s.Fields() {
		if isSecret(f) {
			return true
		}
	}
	return false
}

// isSecret reports whether a field is a login's secret: a struct under such a name says how logins are done.
func isSecret(f *types.Var) bool {
	return f != nil && api.CredentialField(f.Name()) && structOf(f.Type()) == nil
}

// carried is somebody whom a middleware has put in the context.
func carried() Origin { return of(api.Identity|api.Carried, "the user in the context") }

func fieldName(t types.Type, index int) string {
	if f := fieldOf(t, index); f != nil {
		return f.Name()
	}
	return ""
}

func fieldType(t types.Type, index int) types.Type {
	if f := fieldOf(t, index); f != nil {
		return f.Type()
	}
	return types.Typ[types.Invalid]
}

func fieldOf(t types.Type, index int) *types.Var {
	s := structOf(t)
	if s == nil || index >= s.NumFields() {
		return nil
	}
	return s.Field(index)
}

// taggedPlace is where in the request a field of a struct is filled from, by the tags that frameworks fill structs by:
// `header:"Authorization"`. Tags for forms and queries stand on what is kept in a database too, and say nothing.
func taggedPlace(t types.Type, index int) (place api.Place, name string) {
	s := structOf(t)
	if s == nil || index >= s.NumFields() {
		return api.Nowhere, ""
	}
	tag := reflect.StructTag(s.Tag(index))
	if name, _, _ := strings.Cut(tag.Get("header"), ","); name != "" && name != "-" {
		return api.InHeader, api.Canonical(name)
	}
	if name, _, _ := strings.Cut(tag.Get("cookie"), ","); name != "" && name != "-" {
		return api.InCookie, name
	}
	return api.Nowhere, ""
}

func structOf(t types.Type) *types.Struct {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// lookup is m[key]: of a request's headers or form under a constant name, of something else by both.
func (t *Tracer) lookup(v *ssa.Lookup) Origin {
	if name, ok := text(v.Index); ok {
		switch {
		case isNamed(v.X.Type(), "net/http", "Header"):
			return t.header(v.X, name)
		case isNamed(v.X.Type(), "net/url", "Values"):
			return named(api.InForm, name)
		}
	}
	o := t.Of(v.X).Or(t.Of(v.Index))
	if name, ok := text(unboxed(v.Index)); ok && o.Has(api.Identity) && api.Named(api.InSession, name) == api.Proof {
		return of(api.Proof, "") // session.Values["state"]
	}
	if o.Has(api.Credential) && holdsSomebody(v.X.Type()) {
		o.Kinds = o.Kinds&^api.Credential | api.Identity // whom the credential belongs to
	}
	return o
}

// holdsSomebody reports whether the values of a map are more than text, numbers and flags: sessions, users.
func holdsSomebody(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return false
	}
	switch m.Elem().Underlying().(type) {
	case *types.Pointer, *types.Struct, *types.Interface:
		return true
	}
	return false
}

func (t *Tracer) header(h ssa.Value, name string) Origin {
	if !t.isRequestHeader(h) {
		return of(api.Unknown, "")
	}
	return named(api.InHeader, api.Canonical(name))
}

// isRequestHeader reports whether a header map is the request's: not the response's, nor that of another server's answer.
func (t *Tracer) isRequestHeader(h ssa.Value) bool {
	switch h := h.(type) {
	case *ssa.UnOp:
		if addr, ok := h.X.(*ssa.FieldAddr); ok {
			return isRequest(addr.X.Type()) || !isNamed(addr.X.Type(), "net/http", "Response")
		}
	case *ssa.Call:
		return !isNamed(h.Type(), "net/http", "Header") || !h.Call.IsInvoke() || h.Call.Method.Name() != "Header"
	case *ssa.ChangeType:
		return t.isRequestHeader(h.X)
	}
	return true
}

func named(place api.Place, name string) Origin {
	kinds := api.Named(place, name)
	switch place {
	case api.InHeader:
		return of(kinds, "the "+name+" header")
	case api.InCookie:
		return of(kinds, "the cookie "+strconv.Quote(name))
	case api.InSession:
		return of(kinds, "the session")
	}
	return of(kinds, "the parameter "+strconv.Quote(name))
}

// unboxed is the value in an interface.
func unboxed(v ssa.Value) ssa.Value {
	if box, ok := v.(*ssa.MakeInterface); ok {
		return box.X
	}
	return v
}

func text(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// asserted is v.(T): somebody who is known, if what was asserted came out of the context and T says so.
func (t *Tracer) asserted(v *ssa.TypeAssert) Origin {
	o := t.Of(v.X)
	if o.Has(api.Unknown) && fromContext(v.X) && (isIdentityType(v.AssertedType) || tellsOfSomebody(v.AssertedType)) {
		return carried()
	}
	return o
}

func fromContext(v ssa.Value) bool {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple // v, ok := c.Get("user")
	}
	call, ok := v.(*ssa.Call)
	return ok && contextKey(call.Common()) != nil
}

// AsksContext reports whether a call looks up what middlewares keep with the request.
func AsksContext(common *ssa.CallCommon) bool { return contextKey(common) != nil }

// contextKey is the key under which a call asks for what middlewares keep with the request; nil for another call.
func contextKey(c *ssa.CallCommon) ssa.Value {
	if c.IsInvoke() && c.Method.Name() == "Value" && isContext(c.Value.Type()) && len(c.Args) == 1 {
		return c.Args[0]
	}
	src := SourceOf(c)
	if src == nil || src.Place != api.Kept {
		return nil
	}
	args := arguments(c)
	if _, value := kept(c); value != nil || int(src.Name) >= len(args) {
		return nil
	}
	return args[src.Name]
}

// arguments are what a call is given beside its receiver.
func arguments(c *ssa.CallCommon) []ssa.Value {
	if !c.IsInvoke() && c.Signature().Recv() != nil {
		return c.Args[1:]
	}
	return c.Args
}

// findKeys notes what the package stores in contexts, by key: what was verified comes out again as an identity.
func (t *Tracer) findKeys() {
	for _, fn := range t.funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				call, ok := instr.(*ssa.Call)
				if !ok {
					continue
				}
				name, value := kept(call.Common())
				if value == nil {
					continue
				}
				if key := keyOf(name); key != "" {
					t.keys[key] = t.keys[key].Or(t.byCallers(fn, t.Of(value)))
				}
			}
		}
	}
}

// kept is what a call keeps for those after it, and under which name; nil for a call that keeps nothing.
func kept(common *ssa.CallCommon) (name, value ssa.Value) {
	src := SourceOf(common)
	if src == nil || !src.Keeps {
		return nil, nil
	}
	args := arguments(common)
	if int(src.Value) >= len(args) {
		return nil, nil
	}
	value = args[src.Value]
	if c, ok := value.(*ssa.Const); ok && c.IsNil() && common.Signature().Variadic() {
		return nil, nil // it is asked for what was kept
	}
	if list, ok := value.(*ssa.Slice); ok { // a variadic value: c.Locals("user", u)
		value = only(list)
	}
	return args[src.Name], value
}

// only is the one value that a variadic argument stands for; nil if there are none or several.
func only(list *ssa.Slice) ssa.Value {
	array, ok := list.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var found ssa.Value
	for _, ref := range *array.Referrers() {
		at, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *at.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == at {
				if found != nil {
					return nil
				}
				found = store.Val
			}
		}
	}
	return found
}

// byCallers replaces the inputs of a function by what its callers in the package give it.
func (t *Tracer) byCallers(fn *ssa.Function, o Origin) Origin {
	if o.Inputs == 0 {
		return o
	}
	var all Origin
	for _, caller := range t.funcs {
		for _, block := range caller.Blocks {
			for _, instr := range block.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || call.Common().StaticCallee() == nil || t.source(call.Common().StaticCallee()) != fn {
					continue
				}
				all = all.Or(o.From(func(i int) Origin {
					if i >= len(call.Common().Args) {
						return Origin{}
					}
					return t.Of(call.Common().Args[i])
				}))
			}
		}
	}
	return all
}

// keyOf writes down a context's key, so that equal ones are equal strings; "" for one that is computed.
func keyOf(v ssa.Value) string {
	v = unboxed(v)
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil {
			return v.Type().String() + " " + v.Value.ExactString()
		}
		return v.Type().String()
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok {
			return g.String()
		}
	case *ssa.Global:
		return v.String()
	case *ssa.Alloc, *ssa.MakeInterface:
		return v.Type().String()
	}
	return ""
}

// contextValue is ctx.Value(key): by who stored it in this package, else by the words of its key, unless what the client says may be
// kept there too.
func (t *Tracer) contextValue(key ssa.Value, claims bool) Origin {
	k := keyOf(key)
	if o, ok := t.keys[k]; ok && k != "" {
		if o.Has(who) {
			return carried()
		}
		if o.Kinds&^(api.Unknown|api.Server) != 0 {
			o.Inputs = 0
			return o
		}
	}
	if !claims && isIdentityWord(keyWord(key)) {
		return carried()
	}
	return of(api.Unknown, "")
}

// keyWord is the name under which a reader knows a context's key.
func keyWord(v ssa.Value) string {
	v = unboxed(v)
	if s, ok := text(v); ok {
		return s
	}
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	if g, ok := v.(*ssa.Global); ok {
		return g.Name()
	}
	t := types.Unalias(v.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}
