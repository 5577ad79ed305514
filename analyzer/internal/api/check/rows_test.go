package check

import (
	"fmt"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// versioned says where a package is that rows name without its major version.
var versioned = map[string]string{
	"github.com/go-chi/chi":            "github.com/go-chi/chi/v5",
	"github.com/go-chi/chi/middleware": "github.com/go-chi/chi/v5/middleware",
	"github.com/urfave/negroni":        "github.com/urfave/negroni/v3",
	"k8s.io/klog":                      "k8s.io/klog/v2",
}

func TestRowsResolve(t *testing.T) {
	found := resolve(t)
	produced := results(found)
	for _, framework := range linked() {
		for i := range framework.Calls {
			c := framework.Calls[i]
			fns := found[c]
			if len(fns) == 0 {
				t.Errorf("%s: %s: no such function or method", framework.Name, key(c))
			}
			for _, fn := range fns {
				for _, complaint := range fits(c, fn, produced) {
					t.Errorf("%s: %s: %s", framework.Name, key(c), complaint)
				}
			}
		}
	}
}

// TestWrappersAreComplete holds that no method of a type that stands for the response is forgotten: what has no row
// must be taken for anything.
func TestWrappersAreComplete(t *testing.T) {
	found := resolve(t)
	produced := results(found)
	without := map[string]string{
		"github.com/go-chi/chi/middleware.WrapResponseWriter.Discard": "what follows is not sent",
		"github.com/urfave/negroni.ResponseWriter.Before":             "its function runs at the commit",
	}
	skipped := map[string]bool{"io.Writer": true, "io.WriteCloser": true, "io.Reader": true, "bufio.ReadWriter": true}
	for path, pkg := range load(t) {
		for _, name := range pkg.Scope().Names() {
			typ := path + "." + name
			obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || !produced[typ] && typ != "net/http.ResponseWriter" && typ != "net/http.Header" || skipped[typ] {
				continue
			}
			for _, fn := range methods(obj) {
				if _, ok := without[typ+"."+fn.Name()]; ok || !fn.Exported() {
					continue
				}
				if api.Lookup(fn) == nil {
					t.Errorf("%s.%s has no row", typ, fn.Name())
				}
			}
		}
	}
}

// resolve finds the functions that each row speaks of.
func resolve(t *testing.T) map[*api.Call][]*types.Func {
	found := make(map[*api.Call][]*types.Func)
	add := func(fn *types.Func) {
		if c := api.Lookup(fn); c != nil {
			found[c] = append(found[c], fn)
		}
	}
	for _, pkg := range load(t) {
		for _, name := range pkg.Scope().Names() {
			switch obj := pkg.Scope().Lookup(name).(type) {
			case *types.Func:
				add(obj)
			case *types.TypeName:
				for _, fn := range methods(obj) {
					add(fn)
				}
			}
		}
	}
	return found
}

var loaded map[string]*types.Package

// load returns the packages that rows name, by the name that rows give them.
func load(t *testing.T) map[string]*types.Package {
	if loaded != nil {
		return loaded
	}
	named := make(map[string]string) // import path → the name in rows
	var patterns []string
	for _, framework := range linked() {
		for _, c := range framework.Calls {
			path := c.Pkg
			if v := versioned[path]; v != "" {
				path = v
			}
			if named[path] == "" {
				named[path] = c.Pkg
				patterns = append(patterns, path)
			}
		}
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedTypes}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	loaded = make(map[string]*types.Package)
	for _, pkg := range pkgs {
		if len(pkg.Errors) > 0 {
			t.Fatalf("%s: %v", pkg.PkgPath, pkg.Errors)
		}
		loaded[named[pkg.PkgPath]] = pkg.Types
	}
	return loaded
}

// methods lists the methods of a type, promoted ones too.
func methods(obj *types.TypeName) []*types.Func {
	var fns []*types.Func
	t := obj.Type()
	if !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	set := types.NewMethodSet(t)
	for m := range set.Methods() {
		fns = append(fns, m.Obj().(*types.Func))
	}
	return fns
}

// results are the types, named "path.Type" as rows do, that Wraps and Buffers rows give.
func results(found map[*api.Call][]*types.Func) map[string]bool {
	names := make(map[string]bool)
	for c, fns := range found {
		for _, fn := range fns {
			res := fn.Signature().Results()
			switch {
			case c.Does&(api.Wraps|api.Buffers) != 0 && res.Len() > 0:
				names[typeName(res.At(0).Type())] = true
			case c.Does&api.Binds != 0:
				names[typeName(fn.Signature().Recv().Type())] = true
			}
		}
	}
	return names
}

// fits says what of a row does not fit the function.
func fits(c *api.Call, fn *types.Func, produced map[string]bool) []string {
	var complaints []string
	complain := func(format string, args ...any) { complaints = append(complaints, fmt.Sprintf(format, args...)) }
	sig := fn.Signature()
	typ := func(what string, a api.Arg) types.Type {
		switch {
		case a == api.None:
			return nil
		case a == api.Recv && sig.Recv() != nil:
			return sig.Recv().Type()
		case a >= 0 && int(a) < sig.Params().Len():
			t := sig.Params().At(int(a)).Type()
			if sig.Variadic() && int(a) == sig.Params().Len()-1 {
				t = t.(*types.Slice).Elem()
			}
			return t
		}
		complain("%s: no operand %d", what, a)
		return nil
	}
	result := func(i int) string {
		if i < 0 {
			i += sig.Results().Len()
		}
		if i < 0 || i >= sig.Results().Len() {
			return ""
		}
		return typeName(sig.Results().At(i).Type())
	}
	does := func(d api.Does) bool { return c.Does&d != 0 }

	if t := typ("On", c.On); t != nil {
		onHeader := does(api.Sets|api.Adds|api.Deletes|api.Clears|api.Copies) && isHeaderMap(t)
		switch {
		case does(api.StoresOnRequest):
			if typeName(t) != "net/http.Request" {
				complain("On: %v is no request", t)
			}
		case onHeader, does(api.Spares) && isHeaderMap(t):
		case isWriter(t) && (has(t, "WriteHeader") || !does(api.Commits|api.Sets|api.Adds|api.HandsOn|api.Hijacks|api.Upgrades)):
		case c.On == api.Recv && (produced[typeName(t)] || types.IsInterface(t)):
		default:
			complain("On: %v is no response", t)
		}
	}
	if t := typ("Status", c.Status); t != nil && types.Default(t).Underlying() != types.Typ[types.Int] {
		complain("Status: %v is no int", t)
	}
	if c.Code != 0 && (c.Status != api.None || c.Code < 100 || c.Code > 599 || !does(api.Commits|api.Stores)) {
		complain("Code: %d", c.Code)
	}
	if t := typ("Name", c.Name); t != nil && t.Underlying() != types.Typ[types.String] {
		complain("Name: %v is no string", t)
	}
	if does(api.Sets|api.Adds|api.Deletes) && (c.Name == api.None) == (c.Header == "") {
		complain("one of Name and Header names the header")
	}
	if t := typ("Value", c.Value); t != nil {
		ok := false
		switch name := typeName(t); {
		case does(api.Sets | api.Adds):
			ok = name == "string" || name == "net/http.Cookie"
		case does(api.Copies):
			ok = isHeaderMap(t)
		case does(api.KeepsError | api.AsError | api.IsError | api.FindsError):
			ok = name == "error" || name == "any" && sig.Variadic()
		}
		if !ok {
			complain("Value: %v", t)
		}
	}
	if t := typ("Body", c.Body); t != nil && has(t, "WriteHeader") {
		complain("Body: %v is the response", t)
	}
	if t := typ("Request", c.Request); t != nil && typeName(t) != "net/http.Request" {
		complain("Request: %v", t)
	}
	if does(api.StatusFromRequest) && c.Request == api.None {
		complain("no Request")
	}
	if c.Key != "" {
		if _, ok := fn.Pkg().Scope().Lookup(c.Key).(*types.Var); !ok || !does(api.StatusFromRequest) {
			complain("Key: no variable %s", c.Key)
		}
	}
	if does(api.Early|api.Hijacks|api.Upgrades) && !does(api.HandsOn) && result(-1) != "error" {
		complain("it returns no error")
	}
	if does(api.Wraps|api.Buffers|api.Asks|api.ExitsChained|api.FindsError) && (result(0) == "" || result(0) == "error") {
		complain("it returns nothing")
	}
	if does(api.KeepsError) && result(0) != "error" {
		complain("its result is no error")
	}
	if does(api.GivesHeader) && result(0) != "net/http.Header" {
		complain("its result is no header map")
	}
	if does(api.Exits) && sig.Results().Len() > 0 {
		complain("it has results")
	}
	return complaints
}

// isHeaderMap accepts a type parameter whose constraint is a map, too.
func isHeaderMap(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.TypeParam); ok {
		return strings.Contains(p.Constraint().String(), "map[")
	}
	m, ok := t.Underlying().(*types.Map)
	return ok && m.String() == "map[string][]string"
}

func isWriter(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Write")
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	params := fn.Signature().Params() // http.Request has a Write, too
	return params.Len() == 1 && params.At(0).Type().String() == "[]byte"
}

func has(t types.Type, method string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, method)
	_, ok := obj.(*types.Func)
	return ok
}

// typeName names a type as rows do: "net/http.Header", without pointer and without the package's major version.
func typeName(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok && n.Obj().Pkg() != nil {
		path := n.Obj().Pkg().Path()
		for name, v := range versioned {
			if v == path {
				path = name
			}
		}
		return path + "." + n.Obj().Name()
	}
	if i, ok := t.(*types.Interface); ok && i.Empty() {
		return "any"
	}
	return t.String()
}

// key names a row: "net/http.ResponseWriter.Write", "io.Copy".
func key(c *api.Call) string {
	if c.Type == "" {
		return c.Pkg + "." + c.Func
	}
	return c.Pkg + "." + c.Type + "." + c.Func
}
