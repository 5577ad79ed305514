package path

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
	"golang.org/x/tools/go/ssa"
)

// computed reports whether a value is worked out from another, and not what somebody is called.
func computed(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Extract:
		return computed(v.Tuple)
	case *ssa.Call:
		fn := v.Call.StaticCallee()
		return fn == nil || fn.Object() == nil || fn.Object().Pkg() == nil || api.OnlyReads(fn.Object().Pkg().Path())
	case *ssa.Index, *ssa.BinOp, *ssa.Slice, *ssa.Convert:
		return true
	case *ssa.UnOp:
		_, element := v.X.(*ssa.IndexAddr)
		return element
	}
	return false
}

// owns reports whether a comparison holds somebody who is known against what the request asks for: is it his?
func owns(who, what origin.Origin) bool {
	return who.Has(somebody) && !who.Has(api.Proof) && !what.Has(somebody|api.Unknown|api.Proof) && what.Has(api.Claim|api.Peer)
}

// asksPermission reports whether a call is told of a permission by its name, or by that of a field that it is given.
func (k *walk) asksPermission(call *ssa.Call) bool {
	if asksByName(call) {
		return true
	}
	somebody, something, named := false, false, false
	for _, arg := range event.Inputs(call.Common()) {
		o := k.from(arg)
		if name := fieldName(arg); o.Has(api.Identity) && permissionWord(name) && !ownersName(name) {
			return true
		}
		c, fixed := arg.(*ssa.Const)
		somebody = somebody || o.Has(api.Identity)
		something = something || fixed && c.Value != nil && c.Value.Kind() == constant.String || o.Has(api.Claim|api.Peer) && !o.Has(api.Identity|api.Credential)
		named = named || permissionWord(variableName(arg))
	}
	if somebody && (named || permissionPackage(call)) {
		return true
	}
	return somebody && something && !computed(call) // may he do this, or have that?
}

// asksFor reports whether a call is told of a permission, and the function that it runs has decided by itself: one that it asks in turn
// may have had another reason, as that which finds out who it is, for a function that then asks what he may.
func (k *walk) asksFor(call *ssa.Call, why *Reason) bool {
	if call == nil || !k.asksPermission(call) {
		return false
	}
	syntax := event.Source(orNil(call)).Syntax()
	if syntax == nil || !why.At.Known() || why.At.Pos.IsValid() && syntax.Pos() <= why.At.Pos && why.At.Pos < syntax.End() {
		return true
	}
	return !asksByName(call)
}

// ownersName reports whether a field tells whose something is, as that of a token does: who is looked up by it has been found by
// the token, and nobody asks what he may.
func ownersName(name string) bool {
	lower := strings.ToLower(name)
	return lower == "owner" || lower == "ownerid" || lower == "owner_id"
}

// asksByName reports whether a function is called after a permission, or after the question itself, as access control libraries have
// it: Enforce, EnforceErr.
func asksByName(call *ssa.Call) bool {
	name := calledName(call)
	return permissionWord(name) || strings.HasPrefix(name, "Enforce")
}

// permissionPackage reports whether a call runs a function of a package that is about what somebody may, by its name: such packages are
// called after permissions, or after one of the models of access control.
func permissionPackage(call *ssa.Call) bool {
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Object() == nil || fn.Object().Pkg() == nil {
		return false
	}
	switch name := fn.Object().Pkg().Name(); name {
	case "rbac", "acl", "authz", "abac":
		return true
	default:
		return permissionWord(name)
	}
}

// asksLibrary reports whether a call asks another package, one that is about what somebody may, whether somebody may: that is the question,
// whatever else it is given, and whatever there may go wrong. One that is given a credential as it came may also ask who it is.
func (k *walk) asksLibrary(call *ssa.Call) bool {
	return call != nil && permissionPackage(call) && event.Source(call.Call.StaticCallee()).Blocks == nil &&
		!slices.ContainsFunc(event.Inputs(call.Common()), func(arg ssa.Value) bool {
			_, plain := arg.Type().Underlying().(*types.Basic)
			return plain && k.from(arg).Has(api.Credential) || typeName(arg.Type()) == "*net/http.Request"
		})
}

// variableName is the name of the package variable that a value is read from: permission.UserCreate; "" for another value.
func variableName(v ssa.Value) string {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return ""
	}
	g, ok := load.X.(*ssa.Global)
	if !ok {
		return ""
	}
	return g.Name()
}

func calledName(call *ssa.Call) string {
	switch {
	case call == nil:
		return ""
	case call.Call.IsInvoke():
		return call.Call.Method.Name()
	case call.Call.StaticCallee() != nil:
		return call.Call.StaticCallee().Name()
	}
	return ""
}

// fieldName is the name of the field, or the key of the map, that a value is read from.
func fieldName(v ssa.Value) string {
	var of types.Type
	var index int
	switch x := v.(type) {
	case *ssa.Field:
		of, index = x.X.Type(), x.Field
	case *ssa.UnOp:
		addr, ok := x.X.(*ssa.FieldAddr)
		if !ok {
			return ""
		}
		of, index = elem(addr.X.Type()), addr.Field
	case *ssa.Extract:
		return fieldName(x.Tuple)
	case *ssa.TypeAssert:
		return fieldName(x.X)
	case *ssa.Lookup:
		if c, ok := x.Index.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
			return constant.StringVal(c.Value)
		}
		return ""
	default:
		return ""
	}
	if s, ok := of.Underlying().(*types.Struct); ok {
		return s.Field(index).Name()
	}
	return ""
}

// identifyingField reports whether a field says who somebody is, so that nobody is there if it is empty.
func identifyingField(name string) bool {
	switch strings.ToLower(name) {
	case "id", "uid", "userid", "username", "name", "user", "login", "email", "subject", "sub", "account", "accountid", "principal",
		"auth", "peercertificates", "verifiedchains":
		return true
	}
	return false
}

// permissionWords are the words by which Go servers name what somebody may. They only tell a missing permission from a
// credential that is not good enough (expired, revoked, of the wrong kind), and only for somebody who is known.
var permissionWords = []string{
	"admin", "superuser", "staff", // the rights of all rights
	"role", "group", "member", // who one is among others
	"perm", "privilege", "scope", "grant", "allow", "forbid", // what one has been given
	"owner", "hasaccess",
}

func permissionWord(name string) bool {
	if rest, ok := strings.CutPrefix(name, "Can"); ok && (rest == "" || rest[0] >= 'A' && rest[0] <= 'Z') {
		return true // Can, CanEdit; Cancel is none
	}
	lower := strings.ToLower(name)
	return slices.ContainsFunc(permissionWords, func(word string) bool { return strings.Contains(lower, word) })
}

// secretWords name the field of somebody's record that what a client shows is held against.
var secretWords = []string{"password", "passwd", "hash", "token", "secret", "apikey"}

// verifies reports whether a comparison holds what the client shows against the secret in somebody's record: then it is about who
// the client is, and not about what somebody may.
func verifies(shown, kept origin.Origin, field string) bool {
	lower := strings.ToLower(field)
	return shown.Has(api.Credential) && !shown.Has(api.Identity) && kept.Has(api.Identity) &&
		slices.ContainsFunc(secretWords, func(word string) bool { return strings.Contains(lower, word) })
}
