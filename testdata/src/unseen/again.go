package unseen

import (
	"errors"
	"net/http"
	"os"
)

// A wrapper sends what it likes. Needed: what http.Error calls of a writer that the package declares.
type stubborn struct{ http.ResponseWriter }

func (s *stubborn) WriteHeader(int) { s.ResponseWriter.WriteHeader(http.StatusUnauthorized) }

func throughStubborn(w http.ResponseWriter, r *http.Request) {
	http.Error(&stubborn{w}, "who are you?", http.StatusForbidden)
}

// Which way of authenticating is meant is configured, and its error is the operating system's. Needed: what all that implement an interface
// mean by an error that says "permission".
type authenticating interface {
	Auth(r *http.Request) (name string, err error)
}

type login struct{ by authenticating }

func (l *login) enter(w http.ResponseWriter, r *http.Request) {
	name, err := l.by.Auth(r)
	switch {
	case errors.Is(err, os.ErrPermission):
		w.WriteHeader(http.StatusForbidden)
	case err != nil:
		w.WriteHeader(http.StatusInternalServerError)
	default:
		w.Write([]byte(name))
	}
}
