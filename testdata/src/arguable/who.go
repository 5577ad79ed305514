package arguable

import (
	"net/http"
	"strings"
)

func (s *site) routes(mux *http.ServeMux) {
	mux.HandleFunc("/merged", s.merged)
	mux.HandleFunc("/mergederr", s.mergedError)
	mux.HandleFunc("/merged401", s.merged401)
	mux.HandleFunc("/mergederr401", s.mergedError401)
	mux.HandleFunc("/apart", s.apart)
	mux.HandleFunc("/authorize", s.remove)
	mux.HandleFunc("/quota", s.quota)
	mux.HandleFunc("/weather", s.weather)
	mux.HandleFunc("/strange", s.strange)
	mux.HandleFunc("/expired", s.expired)
	mux.HandleFunc("/revoked", s.revoked)
	mux.HandleFunc("/invalid", s.invalid)
	mux.HandleFunc("/prefix", s.prefix)
	mux.HandleFunc("/guest", s.guest)
	mux.HandleFunc("/bare", s.bare)
}

// One answer for nobody, and for somebody who may not.

func (s *site) merged(w http.ResponseWriter, r *http.Request) {
	if !s.may(r) {
		http.Error(w, "no", http.StatusForbidden) // want `forbidden-unauthenticated: 403 for two outcomes in one: .* answer 401 to the first \(low\)$`
		return
	}
	w.Write([]byte("hello"))
}

func (s *site) mergedError(w http.ResponseWriter, r *http.Request) {
	if err := s.check(r); err != nil {
		http.Error(w, "no", http.StatusForbidden) // want `forbidden-unauthenticated: 403 for two outcomes in one: .* answer 401 to the first \(low\)$`
		return
	}
	w.Write([]byte("hello"))
}

func (s *site) merged401(w http.ResponseWriter, r *http.Request) {
	if !s.may(r) {
		ask(w) // want `unauthorized-authenticated: 401 for two outcomes in one: .* answer 403 to the second \(low\)$`
		return
	}
	w.Write([]byte("hello"))
}

func (s *site) mergedError401(w http.ResponseWriter, r *http.Request) {
	if err := s.check(r); err != nil {
		ask(w) // want `unauthorized-authenticated: 401 for two outcomes in one: .* answer 403 to the second \(low\)$`
		return
	}
	w.Write([]byte("hello"))
}

// Nothing is merged where somebody was known before: all that the helper can still find is that he may not.
func (s *site) apart(w http.ResponseWriter, r *http.Request) {
	if _, err := s.user(r); err != nil {
		ask(w)
		return
	}
	if !s.may(r) {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// Nobody knows what leads here, so that a middleware may have left only the other reason.

func (s *site) admits(r *http.Request) bool {
	if s.readOnly {
		return false
	}
	if userOf(r) == nil {
		return false
	}
	return true
}

func (s *site) mixed(w http.ResponseWriter, r *http.Request) {
	if !s.admits(r) {
		http.Error(w, "no", http.StatusForbidden) // want `forbidden-unauthenticated: 403 for a caller who is not authenticated .* challenge \(low\)$`
		return
	}
	w.Write([]byte("hello"))
}

// Who it is was perhaps asked before.
func saysRole(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("role") != "admin" {
		http.Error(w, "for administrators", http.StatusForbidden) // want `forbidden-unauthenticated: 403 is decided by what the client says of itself .* \(low\)$`
		return
	}
	w.Write([]byte("hello"))
}

// No name tells that it is a permission.

func (s *site) remove(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if err := s.users.Authorize(r.Context(), u, "delete"); err != nil {
		ask(w) // want `unauthorized-authenticated: 401 for somebody who is known here: if it is a permission that is missing, answer 403 \(low\)$`
		return
	}
	w.Write([]byte(u.Name))
}

func (s *site) quota(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if u.Uploads >= s.max {
		ask(w) // want `unauthorized-authenticated: 401 for somebody who is known here: if it is a permission that is missing, answer 403 \(low\)$`
		return
	}
	w.Write([]byte(u.Name))
}

// guest: who is known is somebody else than who may.
func (s *site) guest(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if u.Name == "guest" {
		ask(w) // want `unauthorized-authenticated: 401 for somebody who is known here: if it is a permission that is missing, answer 403 \(low\)$`
		return
	}
	w.Write([]byte(u.Name))
}

// prefix: what is worked out of a name is not the name.
func (s *site) prefix(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if !strings.HasPrefix(u.Name, "staff.") {
		ask(w) // want `unauthorized-authenticated: 401 for somebody who is known here: if it is a permission that is missing, answer 403 \(low\)$`
		return
	}
	w.Write([]byte(u.Name))
}

// What cannot be seen is unknown, and may be about anything.

func (s *site) weather(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if s.users.Weather(r) == "" {
		ask(w)
		return
	}
	w.Write([]byte(u.Name))
}

func (s *site) strange(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if strange(r) {
		ask(w)
		return
	}
	w.Write([]byte(u.Name))
}

// What is good for nobody any more wants a new credential.

func (s *site) visit(r *http.Request) (*visit, error) {
	c, err := r.Cookie("visit")
	if err != nil {
		return nil, err
	}
	return s.users.Visit(r.Context(), c.Value)
}

func (s *site) expired(w http.ResponseWriter, r *http.Request) {
	v, err := s.visit(r)
	if err != nil || v.Expired {
		ask(w)
		return
	}
	w.Write([]byte(v.Name))
}

func (s *site) revoked(w http.ResponseWriter, r *http.Request) {
	v, err := s.visit(r)
	if err != nil || v.Revoked {
		ask(w)
		return
	}
	w.Write([]byte(v.Name))
}

func (s *site) invalid(w http.ResponseWriter, r *http.Request) {
	v, err := s.visit(r)
	if err != nil || v.Invalid {
		ask(w)
		return
	}
	w.Write([]byte(v.Name))
}

// What is arguable of the status does not excuse the challenge.
func (s *site) bare(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if err := s.users.Authorize(r.Context(), u, "publish"); err != nil {
		http.Error(w, "no", http.StatusUnauthorized) // want `unauthorized-authenticated: 401 .* \(low\)$` "missing-challenge: 401 is sent with no WWW-Authenticate"
		return
	}
	w.Write([]byte(u.Name))
}

// Which page asks, and how the server is set up, has nothing to do with who asks. But it is also what chooses between two ways to
// judge one credential, so that it is not said by default.
func (s *site) framed(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if r.Header.Get("Origin") != "https://example.org" {
		ask(w) // want `unauthorized-authenticated: 401 for somebody who is known here: what decides is not who it is, .*\(low\)$`
		return
	}
	w.Write([]byte(u.Name))
}

func (s *site) frozen(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if s.readOnly {
		ask(w) // want `unauthorized-authenticated: 401 for somebody who is known here: what decides is not who it is, .*\(low\)$`
		return
	}
	w.Write([]byte(u.Name))
}
