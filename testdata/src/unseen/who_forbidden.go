package unseen

import (
	"encoding/json"
	"net/http"
	"os"
)

func (s *site) forbiddenRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/claim/body", s.saysBody)
	mux.HandleFunc("/permission", s.permission)
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
