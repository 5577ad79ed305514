package forbiddenunauthenticated

import (
	"fmt"
	"net/http"
)

// What a house hands to its handlers beside the request.

type errand struct {
	User  *user
	Owner *user
	Theme *look
	Name  string
	who   *user
}

type look struct{ Dark bool }

func (v *errand) Account() *user { return v.who }

type visitor func(w http.ResponseWriter, r *http.Request, v *errand)

func (s *server) errands(mux *http.ServeMux, f visitor) {
	mux.HandleFunc("/stays", func(w http.ResponseWriter, r *http.Request) { f(w, r, s.errand(r)) })
}

func (s *server) errand(r *http.Request) *errand { return &errand{Name: r.FormValue("name")} }

func (s *server) houseRoutes(mux *http.ServeMux) {
	s.errands(mux, visitedUser)
	s.errands(mux, visitedAccount)
	s.errands(mux, visitedOwner)
	s.errands(mux, visitedTheme)
	s.errands(mux, visitedAdmin)
}

func visitedUser(w http.ResponseWriter, r *http.Request, v *errand) {
	if v.User == nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the user in the context"
		return
	}
	fmt.Fprintln(w, "hello")
}

func visitedAccount(w http.ResponseWriter, r *http.Request, v *errand) {
	if v.Account() == nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the user in the context"
		return
	}
	fmt.Fprintln(w, "hello")
}

// Whose it is, is not who asks.
func visitedOwner(w http.ResponseWriter, r *http.Request, v *errand) {
	if v.Owner == nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	fmt.Fprintln(w, "hello")
}

func visitedTheme(w http.ResponseWriter, r *http.Request, v *errand) {
	if v.Theme == nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	fmt.Fprintln(w, "hello")
}

func visitedAdmin(w http.ResponseWriter, r *http.Request, v *errand) {
	if !v.User.Admin {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	fmt.Fprintln(w, "hello")
}
