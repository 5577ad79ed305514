// Package challengeonforbidden has answers of 403, with and without a challenge.
package challengeonforbidden

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
)

const challenge = `Basic realm="Restricted", charset="UTF-8"`

type user struct {
	Name   string
	Admin  bool
	Scopes map[string]bool
}

type server struct {
	sessions interface {
		Get(ctx context.Context, id string) (*user, error)
	}
	readOnly bool
}

func (s *server) user(r *http.Request) *user {
	c, err := r.Cookie("session")
	if err != nil {
		return nil
	}
	u, err := s.sessions.Get(r.Context(), c.Value)
	if err != nil {
		return nil
	}
	return u
}

func ask(w http.ResponseWriter) { w.Header().Set("WWW-Authenticate", challenge) }

func writeError(w http.ResponseWriter, status int, msg string) {
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(msg)
}

func (s *server) routes(mux *http.ServeMux) {
	mux.HandleFunc("/own", s.own)
	mux.HandleFunc("/bearer", s.bearer)
	mux.HandleFunc("/int", s.returned)
	mux.HandleFunc("/csrf", s.csrf)
	mux.Handle("/mw", s.admins(http.NotFoundHandler()))
	mux.HandleFunc("/scope", s.scope)
	mux.HandleFunc("/dpop", s.dpop)
	mux.HandleFunc("/plain", s.plain)
	mux.HandleFunc("/deleted", s.deleted)
	mux.HandleFunc("/default", s.byDefault)
	mux.HandleFunc("/right", s.right)
	mux.HandleFunc("/anonymous", s.anonymous)
	mux.HandleFunc("/correlated", s.correlated)
	mux.HandleFunc("/request", s.onRequest)
}

func (s *server) own(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	if u == nil {
		ask(w)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !u.Admin {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusForbidden) // want `challenge-on-forbidden: .*\(medium\)$`
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) bearer(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	switch {
	case u == nil:
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		w.WriteHeader(http.StatusUnauthorized)
	case !u.Admin:
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		writeError(w, http.StatusForbidden, "for administrators") // want `challenge-on-forbidden: .*\(medium\)$`
	default:
		w.Write([]byte(u.Name))
	}
}

func (s *server) csrf(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-CSRF-Token") != r.PostFormValue("csrf") {
		w.Header().Set("WWW-Authenticate", `Basic realm="CSRF"`)
		http.Error(w, "CSRF", http.StatusForbidden) // want `challenge-on-forbidden: .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) check(r *http.Request) (int, error) {
	u := s.user(r)
	if u == nil {
		return http.StatusUnauthorized, errors.New("log in")
	}
	if !u.Admin {
		return http.StatusForbidden, errors.New("for administrators") // want `challenge-on-forbidden: .*\(medium\)$`
	}
	return 0, nil
}

// returned has one challenge for whatever status was returned.
func (s *server) returned(w http.ResponseWriter, r *http.Request) {
	if status, err := s.check(r); err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, err.Error(), status)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

type userKey struct{}

func (s *server) admins(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u := s.user(r)
		if u == nil {
			ask(w)
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if !u.Admin {
			w.Header()["Www-Authenticate"] = []string{challenge}
			http.Error(w, "for administrators", http.StatusForbidden) // want `challenge-on-forbidden: .*\(medium\)$`
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, u)))
	})
}

// Those that are right.

func (s *server) scope(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	if u == nil {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !u.Scopes["read"] {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x", error="insufficient_scope", scope="read"`)
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) dpop(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	if u == nil {
		ask(w)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !u.Scopes["write"] {
		w.Header().Set("WWW-Authenticate", "DPoP error=\"insufficient_scope\", scope=\""+r.URL.Path+"\"")
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) plain(w http.ResponseWriter, r *http.Request) {
	if s.readOnly {
		http.Error(w, "read only", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) deleted(w http.ResponseWriter, r *http.Request) {
	ask(w)
	u := s.user(r)
	if u == nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Header().Del("WWW-Authenticate")
	if !u.Admin {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(u.Name))
}

// byDefault has set the challenge up front: low.
func (s *server) byDefault(w http.ResponseWriter, r *http.Request) {
	ask(w)
	u := s.user(r)
	if u == nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !u.Admin {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) right(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	if u == nil {
		ask(w)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !u.Admin {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(u.Name))
}

// anonymous has the right challenge and the wrong status: that is said once.
func (s *server) anonymous(w http.ResponseWriter, r *http.Request) {
	if s.user(r) == nil {
		ask(w)
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*challenge$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) correlated(w http.ResponseWriter, r *http.Request) {
	status := http.StatusForbidden
	if s.user(r) == nil {
		status = http.StatusUnauthorized
	}
	if status == http.StatusUnauthorized {
		ask(w)
	}
	w.WriteHeader(status)
}

func (s *server) onRequest(w http.ResponseWriter, r *http.Request) {
	u := s.user(r)
	if u != nil && !u.Admin {
		r.Header.Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
