package event

import (
	"go/types"
	"strings"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// Power is the most that code can do to a response which it was given under some static type.
type Power uint8

const (
	Nothing Power = iota
	Body          // an io.Writer: bytes, and so at most a 200
	Headers       // an http.Header
	All           // an http.ResponseWriter, a framework's context, a struct that holds one, an empty interface
)

// PowerOf bounds by the static type t what code can do to the response inside a value of that type.
func PowerOf(t types.Type) Power { return power(t, 0) }

// Answers reports whether t is a response itself: what has Header, Write and WriteHeader.
func Answers(t types.Type) bool {
	return has(t, "WriteHeader") && has(t, "Write") && has(t, "Header")
}

const maxDepth = 2 // how deep a struct may hold the response in another struct

func power(t types.Type, depth int) Power {
	t = types.Unalias(t)
	if depth > maxDepth {
		return Nothing
	}
	named := bare(t)
	if api.ContextOf(named) != nil {
		return All
	}
	if i := strings.LastIndexByte(named, '.'); i > 0 && api.Foreign(named[:i]) {
		return Nothing
	}
	switch named {
	case "net/http.Header":
		return Headers
	case "net/http.Request", "net/http.Response", "net/http.Server", "context.Context", "net/http.Client":
		return Nothing // they never lead back to the response of the handler
	}
	if Answers(t) {
		return All
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		return ofInterface(u)
	case *types.Struct:
		if i := strings.LastIndexByte(named, '.'); i > 0 && api.OfFramework(named[:i]) {
			return Nothing // what a framework's context leads to beside the response: the request, the router
		}
		return ofFields(u, depth)
	case *types.Pointer:
		return power(u.Elem(), depth+1)
	case *types.Signature:
		return All // a closure may have captured it
	}
	return Nothing
}

func ofInterface(u *types.Interface) Power {
	switch {
	case u.NumMethods() == 0:
		return All
	case u.NumMethods() == 1 && u.Method(0).Name() == "Write", hasMethod(u, "Write") && !hasMethod(u, "WriteHeader"):
		return Body
	}
	for m := range u.Methods() {
		if sig := m.Signature(); sig.Params().Len() == 0 && sig.Results().Len() == 1 && Answers(sig.Results().At(0).Type()) {
			return All // a context of the house: it hands its response out
		}
	}
	return Nothing
}

// asks reports whether a method only asks: it takes nothing, and answers with something that is no error. What writes an
// answer is told what to write, or tells how it went.
func asks(sig *types.Signature) bool {
	n := sig.Results().Len()
	return sig.Params().Len() == 0 && n > 0 && !IsError(sig.Results().At(n-1).Type())
}

func ofFields(u *types.Struct, depth int) Power {
	most := Nothing
	for field := range u.Fields() {
		ft := types.Unalias(field.Type())
		if iface, ok := ft.Underlying().(*types.Interface); ok && iface.NumMethods() == 0 {
			continue // a field that may hold anything says nothing
		}
		if _, ok := ft.Underlying().(*types.Signature); ok {
			continue
		}
		inner := depth + 1
		if field.Embedded() && !isPointer(ft) {
			inner = depth // a controller that is made of another one has its methods
		}
		p := power(ft, inner)
		if p == All || p == Body && most == Nothing && types.IsInterface(ft) { // what a field's own fields write to is too far
			most = p
		}
	}
	return most
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

func has(t types.Type, method string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, method)
	fn, ok := obj.(*types.Func)
	return ok && fn.Exported()
}

func hasMethod(u *types.Interface, name string) bool {
	for m := range u.Methods() {
		if m.Name() == name {
			return true
		}
	}
	return false
}

// ContextOf is the framework's context that a value of type t is; nil for another type.
func ContextOf(t types.Type) *api.Context { return api.ContextOf(bare(t)) }

// Made is the framework's context that a value of type t is, or is made of by embedding, as controllers are; nil for another type.
func Made(t types.Type) *api.Context {
	if c := ContextOf(t); c != nil {
		return c
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for field := range s.Fields() {
			if field.Embedded() && !isPointer(field.Type()) {
				if c := Made(field.Type()); c != nil {
					return c
				}
			}
		}
	}
	return nil
}

// bare names a type "path.Name", without pointer; "" where it has no name.
func bare(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return ""
	}
	path := n.Obj().Pkg().Path()
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		path = path[i+len("/vendor/"):]
	}
	return path + "." + n.Obj().Name()
}

// IsError reports whether t is the type error.
func IsError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}
