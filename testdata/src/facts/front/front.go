// Package front puts a writer before its handlers that adds the challenge to every 401: which of them lie behind it cannot
// be told, so all are silent.
package front

import (
	"net/http"

	"facts/lib"
)

func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(lib.Challenger{ResponseWriter: w}, r)
	})
}

func behind(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "who are you?", 401)
}

func routes() { http.Handle("/", middleware(http.HandlerFunc(behind))) }
