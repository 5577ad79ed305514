package unseen

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
)

func (s *site) forbiddenRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/claim/body", s.saysBody)
	mux.HandleFunc("/result", s.resultOK)
	mux.HandleFunc("/permission", s.permission)
	mux.HandleFunc("/int", answering(s.returnsInt))
	mux.HandleFunc("/variable", failing(s.returnsErrLogin))
}

// The client itself says whose page it is, and nobody asks who it is: forbidden-unauthenticated, medium. Needed: that the owner
// who is looked up by a claim is one too.
func (s *site) saysBody(w http.ResponseWriter, r *http.Request) {
	var req struct{ User, Page string }
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	owner, err := s.people.Owner(r.Context(), req.Page)
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	if owner != req.User {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// found is what a check has found.
type found struct {
	person *person
	ok     bool
}

func (s *site) find(r *http.Request) found {
	p, err := s.person(r)
	if err != nil {
		return found{}
	}
	return found{person: p, ok: true}
}

// The result says by a bool in a struct that there is nobody: forbidden-unauthenticated. Needed: where constant fields of a
// returned struct are set.
func (s *site) resultOK(w http.ResponseWriter, r *http.Request) {
	if f := s.find(r); !f.ok {
		http.Error(w, "log in", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// An error of the file system that is about a password: forbidden-unauthenticated. Needed: what the methods of an interface
// return, if the error is none that this package makes.
func (s *site) permission(w http.ResponseWriter, r *http.Request) {
	name, password, _ := r.BasicAuth()
	if err := s.people.Check(name, password); os.IsPermission(err) {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// A plain number, returned to an adapter: forbidden-unauthenticated. Needed: to follow results that have no type of their own.
func (s *site) returnsInt(w http.ResponseWriter, r *http.Request) (int, error) {
	if _, err := s.person(r); err != nil {
		return http.StatusForbidden, err
	}
	w.Write([]byte("hello"))
	return 0, nil
}

type failure struct {
	status int
	text   string
}

func (e *failure) Error() string { return e.text }

var errLogin = &failure{http.StatusForbidden, "log in"}

func failing(f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var e *failure
		if err := f(w, r); errors.As(err, &e) {
			http.Error(w, e.text, e.status)
		} else if err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	}
}

// The error with the status is a package variable: forbidden-unauthenticated. Needed: why it was returned where it was.
func (s *site) returnsErrLogin(w http.ResponseWriter, r *http.Request) error {
	if _, err := r.Cookie("session"); err != nil {
		return errLogin
	}
	w.Write([]byte("hello"))
	return nil
}
