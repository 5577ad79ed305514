package challengeonforbidden

import (
	"errors"
	"net/http"
)

// The challenge is set by a helper.

func (s *server) helperRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/helper", s.helped)
	mux.HandleFunc("/param", s.denied)
	mux.HandleFunc("/status", s.byStatus)
	mux.HandleFunc("/scope", s.scoped)
	mux.HandleFunc("/given", s.given)
}

func (s *server) helped(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	if u == nil {
		ask(w)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !u.Admin {
		ask(w)
		http.Error(w, "for administrators", http.StatusForbidden) // want `challenge-on-forbidden: .*\(medium\)$`
		return
	}
	w.Write([]byte(u.Name))
}

// denyWith sets the challenge whatever the status.
func denyWith(w http.ResponseWriter, status int) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(status)
}

func (s *server) denied(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	if u == nil {
		denyWith(w, http.StatusUnauthorized)
		return
	}
	if !u.Admin {
		denyWith(w, http.StatusForbidden) // want `challenge-on-forbidden: .*\(medium\)$`
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) judge(r *http.Request) (int, error) {
	u := s.user(r)
	if u == nil {
		return http.StatusUnauthorized, errors.New("log in")
	}
	if !u.Admin {
		return http.StatusForbidden, errors.New("for administrators") // want `challenge-on-forbidden: .*\(medium\)$`
	}
	return 0, nil
}

// byStatus asks whatever status was returned.
func (s *server) byStatus(w http.ResponseWriter, r *http.Request) {
	if status, err := s.judge(r); err != nil {
		ask(w)
		http.Error(w, err.Error(), status)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func askForScope(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="x", error="insufficient_scope", scope="write"`)
}

// A challenge for a wider scope is what a 403 may carry.
func (s *server) scoped(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	if u == nil {
		denyWith(w, http.StatusUnauthorized)
		return
	}
	if !u.Scopes["write"] {
		askForScope(w)
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(u.Name))
}

func askAs(w http.ResponseWriter, challenge string) { w.Header().Set("WWW-Authenticate", challenge) }

// What the challenge says is not known.
func (s *server) given(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	if u == nil {
		denyWith(w, http.StatusUnauthorized)
		return
	}
	if !u.Scopes["write"] {
		askAs(w, scopeChallenge())
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(u.Name))
}

var scopeChallenge func() string
