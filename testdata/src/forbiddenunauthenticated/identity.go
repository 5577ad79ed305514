package forbiddenunauthenticated

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

type userKey struct{}

// identify puts the user into the context if there is one; it lets everybody through.
func (s *server) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("session")
		if err != nil {
			next.ServeHTTP(w, r)
			return
		}
		u, err := s.users.BySession(r.Context(), c.Value)
		if err != nil {
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, u)))
	})
}

func userOf(ctx context.Context) *user {
	u, _ := ctx.Value(userKey{}).(*user)
	return u
}

func lookupUser(r *http.Request) (*user, bool) {
	u, ok := r.Context().Value(userKey{}).(*user)
	return u, ok
}

var errNoSession = errors.New("no session")

func (s *server) currentUser(r *http.Request) (*user, error) {
	c, err := r.Cookie("session")
	if errors.Is(err, http.ErrNoCookie) {
		return nil, errNoSession
	}
	if err != nil {
		return nil, err
	}
	u, err := s.users.BySession(r.Context(), c.Value)
	if err != nil {
		return nil, fmt.Errorf("session %s: %w", c.Value, err)
	}
	return u, nil
}

func (s *server) identityRoutes(mux *http.ServeMux) {
	mux.Handle("/profile", s.identify(http.HandlerFunc(s.profile)))
	mux.Handle("/admin", s.identify(http.HandlerFunc(s.admin)))
	mux.Handle("/admintwo", s.identify(http.HandlerFunc(s.adminTwo)))
	mux.Handle("/list", s.identify(http.HandlerFunc(s.list)))
	mux.HandleFunc("/mine", s.mine)
	mux.HandleFunc("/mineelse", s.mineElse)
	mux.HandleFunc("/sentinel", s.sentinel)
	mux.HandleFunc("/claims", s.claims)
}

func (s *server) profile(w http.ResponseWriter, r *http.Request) {
	u := userOf(r.Context())
	if u == nil {
		http.Error(w, "log in first", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, u)
}

// The first half is wrong, the second is right.
func (s *server) admin(w http.ResponseWriter, r *http.Request) {
	u := userOf(r.Context())
	if u == nil || !u.Admin {
		http.Error(w, "for administrators", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge; only the other half of the condition, somebody who may not, is a 403$"
		return
	}
	writeJSON(w, "hello")
}

func (s *server) adminTwo(w http.ResponseWriter, r *http.Request) {
	if u := userOf(r.Context()); u != nil && u.has("operator") {
		writeJSON(w, "hello")
		return
	}
	http.Error(w, "for operators", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
}

func (s *server) list(w http.ResponseWriter, r *http.Request) {
	u, ok := lookupUser(r)
	if !ok {
		writeError(w, http.StatusForbidden, "anonymous") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	if u.Banned {
		writeError(w, http.StatusForbidden, "banned")
		return
	}
	writeJSON(w, u.Roles)
}

func (s *server) mine(w http.ResponseWriter, r *http.Request) {
	u, err := s.currentUser(r)
	if err != nil {
		writeError(w, http.StatusForbidden, err.Error()) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, u)
}

func (s *server) mineElse(w http.ResponseWriter, r *http.Request) {
	if u, err := s.currentUser(r); err == nil {
		writeJSON(w, u)
	} else {
		writeError(w, http.StatusForbidden, err.Error()) // want "forbidden-unauthenticated: .* challenge$"
	}
}

func (s *server) sentinel(w http.ResponseWriter, r *http.Request) {
	u, err := s.currentUser(r)
	switch {
	case errors.Is(err, errNoSession):
		writeError(w, http.StatusForbidden, "log in first") // want "forbidden-unauthenticated: .* challenge$"
	case err != nil:
		writeError(w, http.StatusInternalServerError, "try again")
	default:
		writeJSON(w, u)
	}
}

type claims struct {
	Subject string
	Scopes  map[string]bool
}

type ctxKey int

const claimsKey ctxKey = iota

func (s *server) claims(w http.ResponseWriter, r *http.Request) {
	c, ok := r.Context().Value(claimsKey).(*claims)
	if !ok {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	if !c.Scopes["read"] {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, c.Subject)
}

// hidden is registered elsewhere, perhaps behind a middleware.
func (s *server) hidden(w http.ResponseWriter, r *http.Request) {
	if userOf(r.Context()) == nil {
		http.Error(w, "log in first", http.StatusForbidden) // want `forbidden-unauthenticated: .*\(medium\)$`
		return
	}
	writeJSON(w, "hello")
}

// Hidden is registered by another package.
func (s *server) Hidden(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer "+s.cfg.APIKey {
		http.Error(w, "bad token", http.StatusForbidden) // want `forbidden-unauthenticated: .*\(medium\)$`
		return
	}
	writeJSON(w, "hello")
}
