package unauthorizedauthenticated

import (
	"context"
	"errors"
	"net/http"
)

// Whose a token is, is no permission; nor is what a function has asked before it came to what somebody may.

type signedIn struct{ OwnerID int }

type account struct {
	id     int
	status int
	admin  bool
}

var (
	accounts    = map[int]account{1: {1, 0, true}}
	errNone     = errors.New("no such account")
	errDisabled = errors.New("disabled")
)

func accountByID(id int) (*account, error) {
	a, ok := accounts[id]
	if !ok {
		return nil, errNone
	}
	if a.status == 3 {
		return nil, errDisabled
	}
	return &a, nil
}

func accountOf(ctx context.Context) (*account, error) {
	t, ok := ctx.Value("user").(*signedIn)
	if !ok {
		return nil, errNone
	}
	return accountByID(t.OwnerID)
}

// adminOf asks who it is, and then what he may.
func adminOf(ctx context.Context) (*account, error) {
	a, err := accountOf(ctx)
	if err != nil {
		return nil, err
	}
	return a, nil
}

func asksAdmin(w http.ResponseWriter, r *http.Request) {
	a, err := adminOf(r.Context())
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "log in", http.StatusUnauthorized)
		return
	}
	if !a.admin {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "for administrators", http.StatusUnauthorized) // want "unauthorized-authenticated: "
		return
	}
	w.Write([]byte("hello"))
}

// Who it is, and what he may, is one answer.

type permission struct {
	Allowed bool
	asks    string
}

type authorizer interface {
	authorize(header, action string) (*permission, error)
}

type guard struct{ authorizer }

func (g *guard) guarded(w http.ResponseWriter, r *http.Request) {
	p, err := g.authorize(r.Header.Get("Authorization"), r.Method)
	if err != nil {
		http.Error(w, "broken", http.StatusInternalServerError)
		return
	}
	if !p.Allowed {
		w.Header().Set("WWW-Authenticate", p.asks)
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("hello"))
}

type directory interface {
	active(id int) bool
}

// Whether the owner of a token is still there is no permission of his.
func inactive(d directory) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		t := r.Context().Value("user").(*signedIn)
		if !d.active(t.OwnerID) {
			w.Header().Set("WWW-Authenticate", challenge)
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		w.Write([]byte("hello"))
	}
}

func enabledOf(ctx context.Context) (*account, error) {
	a := ctx.Value("user").(*account)
	if a.status == 3 {
		return nil, errDisabled
	}
	return a, nil
}

// adminFrom asks whether the account is good, and nothing else yet.
func adminFrom(ctx context.Context) (*account, error) {
	a, err := enabledOf(ctx)
	if err != nil {
		return nil, err
	}
	return a, nil
}

func disabled(w http.ResponseWriter, r *http.Request) {
	a, err := adminFrom(r.Context())
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "log in", http.StatusUnauthorized)
		return
	}
	w.Write([]byte{byte(a.id)})
}
