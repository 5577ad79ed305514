package frameworks

import (
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// table is what a framework's test says of its table.
type table struct {
	name string // as in [api.Framework]
	// at says where the real packages are that rows and sources name, each without its major version: one import path for
	// every version that the table speaks of. A row must be true of one, and may not be wrong of any in which its function is.
	at map[string][]string
	// harmless lists, separated by blanks, the methods of contexts that have neither row nor source: "Type.Method", or
	// "Method" for all contexts. They do nothing to the response, and say nothing of the client.
	harmless string
	// vars are the values of the error variables, of each version: their statuses must be those of the table.
	vars map[string][]any
}

// check holds the framework's table against the real packages.
func (tab table) check(t *testing.T) {
	i := slices.IndexFunc(api.All(), func(f api.Framework) bool { return f.Name == tab.name })
	if i < 0 {
		t.Fatalf("no framework is called %q", tab.name)
	}
	r := &resolver{table: tab, framework: &api.All()[i], pkgs: make(map[string][]*types.Package)}
	r.load(t)
	for i := range r.framework.Calls {
		r.call(t, r.framework.Calls[i])
	}
	r.sources(t)
	for _, c := range r.framework.Contexts {
		r.context(t, c)
	}
	for _, e := range r.framework.Errors {
		r.errorType(t, e)
	}
	for _, h := range r.framework.Hooks {
		r.hook(t, h)
	}
	t.Logf("%d rows, %d sources, %d contexts, %d error types", len(r.framework.Calls), r.seen, len(r.framework.Contexts),
		len(r.framework.Errors))
}

type resolver struct {
	table
	framework *api.Framework
	pkgs      map[string][]*types.Package // by the name that rows give them
	seen      int                         // sources
}

func (r *resolver) load(t *testing.T) {
	named := make(map[string]string)
	var patterns []string
	for name, paths := range r.at {
		for _, path := range paths {
			named[path] = name
			patterns = append(patterns, path)
		}
	}
	loaded, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedTypes}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range loaded {
		if len(pkg.Errors) > 0 {
			t.Fatalf("%s: %v", pkg.PkgPath, pkg.Errors)
		}
		name := named[pkg.PkgPath]
		r.pkgs[name] = append(r.pkgs[name], pkg.Types)
	}
}

// functions returns what a row names, in each version that has it.
func (r *resolver) functions(pkg, typ, name string) []*types.Func {
	var fns []*types.Func
	for _, p := range r.pkgs[pkg] {
		obj := p.Scope().Lookup(name)
		if typ != "" {
			if t, ok := p.Scope().Lookup(typ).(*types.TypeName); ok {
				obj, _, _ = types.LookupFieldOrMethod(t.Type(), true, p, name)
			}
		}
		if fn, ok := obj.(*types.Func); ok {
			fns = append(fns, fn)
		}
	}
	return fns
}

func (r *resolver) call(t *testing.T, c *api.Call) {
	fns := r.functions(c.Pkg, c.Type, c.Func)
	if len(fns) == 0 {
		t.Errorf("%s.%s.%s: no such function or method", c.Pkg, c.Type, c.Func)
	}
	for _, fn := range fns {
		for _, complaint := range r.complaints(c, fn) {
			t.Errorf("%s.%s.%s: %s (%v)", c.Pkg, c.Type, c.Func, complaint, fn)
		}
	}
}

// complaints says what of a row does not fit the function.
func (r *resolver) complaints(c *api.Call, fn *types.Func) []string {
	var all []string
	complain := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	does := func(d api.Does) bool { return c.Does&d != 0 }
	operand := func(what string, a api.Arg, is func(types.Type) bool) {
		if a == api.None {
			return
		}
		if t := typeOf(fn, a); t == nil || !is(t) {
			complain("%s: operand %d is %v", what, a, t)
		}
	}
	operand("On", c.On, func(t types.Type) bool {
		return r.isResponse(t) || does(api.StoresOnRequest) && named(t) == "net/http.Request" || does(api.Spares) && types.IsInterface(t)
	})
	operand("Status", c.Status, func(t types.Type) bool { return isInt(t) || isString(t) }) // beego: "401"
	operand("Name", c.Name, func(t types.Type) bool { return isString(t) || isBytes(t) })
	operand("Body", c.Body, func(t types.Type) bool { return !r.isResponse(t) })
	operand("Value", c.Value, func(t types.Type) bool {
		switch {
		case does(api.Sets | api.Adds):
			return isString(t) || strings.Contains(t.String(), "ookie") || isBytes(t)
		case does(api.Copies):
			return strings.Contains(t.Underlying().String(), "map[string]") || r.isResponse(t)
		}
		return !isString(t) && !isInt(t) // an error
	})
	if does(api.Sets|api.Adds|api.Deletes) && (c.Name == api.None) == (c.Header == "") {
		complain("one of Name and Header names the header")
	}
	if c.Code != 0 && (c.Code < 100 || c.Code > 599 || c.Status != api.None) {
		complain("Code: %d", c.Code)
	}
	if does(api.Fails) && (c.Code == 0 || !yields(fn, "error")) {
		complain("Fails: no code, or no error")
	}
	if does(api.Wraps|api.Asks|api.GivesHeader|api.KeepsError|api.MakesError) && fn.Signature().Results().Len() == 0 {
		complain("it returns nothing")
	}
	if does(api.MakesError) {
		res := named(fn.Signature().Results().At(0).Type())
		made := c.Pkg + "." + c.Makes
		if res != "error" && res != made && !r.isError(res) && !types.AssignableTo(r.pointerTo(fn.Pkg(), c.Makes), fn.Signature().Results().At(0).Type()) {
			complain("it makes %s, not %s", res, made)
		}
	}
	return all
}

// isError accepts the framework's errors: a constructor may stand in another package.
func (r *resolver) isError(name string) bool {
	return slices.ContainsFunc(r.framework.Errors, func(e api.ErrorType) bool { return name == e.Pkg+"."+e.Type })
}

// pointerTo is the type *name of a package.
func (r *resolver) pointerTo(pkg *types.Package, name string) types.Type {
	obj := pkg.Scope().Lookup(name)
	if obj == nil {
		return types.Typ[types.Invalid]
	}
	return types.NewPointer(obj.Type())
}

// isResponse accepts the framework's contexts, what its rows wrap, and the response of net/http.
func (r *resolver) isResponse(t types.Type) bool {
	name := named(t)
	for _, c := range r.framework.Contexts {
		if name == c.Pkg+"."+c.Type {
			return true
		}
	}
	for _, c := range r.framework.Calls {
		if c.On == api.Recv && name == c.Pkg+"."+c.Type {
			return true
		}
	}
	return name == "net/http.ResponseWriter" || name == "net/http.Header"
}

func (r *resolver) sources(t *testing.T) {
	for _, s := range api.Sources() {
		if r.at[s.Pkg] == nil {
			continue
		}
		r.seen++
		fns := r.functions(s.Pkg, s.Type, s.Func)
		if len(fns) == 0 {
			t.Errorf("source %s.%s.%s: no such function or method", s.Pkg, s.Type, s.Func)
		}
		for _, fn := range fns {
			where := fmt.Sprintf("source %s.%s.%s (%v)", s.Pkg, s.Type, s.Func, fn)
			if s.Name != api.None && typeOf(fn, s.Name) == nil {
				t.Errorf("%s: no operand %d is the name", where, s.Name)
			}
			if s.Name != api.None && s.Place != api.Kept && s.Place != api.InSession && !isString(typeOf(fn, s.Name)) {
				t.Errorf("%s: the name is no string", where)
			}
			if s.Value != api.None && typeOf(fn, s.Value) == nil {
				t.Errorf("%s: no operand %d is the value", where, s.Value)
			}
			if !s.Keeps && fn.Signature().Results().Len() == 0 && fn.Signature().Params().Len() == 0 {
				t.Errorf("%s: it yields nothing", where)
			}
		}
	}
}

// context holds that a context exists, and that each of its methods has a row, a source, or a reason for neither.
func (r *resolver) context(t *testing.T, c api.Context) {
	found := false
	listed := strings.Fields(r.harmless)
	for _, p := range r.pkgs[c.Pkg] {
		obj, ok := p.Scope().Lookup(c.Type).(*types.TypeName)
		if !ok {
			continue
		}
		found = true
		typ := obj.Type()
		if !types.IsInterface(typ) {
			typ = types.NewPointer(typ)
		}
		for m := range types.NewMethodSet(typ).Methods() {
			fn := m.Obj().(*types.Func)
			if !fn.Exported() || r.known(fn, c) {
				continue
			}
			if !slices.Contains(listed, fn.Name()) && !slices.Contains(listed, c.Type+"."+fn.Name()) {
				t.Errorf("%s: neither row nor source, and not listed as harmless", fn.FullName())
			}
		}
	}
	if !found {
		t.Errorf("no context %s.%s", c.Pkg, c.Type)
	}
	if c.Set != "" && strings.Count(c.Set, "%s") != 3 {
		t.Errorf("%s.%s: Set names response, header and value: %q", c.Pkg, c.Type, c.Set)
	}
}

// known reports whether a row or a source names the method.
func (r *resolver) known(fn *types.Func, c api.Context) bool {
	return api.LookupMethod(c.Pkg, c.Type, fn.Name()) != nil || api.LookupSource(fn) != nil || promoted(fn, c.Type)
}

// promoted says that a context has the method from another type that it embeds, for which a row may stand as well.
func promoted(fn *types.Func, typ string) bool {
	name := named(fn.Signature().Recv().Type())
	return name[strings.LastIndexByte(name, '.')+1:] != typ && api.Lookup(fn) != nil
}

// hook looks for the field that a hook names.
func (r *resolver) hook(t *testing.T, h api.Hook) {
	for _, p := range r.pkgs[h.Pkg] {
		if obj, ok := p.Scope().Lookup(h.Type).(*types.TypeName); ok {
			if f, _, _ := types.LookupFieldOrMethod(obj.Type(), true, p, h.Field); f != nil {
				return
			}
		}
	}
	t.Errorf("%s.%s: no field %s", h.Pkg, h.Type, h.Field)
}

func (r *resolver) errorType(t *testing.T, e api.ErrorType) {
	where := e.Pkg + "." + e.Type
	found, hook, fallback := false, false, false
	vars := make(map[string]bool)
	for _, p := range r.pkgs[e.Pkg] {
		if obj, ok := p.Scope().Lookup(e.Type).(*types.TypeName); ok {
			found = true
			if e.Field != "" {
				f, _, _ := types.LookupFieldOrMethod(obj.Type(), true, p, e.Field)
				if v, ok := f.(*types.Var); !ok || !isInt(v.Type()) {
					t.Errorf("%s: no int field %s", where, e.Field)
				}
			}
		}
		for _, name := range p.Scope().Names() {
			switch obj := p.Scope().Lookup(name).(type) {
			case *types.Var, *types.Func:
				vars[name] = true
			case *types.TypeName:
				f, _, _ := types.LookupFieldOrMethod(obj.Type(), true, p, e.Hook)
				hook = hook || f != nil
				f, _, _ = types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, p, e.Fallback)
				fallback = fallback || f != nil
			}
		}
	}
	if !found {
		t.Errorf("%s: no such type", where)
	}
	if e.Hook != "" && !hook && !vars[e.Hook] {
		t.Errorf("%s: no type has a field or method %s, and no variable or function is called so", where, e.Hook)
	}
	if e.Fallback != "" && !fallback && !vars[e.Fallback] {
		t.Errorf("%s: no function or method is called %s", where, e.Fallback)
	}
	for name, code := range e.Vars {
		if !vars[name] {
			t.Errorf("%s: no variable %s", where, name)
		}
		if len(r.vars[name]) == 0 {
			t.Errorf("%s: the test does not give the value of %s", where, name)
		}
		for _, v := range r.vars[name] {
			if got := statusOf(v, e.Field); got != code {
				t.Errorf("%s: %s has status %d, not %d", where, name, got, code)
			}
		}
	}
}

// statusOf reads the status of an error, by its method or its field.
func statusOf(v any, field string) int {
	if s, ok := v.(interface{ StatusCode() int }); ok {
		return s.StatusCode()
	}
	of := reflect.Indirect(reflect.ValueOf(v))
	if of.Kind() != reflect.Struct || !of.FieldByName(field).IsValid() {
		return 0
	}
	return int(of.FieldByName(field).Int())
}

// typeOf returns the type of an operand, nil where there is none; of a variadic argument that of each value.
func typeOf(fn *types.Func, a api.Arg) types.Type {
	sig := fn.Signature()
	switch {
	case a == api.Recv && sig.Recv() != nil:
		return sig.Recv().Type()
	case a >= 0 && int(a) < sig.Params().Len():
		t := sig.Params().At(int(a)).Type()
		if sig.Variadic() && int(a) == sig.Params().Len()-1 {
			return t.(*types.Slice).Elem()
		}
		return t
	}
	return nil
}

func isInt(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isBytes(t types.Type) bool { return t.Underlying().String() == "[]byte" }

func yields(fn *types.Func, typ string) bool {
	res := fn.Signature().Results()
	return res.Len() > 0 && named(res.At(res.Len()-1).Type()) == typ
}

// named names a type as rows do: "net/http.Header", without pointer and without a major version.
func named(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return t.String()
	}
	parts := strings.Split(n.Obj().Pkg().Path(), "/")
	parts = slices.DeleteFunc(parts, func(p string) bool {
		return len(p) > 1 && p[0] == 'v' && strings.Trim(p[1:], "0123456789") == ""
	})
	return strings.Join(parts, "/") + "." + n.Obj().Name()
}
