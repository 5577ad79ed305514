package use

import (
	"net/http"

	"whocontext/store"
)

// A role is looked up among those that may: whose role it is, is known.
func onlyFor(roles map[string]struct{}, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guest, ok := store.UserOf(r.Context())
		if !ok {
			w.Header().Set("WWW-Authenticate", `Basic realm="library", charset="UTF-8"`)
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		if _, may := roles[guest.Role]; !may {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func onlyForButAsks(roles map[string]struct{}, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guest, ok := store.UserOf(r.Context())
		if !ok {
			w.Header().Set("WWW-Authenticate", `Basic realm="library", charset="UTF-8"`)
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		if _, may := roles[guest.Role]; !may {
			http.Error(w, "not for you", http.StatusUnauthorized) // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
			return
		}
		next.ServeHTTP(w, r)
	})
}
