package missingchallenge

import (
	"net/http"
	"strings"
)

func fixBasic(w http.ResponseWriter, r *http.Request) {
	user, password, ok := r.BasicAuth()
	if !ok || user != password {
		http.Error(w, "who are you?", http.StatusUnauthorized) // want "missing-challenge: 401"
		return
	}
	w.Write([]byte("hello"))
}

func fixBearer(out http.ResponseWriter, r *http.Request) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	switch {
	case !ok:
		out.WriteHeader(401) // want "missing-challenge: 401"
	case token == "x":
		out.WriteHeader(204)
	}
}

func password(r *http.Request) string {
	_, p, _ := r.BasicAuth()
	return p
}

// The credentials are read in a function that this one calls.
func fixByHelper(w http.ResponseWriter, r *http.Request) {
	if password(r) == "" {
		w.Header().Set("Content-Type", "text/plain")
		w.WriteHeader(401) // want "missing-challenge: 401"
		w.Write([]byte("who are you?"))
	}
}

func fixInClosure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, _, ok := r.BasicAuth(); !ok {
			http.Error(w, "who are you?", 401) // want "missing-challenge: 401"
			return
		}
		next.ServeHTTP(w, r)
	})
}
