// Package carriers has statuses that travel in values: copies of structs, errors by value, errors that others wrap.
package carriers

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

func signedIn(r *http.Request) bool {
	_, err := r.Cookie("session")
	return err == nil
}

// denier always answers 401, and is no helper for all that: its callers are the server's.
type denier struct{}

func (denier) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "who are you?", 401) // want "missing-challenge: 401"
}

// envelope is handed to its method as a copy.
type envelope struct {
	Status int `json:"status"`
}

func (e envelope) send(w http.ResponseWriter) {
	w.WriteHeader(e.Status)
	json.NewEncoder(w).Encode(e)
}

func sends(w http.ResponseWriter, r *http.Request) {
	e := envelope{Status: 200}
	if !signedIn(r) {
		e.Status = 401
	}
	e.send(w) // want "missing-challenge: 401"
}

// statusError is found by its adapter also where it is wrapped.
type statusError struct{ status int }

func (e *statusError) Error() string { return http.StatusText(e.status) }

type failing func(w http.ResponseWriter, r *http.Request) error

func (f failing) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := f(w, r)
	if err == nil {
		return
	}
	var se *statusError
	if errors.As(err, &se) {
		http.Error(w, "no", se.status)
		return
	}
	http.Error(w, "oh no", 500)
}

func wrapped(w http.ResponseWriter, r *http.Request) error {
	return fmt.Errorf("a page: %w", &statusError{401}) // want "missing-challenge: .*401"
}

func wrappedRoutes(mux *http.ServeMux) { mux.Handle("/", failing(wrapped)) }

// kind is an error by value, and a type switch tells it from others.
type kind struct{ code int }

func (k kind) Error() string { return http.StatusText(k.code) }

type switching func(w http.ResponseWriter, r *http.Request) error

func (s switching) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch err := s(w, r).(type) {
	case nil:
	case kind:
		http.Error(w, err.Error(), err.code)
	default:
		http.Error(w, err.Error(), 500)
	}
}

func returnsKind(w http.ResponseWriter, r *http.Request) error { return kind{401} } // want "missing-challenge: .*401"

func switchingRoutes(mux *http.ServeMux) { mux.Handle("/", switching(returnsKind)) }
