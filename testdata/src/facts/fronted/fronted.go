// Package fronted puts a middleware that sets the challenge before a whole router: which handlers lie behind it cannot be told, so all
// are silent.
package fronted

import "net/http"

func asking(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("WWW-Authenticate", `Basic realm="Restricted", charset="UTF-8"`)
		next.ServeHTTP(w, r)
	})
}

func behind(w http.ResponseWriter, r *http.Request) { http.Error(w, "who are you?", 401) }

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", behind)
	return asking(mux)
}
