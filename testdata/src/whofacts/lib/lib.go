// Package lib has what other packages ask about the caller.
package lib

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

const challenge = `Bearer realm="x"`

// Account is somebody.
type Account struct {
	Name  string
	Roles []string
}

// HasRole reports whether the account has a role.
func (a *Account) HasRole(role string) bool { return slices.Contains(a.Roles, role) }

type contextKey struct{}

// Accounts is the database.
var Accounts interface {
	ByToken(token string) (*Account, error)
	ByPassword(name, password string) (*Account, bool)
}

// ErrNoToken says that there is none, ErrRole that it is not enough.
var (
	ErrNoToken      = errors.New("no token")
	ErrRole         = errors.New("role")
	ErrUnauthorized = errors.New("CSRF")
)

// FromRequest finds whose token it is.
func FromRequest(r *http.Request) (*Account, error) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return nil, ErrNoToken
	}
	a, err := Accounts.ByToken(token)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrNoToken, err)
	}
	return a, nil
}

// Require lets nobody through who is not known.
func Require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, err := FromRequest(r)
		if err != nil {
			w.Header().Set("WWW-Authenticate", challenge)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), contextKey{}, a)))
	})
}

// FromContext is what Require has found.
func FromContext(ctx context.Context) *Account {
	a, _ := ctx.Value(contextKey{}).(*Account)
	return a
}

// Token reads the token.
func Token(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// Allowed looks at the address.
func Allowed(r *http.Request) bool { return strings.HasPrefix(r.RemoteAddr, "10.") }

// CheckToken compares the CSRF token.
func CheckToken(r *http.Request) error {
	if r.Header.Get("X-CSRF-Token") != r.FormValue("csrf") {
		return ErrUnauthorized
	}
	return nil
}

// Role says two things in one error, and makes them known by name.
func Role(r *http.Request, role string) error {
	a, err := FromRequest(r)
	if err != nil {
		return err
	}
	if !a.HasRole(role) {
		return ErrRole
	}
	return nil
}

// Fail answers.
func Fail(w http.ResponseWriter, status int, msg string) {
	w.WriteHeader(status)
	w.Write([]byte(msg))
}

// Forbid answers 403.
func Forbid(w http.ResponseWriter) { Fail(w, http.StatusForbidden, "forbidden") }

// Ask answers 401.
func Ask(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", challenge)
	Fail(w, http.StatusUnauthorized, "unauthorized")
}

// Login checks a password.
func Login(name, password string) (*Account, bool) {
	return Accounts.ByPassword(name, password)
}
