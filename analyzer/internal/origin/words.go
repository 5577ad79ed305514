package origin

import (
	"go/types"
	"slices"
	"strings"
)

// identityTypes are the words by which Go servers name the type of somebody who is known: what a context carries, or an
// adapter hands to a handler. They are the last resort, used only where a value is got from nothing but the request.
var identityTypes = []string{
	"user",      // the word of nearly all
	"account",   // the same, where users have several
	"principal", // Kerberos, policy engines, go-kit
	"claims",    // what a JWT library parsed: RFC 7519 section 4
	"identity",  // OIDC, NATS, service meshes
	"tokeninfo", // introspection: RFC 7662
	"tokendata", // what a token says of its bearer, once it is parsed
	"subject",   // policy engines
}

// callerFields are the fields by which a struct that is kept with the request, under whatever name, says who is calling or what he may:
// a security context, the data of a token.
var callerFields = []string{
	"user", "userid", "username", "subject", "principal", "claims", // who it is
	"isadmin", "role", "roles", "scopes", "permissions", "privileges", // what he may
}

// tellsOfSomebody reports whether t is a struct with a field that says who is calling, or what he may.
func tellsOfSomebody(t types.Type) bool {
	s := structOf(t)
	if s == nil {
		return false
	}
	for f := range s.Fields() {
		if slices.Contains(callerFields, strings.ToLower(f.Name())) {
			return true
		}
	}
	return false
}

// sessionKinds say of a session that it is somebody's, and not that of an upload, a database or a call.
var sessionKinds = []string{"", "user", "auth", "login", "web", "http", "client", "cookie", "current"}

// isIdentityType reports whether a type's name says that its value is somebody who is known.
func isIdentityType(t types.Type) bool {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || types.IsInterface(t) && n.Obj().Pkg() == nil {
		return false
	}
	return isIdentityWord(n.Obj().Name())
}

// authenticatedWords are the names by which Go servers ask whether anybody is known at all: IsAuthenticated, UserIsLogged,
// LoggedIn, SignedIn, HasSession. "Authorized" is none: it may be about an address or a permission; "logged" alone is about a log.
var authenticatedWords = []string{"authenticated", "loggedin", "islogged", "signedin", "hassession"}

// isWhoAmI reports whether a function is called after the question itself, as Unix, LDAP (RFC 4532) and the command lines of clouds
// have it: what it yields is who is asking.
func isWhoAmI(name string) bool { return strings.EqualFold(name, "whoami") }

func isAuthenticatedWord(name string) bool {
	lower := strings.ToLower(name)
	for _, word := range authenticatedWords {
		if strings.Contains(lower, word) && !strings.Contains(lower, "un"+word) {
			return true
		}
	}
	return false
}

// isIdentityWord reports whether a name ends in, or is, a word for somebody who is known: AuthUser, userKey's "user".
func isIdentityWord(name string) bool {
	lower := strings.ToLower(name)
	for _, suffix := range []string{"key", "ctx", "context", "info", "model", "entity", "dto"} {
		if lower != "tokeninfo" && !(suffix == "entity" && strings.HasSuffix(lower, "identity")) {
			lower = strings.TrimSuffix(lower, suffix)
		}
	}
	if kind, ok := strings.CutSuffix(lower, "session"); ok {
		return slices.Contains(sessionKinds, kind)
	}
	if strings.HasPrefix(lower, "role") {
		return false // a RoleUser says which roles somebody has: tables that join two are called after both
	}
	for _, word := range identityTypes {
		if strings.HasSuffix(lower, word) || strings.HasPrefix(lower, "current"+word) {
			return true
		}
	}
	return false
}
