package api

import (
	"go/types"
	"strings"
	"sync"
)

// Context is a type in which a framework hands the response to a handler, alone or with the request.
type Context struct {
	Pkg  string // import path, without the suffix of a major version
	Type string

	Flows         bool   // the next handler runs when this one returns, unless the chain was aborted (gin, hertz)
	StopsWhenSent bool   // with Flows: or unless something was sent (beego)
	Set           string // how source sets a header on it: "%s.Header(%s, %s)"; "" where it has no way of its own
}

// ErrorType is an error whose status a framework sends when a handler returns it.
type ErrorType struct {
	Pkg     string
	Type    string
	Field   string         // the field that holds the status; "" where only the functions that make the error know it
	By      string         // what sends it, as a reader would name it
	Wrapped bool           // it is found in an error that wraps it, too
	Hook    string         // the field, method or variable by which a program puts a handler of its own in the place of the framework's
	Vars    map[string]int // package variables that are such errors, and their status
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
	return errorTypes()[unversioned(t.Pkg().Path())+"."+t.Name()]
}

// ErrorVar returns the type of the error that a framework's package variable is, and its status; nil for another variable.
func ErrorVar(v *types.Var) (of *ErrorType, code int) {
	pkg := unversioned(v.Pkg().Path())
	for _, e := range errorTypes() {
		if code, ok := e.Vars[v.Name()]; ok && e.Pkg == pkg {
			return e, code
		}
	}
	return nil, 0
}

var frameworkPackages = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for _, f := range All() {
		for _, c := range f.Contexts {
			m[c.Pkg] = true
		}
		for _, e := range f.Errors {
			m[e.Pkg] = true
		}
	}
	return m
})

// Answering reports whether what a package declares can be a response, or become one.
func Answering(path string) bool { return path == "net/http" || frameworkPackages()[unversioned(path)] }
