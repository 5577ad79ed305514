package unauthorizedauthenticated

import "net/http"

// enforcer is an access control library behind an interface.
type enforcer interface {
	EnforceErr(values ...any) error
	RefreshErr(values ...any) error
}

// gate asks it.
type gate struct {
	*server
	rules enforcer
}

func (s *gate) enforcedRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/enforced", s.enforced)
	mux.HandleFunc("/refreshed", s.refreshed)
}

func (s *gate) enforced(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if err := s.rules.EnforceErr(u, "notes", "read"); err != nil {
		unauthorized(w, "not for you") // want "unauthorized-authenticated: .* only lacks the permission"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// What the call asks is not told by its name.
func (s *gate) refreshed(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if err := s.rules.RefreshErr(u, "notes", "read"); err != nil {
		unauthorized(w, "try again")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
