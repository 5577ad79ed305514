// Package unauthorizedauthenticated has answers of 401: to somebody who is known and only lacks a permission, and to others.
package unauthorizedauthenticated

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"time"
)

const challenge = `Basic realm="Restricted", charset="UTF-8"`

type user struct {
	ID           int64
	Name         string
	Admin        bool
	SecondFactor bool
	Hash         []byte
	Roles        []string
	Expires      time.Time
}

func (u *user) hasRole(name string) bool {
	return slices.Contains(u.Roles, name)
}

type note struct {
	Author int64
	Text   string
}

// store is the database.
type store interface {
	UserBySession(ctx context.Context, id string) (*user, error)
	UserByName(ctx context.Context, name string) (*user, error)
	Note(ctx context.Context, id string) (*note, error)
	Member(ctx context.Context, u *user, group string) (bool, error)
	Authorize(ctx context.Context, u *user, action string) error
}

type server struct {
	store    store
	readOnly bool
	allowed  map[string]bool
	names    []string
	byToken  map[string]*user
}

var errAnonymous = errors.New("anonymous")

func (s *server) user(r *http.Request) (*user, error) {
	c, err := r.Cookie("session")
	if err != nil {
		return nil, errAnonymous
	}
	return s.store.UserBySession(r.Context(), c.Value)
}

func ask(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(http.StatusUnauthorized)
}

func writeError(w http.ResponseWriter, status int, msg string) {
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"error": msg})
}

type userKey struct{}

func (s *server) authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := s.user(r)
		if err != nil {
			ask(w)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, u)))
	})
}

// oneTime compares a one-time password with what the other side computes for somebody.
func oneTime(name, code string) (bool, error) {
	want, ok := codes[name]
	if !ok {
		return false, errDenied
	}
	return subtle.ConstantTimeCompare([]byte(code), []byte(want)) == 1, nil
}

var codes = map[string]string{}
