package web

import (
	"net/http"

	"kinds/permission"
)

// Whether somebody may is asked of another package, which is about nothing else: what goes wrong there does not make him nobody, and what
// the request says beside it is no credential.

func tokened(f func(w http.ResponseWriter, r *http.Request, t permission.Token) error, find func(r *http.Request) permission.Token) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r, find(r)); err != nil {
			write(w, err)
		}
	}
}

func (s *server) permissionRoutes(mux *http.ServeMux, find func(r *http.Request) permission.Token) {
	mux.Handle("/permission/asked", tokened(s.asked, find))
	mux.HandleFunc("/permission/allows", s.allows)
	mux.Handle("/permission/given", tokened(s.given, find))
}

func (s *server) asked(w http.ResponseWriter, r *http.Request, t permission.Token) error {
	if !permission.Check(t, "service.update") {
		return permission.ErrUnauthorized
	}
	return nil
}

type service struct{ Name, Password string }

func (s *server) given(w http.ResponseWriter, r *http.Request, t permission.Token) error {
	v := service{Name: r.FormValue("name"), Password: r.FormValue("password")}
	if !permission.Check(t, "service.update", contextsOf(&v)...) {
		return permission.ErrUnauthorized
	}
	return nil
}

func contextsOf(v *service) []permission.Context { return []permission.Context{{Value: v.Name}} }

// allows: nobody has looked at the token before.
func (s *server) allows(w http.ResponseWriter, r *http.Request) {
	if !permission.Allows(r.Header.Get("Authorization"), "service.update") {
		http.Error(w, "no", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
		return
	}
	w.Write([]byte("hello"))
}
