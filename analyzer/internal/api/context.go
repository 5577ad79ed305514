package api

import (
	"go/types"
	"slices"
	"strings"
	"sync"
)

// Context is a type in which a framework hands the response to a handler, alone or with the request.
type Context struct {
	Pkg  string // import path, without the suffix of a major version
	Type string

	Waits         bool   // nothing leaves before the handler has returned, whoever writes
	Flows         bool   // the next handler runs when this one returns, unless the chain was aborted (gin, hertz)
	StopsWhenSent bool   // with Flows: or unless something was sent (beego)
	Before        string // the method that the framework runs before any other, which it then runs only if nothing was sent
	Repeats       bool   // a status that is named again once it has left is passed over without a warning (gin, beego)
	StatusField   string // the field that holds the status which is remembered; "" for none
	Set           string // how source sets a header on it: "%s.Header(%s, %s)"; "" where it has no way of its own
	User          string // the field that holds who is known; "" for none
	Stop          string // how source aborts the chain: "%s.Abort()"; "" where it does not flow
}

// Hook is a field of a library's configuration: a function in it is called with the response, and not bare.
type Hook struct {
	Pkg   string // import path, without the suffix of a major version
	Type  string
	Field string

	Refuses    bool   // it is called for those alone whose credentials were missing or wrong
	Challenges bool   // the library sets the challenge before it, or after it where that is not too late
	Proxies    bool   // with Challenges: that of a 407, too
	Major      string // the major version that sets the challenge: "v3"; "" for all
}

// ErrorType is an error whose status a framework sends when a handler returns it.
type ErrorType struct {
	Pkg      string // import path, with the suffix of a major version where that version differs from what is said of the others
	Type     string
	Field    string         // the field that holds the status; "" where only the functions that make the error know it
	By       string         // what sends it, as a reader would name it
	Wrapped  bool           // it is found in an error that wraps it, too
	Method   string         // with an interface: the method that tells the status of any error which has it
	Apart    bool           // handlers are given no response: the error of any function may become an answer
	Called   bool           // with Apart: the program calls what sends it, and may set a header before
	Unless   string         // the method by which an error brings headers of its own, which are not followed
	Hook     string         // the field, method, function or variable by which a program puts a handler, or a maker of errors, of its own in the place of the framework's
	Fallback string         // the framework's own handler, by its name: where the one in its place hands errors on to it, it still counts
	Vars     map[string]int // package variables that are such errors, and their status
}

var contexts = sync.OnceValue(func() map[string]*Context {
	m := make(map[string]*Context)
	for _, f := range All() {
		for i, c := range f.Contexts {
			m[c.Pkg+"."+c.Type] = &f.Contexts[i]
		}
	}
	return m
})

// ContextOf returns what is known of a framework's context named "path.Name", or nil.
func ContextOf(named string) *Context {
	i := strings.LastIndexByte(named, '.')
	if i < 0 {
		return nil
	}
	return contexts()[unversioned(named[:i])+named[i:]]
}

var errorTypes = sync.OnceValue(func() map[string]*ErrorType {
	m := make(map[string]*ErrorType)
	for _, f := range All() {
		for i, e := range f.Errors {
			m[e.Pkg+"."+e.Type] = &f.Errors[i]
		}
	}
	return m
})

// LookupError returns what is known of an error type, or nil.
func LookupError(t *types.TypeName) *ErrorType {
	if t == nil || t.Pkg() == nil {
		return nil
	}
	if e := errorTypes()[unvendored(t.Pkg().Path())+"."+t.Name()]; e != nil {
		return e
	}
	return errorTypes()[unversioned(t.Pkg().Path())+"."+t.Name()]
}

// Telling lists the interfaces that tell the status of whatever implements them, to the frameworks that a package imports.
func Telling(pkg *types.Package) []*ErrorType {
	var list []*ErrorType
	for _, p := range pkg.Imports() {
		for _, f := range All() {
			for i, e := range f.Errors {
				if e.Method != "" && e.Pkg == unvendored(p.Path()) {
					list = append(list, &f.Errors[i])
				}
			}
		}
	}
	return list
}

// Replaceable lists the errors whose handler a program may replace, of the frameworks that a package imports, one for each place.
func Replaceable(pkg *types.Package) []*ErrorType {
	var list []*ErrorType
	for _, p := range pkg.Imports() {
		for _, f := range All() {
			for i, e := range f.Errors {
				if e.Hook != "" && SamePackage(p.Path(), e.Pkg) && !slices.ContainsFunc(list, func(other *ErrorType) bool { return SamePackage(other.Pkg, e.Pkg) && other.Hook == e.Hook }) {
					list = append(list, &f.Errors[i])
				}
			}
		}
	}
	return list
}

// ErrorVar returns the type of the error that a framework's package variable is, and its status; nil for another variable.
func ErrorVar(v *types.Var) (of *ErrorType, code int) {
	path := v.Pkg().Path()
	for _, pkg := range []string{unvendored(path), unversioned(path)} {
		for _, e := range errorTypes() {
			if code, ok := e.Vars[v.Name()]; ok && e.Pkg == pkg {
				return e, code
			}
		}
	}
	return nil, 0
}

// HookOf returns what is known of a field of the type named "path.Name"; nothing for another field.
func HookOf(named, field string) Hook {
	i := strings.LastIndexByte(named, '.')
	if i < 0 {
		return Hook{}
	}
	found := hooks()[key{unversioned(named[:i]), named[i+1:], field}]
	if found == nil {
		return Hook{}
	}
	h := *found
	if h.Major != "" && !strings.Contains(named, "/"+h.Major+"/") {
		h.Challenges, h.Proxies = false, false
	}
	return h
}

var hooks = sync.OnceValue(func() map[key]*Hook {
	m := make(map[key]*Hook)
	for _, f := range All() {
		for i, h := range f.Hooks {
			m[key{h.Pkg, h.Type, h.Field}] = &f.Hooks[i]
		}
	}
	return m
})

// SamePackage reports whether an import path is that of a package which tables name without its major version.
func SamePackage(path, pkg string) bool { return unversioned(path) == unversioned(pkg) }
