package forbiddenunauthenticated

import (
	"net/http"
)

// What the client merely says of itself.

func (s *server) claimRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/page", s.page)
}

// page is decided by a claim that has nothing to do with who somebody is: low.
func (s *server) page(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("page") == "0" {
		http.Error(w, "no such page", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// saysHidden is registered elsewhere: low.
func (s *server) saysHidden(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("role") != "admin" {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}
