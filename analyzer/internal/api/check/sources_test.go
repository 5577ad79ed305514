package check

import (
	"go/types"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// majors says, beyond versioned, which packages a row speaks of that names them without their major version. One of them is
// enough: what one major version has, another may lack.
var majors = map[string][]string{
	"firebase.google.com/go/appcheck":              {"firebase.google.com/go/v4/appcheck"},
	"firebase.google.com/go/auth":                  {"firebase.google.com/go/v4/auth"},
	"github.com/alexedwards/scs":                   {"github.com/alexedwards/scs/v2"},
	"github.com/auth0/go-jwt-middleware":           {"github.com/auth0/go-jwt-middleware/v2"},
	"github.com/auth0/go-jwt-middleware/validator": {"github.com/auth0/go-jwt-middleware/v2/validator"},
	"github.com/casbin/casbin":                     {"github.com/casbin/casbin/v2", "github.com/casbin/casbin/v3"},
	"github.com/clerk/clerk-sdk-go":                {"github.com/clerk/clerk-sdk-go/v2"},
	"github.com/clerk/clerk-sdk-go/jwt":            {"github.com/clerk/clerk-sdk-go/v2/jwt"},
	"github.com/coreos/go-oidc/oidc":               {"github.com/coreos/go-oidc/v3/oidc"},
	"github.com/go-chi/jwtauth":                    {"github.com/go-chi/jwtauth/v5"},
	"github.com/go-jose/go-jose":                   {"github.com/go-jose/go-jose/v4"},
	"github.com/go-jose/go-jose/jwt":               {"github.com/go-jose/go-jose/v4/jwt"},
	"github.com/go-ldap/ldap":                      {"github.com/go-ldap/ldap/v3"},
	"github.com/golang-jwt/jwt":                    {"github.com/golang-jwt/jwt/v4", "github.com/golang-jwt/jwt/v5"},
	"github.com/golang-jwt/jwt/request":            {"github.com/golang-jwt/jwt/v4/request", "github.com/golang-jwt/jwt/v5/request"},
	"github.com/lestrrat-go/jwx/jwe":               {"github.com/lestrrat-go/jwx/v2/jwe", "github.com/lestrrat-go/jwx/v3/jwe"},
	"github.com/lestrrat-go/jwx/jws":               {"github.com/lestrrat-go/jwx/v2/jws", "github.com/lestrrat-go/jwx/v3/jws"},
	"github.com/lestrrat-go/jwx/jwt":               {"github.com/lestrrat-go/jwx/v2/jwt", "github.com/lestrrat-go/jwx/v3/jwt"},
}

func TestSourcesResolve(t *testing.T) {
	named := make(map[*api.Source]bool)
	for _, fn := range sourceFunctions(t) {
		s := api.LookupSource(fn)
		if s == nil {
			continue
		}
		named[s] = true
		for _, complaint := range misfits(s, fn) {
			t.Errorf("%s: %s", sourceKey(s), complaint)
		}
	}
	found := make(map[string]bool)
	for s := range named {
		found[sourceKey(s)] = true
	}
	rows := make(map[string]bool)
	for _, s := range linkedSources() {
		k := sourceKey(s)
		if rows[k] {
			t.Errorf("%s: two rows", k)
		}
		rows[k] = true
		if !found[k] {
			t.Errorf("%s: no such function or method", k)
		}
	}
}

// sourceFunctions lists the functions and methods of the packages that rows of sources name.
func sourceFunctions(t *testing.T) []*types.Func {
	var patterns []string
	asked := make(map[string]bool)
	for _, s := range linkedSources() {
		if asked[s.Pkg] {
			continue
		}
		asked[s.Pkg] = true
		switch paths, v := majors[s.Pkg], versioned[s.Pkg]; {
		case paths != nil:
			patterns = append(patterns, paths...)
		case v != "":
			patterns = append(patterns, v)
		default:
			patterns = append(patterns, s.Pkg)
		}
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedTypes}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	var fns []*types.Func
	for _, pkg := range pkgs {
		if len(pkg.Errors) > 0 {
			t.Errorf("%s: %v", pkg.PkgPath, pkg.Errors)
			continue
		}
		for _, name := range pkg.Types.Scope().Names() {
			switch obj := pkg.Types.Scope().Lookup(name).(type) {
			case *types.Func:
				fns = append(fns, obj)
			case *types.TypeName:
				fns = append(fns, methods(obj)...)
			}
		}
	}
	return fns
}

// misfits says what of a row does not fit the function.
func misfits(s *api.Source, fn *types.Func) []string {
	var complaints []string
	sig := fn.Signature()
	if (s.Place == api.Nowhere) != (s.Name == api.None) {
		complaints = append(complaints, "a name needs a place, and a place a name")
	}
	if s.Name != api.None {
		params := sig.Params()
		if s.Name < 0 || int(s.Name) >= params.Len() {
			complaints = append(complaints, "it has no argument that could be the name")
		} else if s.Place != api.Kept && params.At(int(s.Name)).Type().Underlying() != types.Typ[types.String] {
			complaints = append(complaints, "its name is no string")
		}
	}
	if s.Reads && (s.Verifies || s.Permits) {
		complaints = append(complaints, "what only reads decides nothing")
	}
	if (s.Verifies || s.Permits) && !mayFail(sig) {
		complaints = append(complaints, "no result says whether it succeeded")
	}
	return complaints
}

// mayFail reports whether a result tells success from failure: an error, a bool or several, a number.
func mayFail(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		t := v.Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		if typeName(t) == "error" {
			return true
		}
		if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&(types.IsBoolean|types.IsInteger) != 0 && b.Kind() != types.Byte {
			return true
		}
	}
	return false
}

// sourceKey names a row as key does.
func sourceKey(s *api.Source) string { return key(&api.Call{Pkg: s.Pkg, Type: s.Type, Func: s.Func}) }
