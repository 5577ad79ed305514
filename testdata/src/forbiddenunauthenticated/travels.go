package forbiddenunauthenticated

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// The status travels.

func (s *server) travelRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/intlate", adapt(s.withIntLate))
	mux.HandleFunc("/error", handle(s.withError))
	mux.HandleFunc("/mapped", s.mapped)
	mux.HandleFunc("/forgotten", s.forgotten)
	mux.HandleFunc("/local", s.local)
	mux.HandleFunc("/required", s.required)
	mux.HandleFunc("/helper", s.helper)
	mux.Handle("/mw", s.requireSession(http.HandlerFunc(s.behindSession)))
	mux.Handle("/mwkey", requireKey("secret")(http.HandlerFunc(s.behindKey)))
	mux.HandleFunc("/mwfunc", s.tokenOnly(s.behindToken))
	mux.HandleFunc("/status", s.statusOf)
}

// adapt answers what a handler returns.
func adapt(f func(http.ResponseWriter, *http.Request) (int, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		status, err := f(w, r)
		if err != nil {
			http.Error(w, err.Error(), status)
		}
	}
}

func (s *server) withIntLate(w http.ResponseWriter, r *http.Request) (int, error) {
	u, err := s.currentUser(r)
	if err != nil {
		return http.StatusInternalServerError, err
	}
	if !u.Admin {
		return http.StatusForbidden, errors.New("for administrators")
	}
	writeJSON(w, "hello")
	return 0, nil
}

type statusError struct {
	Status int
	Msg    string
}

func (e *statusError) Error() string { return e.Msg }

func handle(f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := f(w, r)
		if err == nil {
			return
		}
		var se *statusError
		if errors.As(err, &se) {
			writeError(w, se.Status, se.Msg)
			return
		}
		writeError(w, http.StatusInternalServerError, "internal error")
	}
}

func (s *server) withError(w http.ResponseWriter, r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return &statusError{Status: http.StatusForbidden, Msg: "no token"} // want "forbidden-unauthenticated: .* challenge$"
	}
	writeJSON(w, "hello")
	return nil
}

var (
	errBadToken = errors.New("bad token")
	errExpired  = errors.New("expired")
	errScope    = errors.New("scope")
)

func (s *server) verify(r *http.Request, scope string) error {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return errBadToken
	}
	owner, ok := s.users.ByKey(r.Context(), token)
	if !ok {
		return fmt.Errorf("%w: %q", errBadToken, token)
	}
	if !owner.has(scope) {
		return errScope
	}
	return nil
}

func (s *server) mapped(w http.ResponseWriter, r *http.Request) {
	err := s.verify(r, "read")
	switch {
	case errors.Is(err, errBadToken):
		http.Error(w, "bad token", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	case errors.Is(err, errScope):
		http.Error(w, "scope", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (s *server) signIn(name, password string) error {
	if password == "" {
		return errExpired
	}
	if s.keys[name] != password {
		return errBadToken
	}
	return nil
}

// forgotten answers the one error that it knows, and all others with 403.
func (s *server) forgotten(w http.ResponseWriter, r *http.Request) {
	name, password, _ := r.BasicAuth()
	if err := s.signIn(name, password); err != nil {
		switch err {
		case errExpired:
			w.Header().Set("WWW-Authenticate", challenge)
			http.Error(w, "expired", http.StatusUnauthorized)
		default:
			http.Error(w, "no", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		}
		return
	}
	writeJSON(w, "hello")
}

func (s *server) local(w http.ResponseWriter, r *http.Request) {
	status := http.StatusNoContent
	if r.Header.Get("X-Api-Key") != s.cfg.APIKey {
		status = http.StatusForbidden
	}
	w.WriteHeader(status) // want "forbidden-unauthenticated: .* challenge$"
}

// require answers for its callers.
func (s *server) require(w http.ResponseWriter, r *http.Request) (*user, bool) {
	u, err := s.currentUser(r)
	if err != nil {
		http.Error(w, "who are you?", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return nil, false
	}
	return u, true
}

func (s *server) required(w http.ResponseWriter, r *http.Request) {
	u, ok := s.require(w, r)
	if !ok {
		return
	}
	if !u.Admin {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	writeJSON(w, u)
}

func deny(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "forbidden", http.StatusForbidden)
}

func (s *server) helper(w http.ResponseWriter, r *http.Request) {
	u, err := s.currentUser(r)
	if err != nil {
		deny(w, r) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	if !u.Admin {
		deny(w, r)
		return
	}
	writeJSON(w, u)
}

func (s *server) requireSession(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.currentUser(r); err != nil {
			http.Error(w, "who are you?", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) behindSession(w http.ResponseWriter, r *http.Request) {
	u, err := s.currentUser(r)
	if err != nil {
		http.Error(w, "who are you?", http.StatusForbidden) // the middleware has seen to it
		return
	}
	writeJSON(w, u)
}

func requireKey(key string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if got := r.Header.Get("X-Api-Key"); got == "" || got != key {
				writeError(w, http.StatusForbidden, "bad key") // want `forbidden-unauthenticated: 403 for a caller .* challenge \(medium\)$`
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func (s *server) behindKey(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" {
		http.Error(w, "who are you?", http.StatusForbidden) // the middleware has seen to it
		return
	}
	writeJSON(w, "hello")
}

func (s *server) tokenOnly(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := s.verify(r, ""); err == nil {
			next(w, r)
			return
		} else if errors.Is(err, errBadToken) {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
			return
		}
		w.WriteHeader(http.StatusBadGateway)
	}
}

func (s *server) behindToken(w http.ResponseWriter, r *http.Request) { writeJSON(w, "hello") }

func (s *server) check(r *http.Request) int {
	if _, _, ok := r.BasicAuth(); !ok {
		return http.StatusForbidden // want "forbidden-unauthenticated: .* challenge$"
	}
	return http.StatusOK
}

func (s *server) statusOf(w http.ResponseWriter, r *http.Request) {
	if status := s.check(r); status != http.StatusOK {
		w.WriteHeader(status)
		return
	}
	writeJSON(w, "hello")
}
