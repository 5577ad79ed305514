// Package app asks what package lib knows about the caller.
package app

import (
	"errors"
	"net/http"

	"whofacts/lib"
)

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/a", profile)
	mux.HandleFunc("/b", token)
	mux.HandleFunc("/c", role)
	mux.HandleFunc("/d", mapped)
	mux.HandleFunc("/e", forbid)
	mux.HandleFunc("/f", asked)
	mux.HandleFunc("/g", address)
	mux.HandleFunc("/h", csrf)
	mux.HandleFunc("/i", merged)
	mux.Handle("/j", lib.Require(http.HandlerFunc(behind)))
	mux.HandleFunc("/k", open)
	mux.HandleFunc("/l", login)
	mux.HandleFunc("/m", askedFor)
	mux.HandleFunc("/n", derived)
}

func profile(w http.ResponseWriter, r *http.Request) {
	a, err := lib.FromRequest(r)
	if err != nil {
		lib.Fail(w, http.StatusForbidden, "who are you?") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	w.Write([]byte(a.Name))
}

func token(w http.ResponseWriter, r *http.Request) {
	if lib.Token(r) == "" {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	w.Write([]byte("hello"))
}

func role(w http.ResponseWriter, r *http.Request) {
	a, err := lib.FromRequest(r)
	if err != nil {
		lib.Ask(w)
		return
	}
	if !a.HasRole("admin") {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		http.Error(w, "for administrators", http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	w.Write([]byte(a.Name))
}

func mapped(w http.ResponseWriter, r *http.Request) {
	switch err := lib.Role(r, "admin"); {
	case errors.Is(err, lib.ErrNoToken):
		http.Error(w, "who are you?", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
	case errors.Is(err, lib.ErrRole):
		http.Error(w, "for administrators", http.StatusForbidden)
	default:
		w.Write([]byte("hello"))
	}
}

func forbid(w http.ResponseWriter, r *http.Request) {
	a, err := lib.FromRequest(r)
	if err != nil {
		lib.Forbid(w) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	if !a.HasRole("admin") {
		lib.Forbid(w)
		return
	}
	w.Write([]byte("hello"))
}

func asked(w http.ResponseWriter, r *http.Request) {
	a, err := lib.FromRequest(r)
	if err != nil {
		lib.Ask(w)
		return
	}
	if !a.HasRole("admin") {
		lib.Ask(w) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	w.Write([]byte("hello"))
}

func address(w http.ResponseWriter, r *http.Request) {
	if !lib.Allowed(r) {
		lib.Forbid(w)
		return
	}
	w.Write([]byte("hello"))
}

func csrf(w http.ResponseWriter, r *http.Request) {
	if err := lib.CheckToken(r); errors.Is(err, lib.ErrUnauthorized) {
		lib.Forbid(w)
		return
	}
	w.Write([]byte("hello"))
}

func open(w http.ResponseWriter, r *http.Request) {
	if lib.FromContext(r.Context()) == nil {
		lib.Forbid(w) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	w.Write([]byte("hello"))
}

// merged is low: one error for two outcomes.
func merged(w http.ResponseWriter, r *http.Request) {
	if err := lib.Role(r, "admin"); err != nil {
		lib.Forbid(w)
		return
	}
	w.Write([]byte("hello"))
}

func behind(w http.ResponseWriter, r *http.Request) {
	a := lib.FromContext(r.Context())
	if a == nil || !a.HasRole("admin") {
		lib.Forbid(w)
		return
	}
	w.Write([]byte("hello"))
}

func login(w http.ResponseWriter, r *http.Request) {
	a, ok := lib.Login(r.FormValue("name"), r.FormValue("password"))
	if !ok {
		lib.Fail(w, http.StatusForbidden, "wrong") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	w.Write([]byte(a.Name))
}

func askedFor(w http.ResponseWriter, r *http.Request) {
	a, err := lib.FromRequest(r)
	switch {
	case err != nil:
		lib.Ask(w)
	case !a.HasRole("reader"):
		lib.Forbid(w)
	default:
		w.Write([]byte(a.Name))
	}
}
