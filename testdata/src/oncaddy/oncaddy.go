// Package oncaddy holds handlers of caddy.
package oncaddy

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

const realm = `Bearer realm="x"`

var errCaller = errors.New("who are you?")

func known(r *http.Request) bool {
	user, password, ok := r.BasicAuth()
	return ok && user == "joe" && password == "joe"
}

type bare struct{}

func (bare) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	if !known(r) {
		return caddyhttp.Error(http.StatusUnauthorized, errCaller) // want "missing-challenge: caddy sends this 401 with no WWW-Authenticate header: the client cannot know how to authenticate .medium.$"
	}
	return next.ServeHTTP(w, r)
}

// The error inside is found.
type wrapped struct{}

func (wrapped) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	if !known(r) {
		return fmt.Errorf("denied: %w", caddyhttp.Error(401, errCaller)) // want "missing-challenge: caddy sends this 401"
	}
	return next.ServeHTTP(w, r)
}

type challenged struct{}

func (challenged) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	if !known(r) {
		w.Header().Set("WWW-Authenticate", realm)
		return caddyhttp.Error(401, errCaller)
	}
	return next.ServeHTTP(w, r)
}

type forbids struct{}

func (forbids) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	if !known(r) {
		return caddyhttp.Error(403, errCaller) // want "forbidden-unauthenticated: "
	}
	return next.ServeHTTP(w, r)
}

type falls struct{}

func (falls) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	if !known(r) {
		w.Header().Set("WWW-Authenticate", realm)
		http.Error(w, "who are you?", 401) // want "denial-falls-through: after this 401 the request goes on to the next handler"
	}
	return next.ServeHTTP(w, r)
}

// Where a request comes from is no identity.
type elsewhere struct{}

func (elsewhere) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	if r.Host != "shop.example" {
		return caddyhttp.Error(403, errors.New("not from here"))
	}
	return next.ServeHTTP(w, r)
}
