// Package csrf looks for requests that another site has forged: what it refuses says nothing of who is asking.
package csrf

import (
	"crypto/subtle"
	"net/http"
)

// Config says where the two halves of the proof are.
type Config struct{ CookieName, HeaderName string }

// Protect refuses forged requests.
func Protect(cfg Config, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cookie, err := r.Cookie(cfg.CookieName)
		if err != nil {
			http.Error(w, "no token", http.StatusForbidden)
			return
		}
		if subtle.ConstantTimeCompare([]byte(cookie.Value), []byte(r.Header.Get(cfg.HeaderName))) != 1 {
			http.Error(w, "wrong token", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
