package api

import (
	"go/token"
	"go/types"
	"testing"
)

func TestRows(t *testing.T) {
	seen := make(map[key]string)
	names := make(map[string]bool)
	for _, f := range All() {
		if f.Name == "" || names[f.Name] {
			t.Errorf("framework %q: no name of its own", f.Name)
		}
		names[f.Name] = true
		for _, c := range f.Calls {
			k := key{c.Pkg, c.Type, c.Func}
			if other, ok := seen[k]; ok {
				t.Errorf("%v: in %s and in %s", k, other, f.Name)
			}
			seen[k] = f.Name
			if c.Pkg == "" || c.Func == "" || c.Does == 0 {
				t.Errorf("%v: incomplete", k)
			}
			if c.Pkg != unversioned(c.Pkg) {
				t.Errorf("%v: an import path with its version is never looked up", k)
			}
			for _, complaint := range complaints(c) {
				t.Errorf("%v: %s", k, complaint)
			}
		}
	}
}

// complaints says what in a row contradicts itself.
func complaints(c *Call) (list []string) {
	does := func(d Does) bool { return c.Does&d != 0 }
	for _, check := range []struct {
		bad  bool
		says string
	}{
		{(c.On == None) != (does(Exits) && !does(Commits) || does(ExitsChained|KeepsError|AsError|IsError|FindsError|MakesError|NeverNil)), "On"},
		{does(KeepsError|Copies|AsError|IsError|FindsError) && c.Value == None, "it has no Value"},
		{does(Sets|Adds|Deletes) && c.Name == None && c.Header == "", "it names no header"},
		{does(Sets|Adds) && c.Header == "" && c.Value == None, "it gives the header no value"},
		{does(StoresOnRequest|Stores) && c.Status == None && c.Carrier == None && c.Code == 0, "it has no status"},
		{does(StatusFromRequest) && (!does(Commits) || c.Request == None), "StatusFromRequest"},
		{does(Holds|Flushes) && !does(Writes), "it says when it writes, not that it does"},
		{does(Holds) && does(Flushes), "it both holds and flushes"},
		{does(MakesError) && (c.Makes == "" || c.Status == None && c.Code == 0), "it makes no error with a status"},
		{does(Waits|Bypasses) && !does(Writes), "it says how it writes, not that it does"},
		{does(KeepsNil) && !does(KeepsError), "KeepsNil"},
		{does(Prepares) && !does(StatusFromRequest), "Prepares"},
		{does(Early) && !does(Commits|Writes), "Early, but nothing to be early for"},
		{does(Spares) && does(Commits|Stores|Writes|Sets|Adds|Deletes|Clears|Copies|HandsOn|Hijacks|Upgrades), "it spares nothing"},
		{c.Status != None && c.Code != 0, "two statuses"},
		{c.Name != None && c.Header != "", "two header names"},
		{c.On != None && (c.On == c.Status || c.On == c.Name || c.On == c.Value || c.On == c.Body || c.On == c.Request),
			"one operand is two things"},
	} {
		if check.bad {
			list = append(list, check.says)
		}
	}
	return list
}

func TestUnversioned(t *testing.T) {
	for path, want := range map[string]string{
		"net/http":                                    "net/http",
		"github.com/go-chi/chi":                       "github.com/go-chi/chi",
		"github.com/go-chi/chi/v5":                    "github.com/go-chi/chi",
		"github.com/go-chi/chi/v5/middleware":         "github.com/go-chi/chi/middleware",
		"k8s.io/klog/v2":                              "k8s.io/klog",
		"github.com/a/viewer/v":                       "github.com/a/viewer/v",
		"github.com/a/v2":                             "github.com/a",
		"github.com/v2/b":                             "github.com/v2/b",
		"b.example/app/vendor/github.com/gorilla/mux": "github.com/gorilla/mux",
		"b.example/app/vendor/k8s.io/klog/v2":         "k8s.io/klog",
		"b.example/vendors/vendor":                    "b.example/vendors/vendor",
	} {
		if got := unversioned(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestLookup(t *testing.T) {
	str := types.Typ[types.String]
	for _, test := range []struct {
		says string
		fn   *types.Func
		want Does // 0: no row
	}{
		{"a function", function("net/http", "NotFound"), Commits | Writes},
		{"a function of another package", function("example.com/http", "NotFound"), 0},
		{"a function without a row", function("net/http", "StatusText"), 0},
		{"a method", method("net/http", "Header", "Set", str, false), Sets},
		{"a method of a pointer", method("encoding/json", "Encoder", "Encode", types.NewStruct(nil, nil), true), Writes | Early},
		{"a method of another type", method("net/http", "Trailer", "Set", str, false), 0},
		{"a function named as a method is", function("net/http", "Set"), 0},
		{"a method of an interface", interfaceMethod("net/http", "ResponseWriter", "WriteHeader"), Commits},
		{"a version", method("github.com/go-chi/chi/v5", "Mux", "ServeHTTP", types.NewStruct(nil, nil), true), HandsOn},
		{"a vendored version", function("example.com/app/vendor/k8s.io/klog/v2", "Fatal"), Exits},
		{"a generic function", instance(), FindsError},
		{"nil", nil, 0},
		{"a method of the universe", errorMethod(), 0},
	} {
		c := Lookup(test.fn)
		switch {
		case test.want == 0 && c != nil:
			t.Errorf("%s: found %v", test.says, *c)
		case test.want != 0 && c == nil:
			t.Errorf("%s: not found", test.says)
		case c != nil && c.Does != test.want:
			t.Errorf("%s: %b, want %b", test.says, c.Does, test.want)
		}
	}
	if c := LookupMethod("github.com/urfave/negroni/v3", "Negroni", "ServeHTTP"); c == nil || c.On != 0 {
		t.Errorf("by name: %v", c)
	}
}

func function(path, name string) *types.Func {
	pkg := types.NewPackage(path, "p")
	return types.NewFunc(token.NoPos, pkg, name, types.NewSignatureType(nil, nil, nil, nil, nil, false))
}

func method(path, typ, name string, underlying types.Type, pointer bool) *types.Func {
	pkg := types.NewPackage(path, "p")
	var recv types.Type = types.NewNamed(types.NewTypeName(token.NoPos, pkg, typ, nil), underlying, nil)
	if pointer {
		recv = types.NewPointer(recv)
	}
	sig := types.NewSignatureType(types.NewParam(token.NoPos, pkg, "", recv), nil, nil, nil, nil, false)
	return types.NewFunc(token.NoPos, pkg, name, sig)
}

func interfaceMethod(path, typ, name string) *types.Func {
	pkg := types.NewPackage(path, "p")
	named := types.NewNamed(types.NewTypeName(token.NoPos, pkg, typ, nil), nil, nil)
	sig := types.NewSignatureType(types.NewParam(token.NoPos, pkg, "", named), nil, nil, nil, nil, false)
	fn := types.NewFunc(token.NoPos, pkg, name, sig)
	named.SetUnderlying(types.NewInterfaceType([]*types.Func{fn}, nil).Complete())
	return fn
}

// instance is errors.AsType, which has a type parameter.
func instance() *types.Func {
	pkg := types.NewPackage("errors", "errors")
	e := types.NewTypeParam(types.NewTypeName(token.NoPos, pkg, "E", nil), types.Universe.Lookup("error").Type())
	return types.NewFunc(token.NoPos, pkg, "AsType", types.NewSignatureType(nil, nil, []*types.TypeParam{e}, nil, nil, false))
}

// errorMethod is Error of the interface error, which belongs to no package.
func errorMethod() *types.Func {
	return types.Universe.Lookup("error").Type().Underlying().(*types.Interface).Method(0)
}
