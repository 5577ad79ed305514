// Package arguable has what is said only to who asks for low confidence: true by the letter, and often meant so. What has no
// comment is not said even then.
package arguable

import (
	"context"
	"errors"
	"net/http"
)

const challenge = `Basic realm="Restricted", charset="UTF-8"`

type user struct {
	Name    string
	Admin   bool
	Rights  []string
	Uploads int
}

type userKey struct{}

func userOf(r *http.Request) *user {
	u, _ := r.Context().Value(userKey{}).(*user)
	return u
}

// visit is what a cookie stands for.
type visit struct {
	Owner                     *user
	Name                      string
	Expired, Revoked, Invalid bool
}

type site struct {
	users interface {
		BySession(ctx context.Context, id string) (*user, error)
		Authorize(ctx context.Context, u *user, action string) error
		Weather(r *http.Request) string
		Visit(ctx context.Context, id string) (*visit, error)
	}
	readOnly bool
	max      int
	names    []string
}

// strange is a condition of which nothing is known.
var strange func(r *http.Request) bool

var errDenied = errors.New("denied")

func (s *site) user(r *http.Request) (*user, error) {
	c, err := r.Cookie("session")
	if err != nil {
		return nil, err
	}
	return s.users.BySession(r.Context(), c.Value)
}

func ask(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(http.StatusUnauthorized)
}

// may says two things in one.
func (s *site) may(r *http.Request) bool {
	u, err := s.user(r)
	if err != nil {
		return false
	}
	return u.Admin
}

func (s *site) check(r *http.Request) error {
	u, err := s.user(r)
	if err != nil {
		return err
	}
	if !u.Admin {
		return errDenied
	}
	return nil
}
