// Package front puts a writer before some of its handlers that adds the challenge to every 401: those are silent, and so is one of
// which nobody sees where it is registered.
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

func behindOthers(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "who are you?", 401)
}

func logging(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

func made(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Error(w, text, 401) }
}

func beside(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "who are you?", 401) // want "missing-challenge: 401"
}

// Elsewhere is registered by others, or by nobody.
func Elsewhere(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "who are you?", 401)
}

func routes() {
	http.Handle("/", middleware(http.HandlerFunc(behind)))
	http.Handle("/others", logging(middleware(logging(http.HandlerFunc(behindOthers)))))
	http.Handle("/made", middleware(made("who are you?")))
	http.HandleFunc("/beside", beside)
}
