package unseen

import (
	"errors"
	"net/http"
	"os"
)

// Who sends errors may run the handler anew. Needed: a function is walked once more when all that it calls is known.
type redirected struct{ mux *http.ServeMux }

var errAgain = errors.New("again")

type coded struct{ status int }

func (c coded) Error() string { return http.StatusText(c.status) }

func (h *redirected) serve(w http.ResponseWriter, r *http.Request) {
	if err := allowed(r); err != nil {
		h.fail(w, r, err)
		return
	}
	h.mux.ServeHTTP(w, r)
}

func (h *redirected) fail(w http.ResponseWriter, r *http.Request, err error) {
	if err == errAgain {
		h.serve(w, r)
		return
	}
	c, ok := err.(coded)
	if !ok {
		c = coded{http.StatusInternalServerError}
	}
	w.WriteHeader(c.status)
}

func allowed(r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return coded{http.StatusUnauthorized}
	}
	return nil
}

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
