package web

import (
	"errors"
	"net/http"

	"kinds/errs"
)

type coded interface {
	error
	StatusCode() int
}

func write(w http.ResponseWriter, err error) {
	code := http.StatusInternalServerError
	var c coded
	if errors.As(err, &c) {
		code = c.StatusCode()
	}
	http.Error(w, err.Error(), code)
}

func returning(f func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			write(w, err)
		}
	}
}

func (s *server) statusRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/status/table", s.byTable)
	mux.HandleFunc("/status/missing", s.missingByTable)
	mux.Handle("/status/changed", returning(s.changed))
	mux.Handle("/status/read", returning(s.readOnly))
}

// byTable: the kind is chosen here, the status stands in a table of another package.
func (s *server) byTable(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("Authorization")
	if key == "" {
		write(w, errs.Of(errs.Unauthenticated)) // want "missing-challenge: 401 is sent with no WWW-Authenticate"
		return
	}
	if _, err := s.store.User(key); err != nil {
		write(w, errs.Of(errs.PermissionDenied)) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
		return
	}
	w.Write([]byte("hello"))
}

func (s *server) missingByTable(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
		write(w, errs.Of(errs.Unauthenticated))
		return
	}
	write(w, errs.Of(errs.NotFound))
}

// changed: a method gives the error back with another text.
func (s *server) changed(w http.ResponseWriter, r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return errs.Forbidden().With("log in") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	return nil
}

var frozen bool

func (s *server) readOnly(w http.ResponseWriter, r *http.Request) error {
	if frozen {
		return errs.Forbidden().With("read only")
	}
	return nil
}
