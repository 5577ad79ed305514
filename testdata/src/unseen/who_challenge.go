package unseen

import (
	"errors"
	"net/http"
	"slices"
)

func (s *site) challengeRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/helper", s.challenged)
	mux.HandleFunc("/param", s.denied)
	mux.HandleFunc("/returned", s.returned)
}

func setChallenge(w http.ResponseWriter) { w.Header().Set("WWW-Authenticate", askBasic) }

func (p *person) isAdmin() bool { return slices.Contains(p.Rights, "admin") }

// A helper sets the challenge for a 403: challenge-on-forbidden. Needed: the value of a header that a callee has set.
func (s *site) challenged(w http.ResponseWriter, r *http.Request) {
	p, err := s.person(r)
	if err != nil {
		askWho(w)
		return
	}
	if !p.isAdmin() {
		setChallenge(w)
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	w.Write([]byte(p.Name))
}

// denyWith sets the challenge whatever the status.
func denyWith(w http.ResponseWriter, status int) {
	w.Header().Set("WWW-Authenticate", askBasic)
	w.WriteHeader(status)
}

// A helper sets the challenge and answers: challenge-on-forbidden for the second. Needed: the same.
func (s *site) denied(w http.ResponseWriter, r *http.Request) {
	p, err := s.person(r)
	if err != nil {
		denyWith(w, http.StatusUnauthorized)
		return
	}
	if !p.isAdmin() {
		denyWith(w, http.StatusForbidden)
		return
	}
	w.Write([]byte(p.Name))
}

func (s *site) status(r *http.Request) (int, error) {
	p, err := s.person(r)
	if err != nil {
		return http.StatusUnauthorized, errors.New("log in")
	}
	if !p.isAdmin() {
		return http.StatusForbidden, errors.New("for administrators")
	}
	return 0, nil
}

// A helper sets the challenge for whatever status was returned: challenge-on-forbidden for the second. Needed: the same.
func (s *site) returned(w http.ResponseWriter, r *http.Request) {
	if status, err := s.status(r); err != nil {
		setChallenge(w)
		http.Error(w, err.Error(), status)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
