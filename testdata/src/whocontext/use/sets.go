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

// So is somebody himself, among those who may.
func onlyMembers(members map[string]struct{}, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guest, ok := store.UserOf(r.Context())
		if !ok {
			w.Header().Set("WWW-Authenticate", `Basic realm="library", charset="UTF-8"`)
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		if _, may := members[guest.Name]; !may {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// What a name alone says proves nothing: it may be a guest's who has been struck off the list.
func onlyListed(list map[string]*store.Guest, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guest, ok := store.UserOf(r.Context())
		if !ok {
			w.Header().Set("WWW-Authenticate", `Basic realm="library", charset="UTF-8"`)
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		if _, known := list[guest.Name]; !known {
			http.Error(w, "we do not know you", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
			return
		}
		next.ServeHTTP(w, r)
	})
}

// A user name without its password proves nobody, in a set or not.
func onlyNames(names map[string]struct{}, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, _, _ := r.BasicAuth()
		if _, ok := names[name]; !ok {
			http.Error(w, "we do not know you", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
			return
		}
		next.ServeHTTP(w, r)
	})
}
