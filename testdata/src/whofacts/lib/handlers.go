package lib

import "net/http"

// Closed is closed for everybody, as far as can be told here.
func Closed(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "closed", http.StatusForbidden)
}

// ForAdmins believes what the client says.
func ForAdmins(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("role") != "admin" {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// Shop has handlers that are methods.
type Shop struct{ Open bool }

// Never is closed too.
func (s *Shop) Never(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) }

// Switched is closed by its configuration.
func (s *Shop) Switched(w http.ResponseWriter, r *http.Request) {
	if !s.Open {
		w.WriteHeader(http.StatusForbidden)
	}
}

// Sealed is registered only where the server is closed.
func Sealed(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) }

// Guarded is behind a middleware.
func Guarded(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) }
