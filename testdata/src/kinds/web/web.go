// Package web answers by the kind of an error, which is chosen two packages away.
package web

import (
	"net/http"
	"strings"

	"kinds/errs"
	"kinds/store"
)

type server struct{ store *store.Store }

func (s *server) routes(mux *http.ServeMux) {
	mux.HandleFunc("/direct", s.direct)
	mux.HandleFunc("/absent", s.absent)
	mux.HandleFunc("/wrong", s.wrong)
	mux.HandleFunc("/lacking", s.lacking)
	mux.HandleFunc("/missing", s.missing)
	mux.HandleFunc("/own", s.own)
	mux.HandleFunc("/code", s.code)
	mux.HandleFunc("/plain", s.plain)
	mux.HandleFunc("/text", s.text)
}

const challenge = `Bearer realm="kinds"`

// answer maps kinds to statuses.
func answer(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	if e, ok := errs.From(err); ok {
		switch e.Kind() {
		case errs.PermissionDenied:
			status = http.StatusForbidden
		case errs.NotFound:
			status = http.StatusNotFound
		case errs.Unauthenticated:
			w.Header().Set("WWW-Authenticate", challenge)
			status = http.StatusUnauthorized
		}
	}
	http.Error(w, err.Error(), status)
}

func (s *server) direct(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		answer(w, errs.Errorf(errs.PermissionDenied, "no key")) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*Authorization header"
		return
	}
	w.Write([]byte("hello"))
}

func (s *server) absent(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		answer(w, errs.Errorf(errs.Unauthenticated, "no key"))
		return
	}
	w.Write([]byte("hello"))
}

func (s *server) wrong(w http.ResponseWriter, r *http.Request) {
	name, err := s.store.User(r.Header.Get("Authorization"))
	if err != nil {
		answer(w, err) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*Authorization header"
		return
	}
	w.Write([]byte(name))
}

// lacking: who it is was found out before.
func (s *server) lacking(w http.ResponseWriter, r *http.Request) {
	name, err := s.store.User(r.Header.Get("Authorization"))
	if err != nil {
		answer(w, errs.Errorf(errs.Unauthenticated, "wrong key"))
		return
	}
	if err := s.store.May(name, "read"); err != nil {
		answer(w, err)
		return
	}
	w.Write([]byte(name))
}

// missing: what is not there has nothing to do with who asks.
func (s *server) missing(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/missing" {
		answer(w, errs.Errorf(errs.NotFound, "nothing here"))
		return
	}
	w.Write([]byte("hello"))
}

// fault is an error of this package, with its kind in a field that is read as it is.
type fault struct {
	kind int
	text string
}

const (
	broken = iota
	denied
)

func (f *fault) Error() string { return f.text }

func fail(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	if f, ok := err.(*fault); ok && f.kind == denied {
		status = http.StatusForbidden
	}
	http.Error(w, err.Error(), status)
}

func (s *server) own(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		fail(w, &fault{denied, "no key"}) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*Authorization header"
		return
	}
	if r.Header.Get("Origin") != "https://example.org" {
		fail(w, &fault{denied, "elsewhere"})
		return
	}
	fail(w, &fault{broken, "not yet"})
}

func failure(w http.ResponseWriter, code int) {
	switch code {
	case denied:
		http.Error(w, "denied", http.StatusForbidden)
	default:
		http.Error(w, "broken", http.StatusInternalServerError)
	}
}

func (s *server) code(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		failure(w, denied) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*Authorization header"
		return
	}
	failure(w, broken)
}

func plainly(w http.ResponseWriter, err error) {
	if p, ok := errs.FromPlain(err); ok && p.Kind == errs.PermissionDenied {
		http.Error(w, "denied", http.StatusForbidden)
		return
	}
	http.Error(w, "oh no", http.StatusInternalServerError)
}

func (s *server) plain(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Check(r.Header.Get("Authorization")); err != nil {
		plainly(w, err) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*Authorization header"
		return
	}
	w.Write([]byte("hello"))
}

// byText chooses by what nobody can follow: whether an error that a caller has made comes to the 403 is not known.
func byText(w http.ResponseWriter, err error) {
	if strings.Contains(err.Error(), "denied") {
		http.Error(w, "denied", http.StatusForbidden)
		return
	}
	http.Error(w, "oh no", http.StatusInternalServerError)
}

func (s *server) text(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		byText(w, &fault{broken, "not yet"})
		return
	}
	w.Write([]byte("hello"))
}
