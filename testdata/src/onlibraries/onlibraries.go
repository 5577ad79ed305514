// Package onlibraries holds net/http handlers that libraries guard or answer for.
package onlibraries

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
	"github.com/gorilla/context"
	"github.com/zeromicro/go-zero/rest/httpx"
)

// Behind the authenticator somebody is known.
func guarded(w http.ResponseWriter, r *http.Request) {
	_, claims, err := jwtauth.FromContext(r.Context())
	if err != nil || claims["admin"] != true {
		http.Error(w, "for administrators", 403)
		return
	}
	w.Write([]byte("hello"))
}

// The verifier lets everybody through.
func verified(w http.ResponseWriter, r *http.Request) {
	_, _, err := jwtauth.FromContext(r.Context())
	if err != nil {
		http.Error(w, "who are you?", 403) // want "forbidden-unauthenticated: "
		return
	}
	w.Write([]byte("hello"))
}

func bare(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		httpx.WriteJson(w, 401, "who are you?") // want "missing-challenge: 401 is sent with no WWW-Authenticate header"
		return
	}
	httpx.OkJson(w, "hello")
}

func challenged(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
		httpx.WriteJson(w, 401, "who are you?")
		return
	}
	httpx.OkJson(w, "hello")
}

func okError(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		httpx.OkJson(w, map[string]string{"error": "who are you?"}) // want "error-as-ok: "
		return
	}
	httpx.OkJson(w, "hello")
}

type user struct{ Admin bool }

// Middlewares that are older than requests' own contexts keep here whom they found.
func administers(w http.ResponseWriter, r *http.Request) {
	u := context.Get(r, "user").(*user)
	if !u.Admin {
		http.Error(w, "for administrators", 401) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	w.Write([]byte("hello"))
}

func forbids(w http.ResponseWriter, r *http.Request) {
	u := context.Get(r, "user").(*user)
	if !u.Admin {
		http.Error(w, "for administrators", 403)
		return
	}
	w.Write([]byte("hello"))
}

func nobodyKept(w http.ResponseWriter, r *http.Request) {
	if _, ok := context.GetOk(r, "user"); !ok {
		http.Error(w, "who are you?", 403) // want "forbidden-unauthenticated: "
		return
	}
	w.Write([]byte("hello"))
}

// Routes registers them.
func Routes(r chi.Router, ja *jwtauth.JWTAuth) {
	r.Get("/bare", bare)
	r.Get("/challenged", challenged)
	r.Get("/okError", okError)
	r.Group(func(r chi.Router) {
		r.Use(jwtauth.Verifier(ja))
		r.Get("/verified", verified)
	})
	r.Group(func(r chi.Router) {
		r.Use(jwtauth.Verifier(ja))
		r.Use(jwtauth.Authenticator(ja))
		r.Get("/guarded", guarded)
	})
}
