// Package app calls what package lib does with bodies and with denials.
package app

import (
	"errors"
	"net/http"

	"bodyfacts/lib"
)

var load func(id string) (string, error)

func jsonError(w http.ResponseWriter, r *http.Request) {
	s, err := load(r.PathValue("id"))
	if err != nil {
		lib.JSON(w, map[string]string{"error": err.Error()}) // want "error-as-ok: this body .*medium"
		return
	}
	lib.JSON(w, s)
}

func jsonRefused(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("session"); err != nil {
		lib.JSON(w, map[string]any{"success": false}) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	lib.JSON(w, map[string]any{"success": true})
}

func respondOK(w http.ResponseWriter, r *http.Request) {
	s, err := load(r.PathValue("id"))
	if err != nil {
		lib.Respond(w, 200, map[string]string{"error": err.Error()}) // want "error-as-ok: this body .*medium"
		return
	}
	lib.Respond(w, 200, s)
}

func textRefused(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" {
		lib.Text(w, "access denied") // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	lib.Text(w, "hello")
}

func respondWell(w http.ResponseWriter, r *http.Request) {
	s, err := load(r.PathValue("id"))
	if err != nil {
		lib.Respond(w, http.StatusNotFound, map[string]string{"error": err.Error()})
		return
	}
	lib.Respond(w, http.StatusOK, map[string]any{"error": nil, "value": s})
}

func statusBefore(w http.ResponseWriter, r *http.Request) {
	s, err := load(r.PathValue("id"))
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		lib.JSON(w, map[string]string{"error": err.Error()})
		return
	}
	lib.JSON(w, s)
}

// The mistake stands in lib.
func sendError(w http.ResponseWriter, r *http.Request) {
	s, err := load(r.PathValue("id"))
	if err != nil {
		lib.SendError(w, err.Error())
		return
	}
	lib.JSON(w, s)
}

func failed(w http.ResponseWriter, r *http.Request) {
	s, err := load(r.PathValue("id"))
	if err != nil {
		lib.Failed(w, err)
		return
	}
	lib.JSON(w, s)
}

func expired(w http.ResponseWriter, r *http.Request) {
	s, err := load(r.PathValue("id"))
	if errors.Is(err, lib.ErrExpired) {
		lib.JSON(w, map[string]bool{"expired": true})
		return
	}
	lib.JSON(w, s)
}

func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			lib.Deny(w) // want "denial-falls-through: after this 401"
		}
		next.ServeHTTP(w, r)
	})
}

func guardedWell(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			lib.Deny(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// The answer of Check is dropped.
func checked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = lib.Check(w, r) // want "denial-falls-through: after this 401"
		next.ServeHTTP(w, r)
	})
}

func checkedWell(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if lib.Check(w, r) {
			next.ServeHTTP(w, r)
		}
	})
}

func user(w http.ResponseWriter, r *http.Request) {
	name, _ := lib.User(w, r) // want "denial-falls-through: after this 401"
	w.Write([]byte("hello " + name))
}

func userWell(w http.ResponseWriter, r *http.Request) {
	name, err := lib.User(w, r)
	if err != nil {
		return
	}
	lib.Text(w, "hello "+name)
}

// What lib makes of an error is no 200, unless the error is none.
func statusOfError(w http.ResponseWriter, r *http.Request) {
	s, err := load(r.PathValue("id"))
	if err != nil {
		http.Error(w, err.Error(), lib.StatusOf(err))
		return
	}
	lib.JSON(w, s)
}
