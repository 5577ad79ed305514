package app

import (
	"net/http"

	"facts/lib"
)

// dies goes no further: what another package is known for.
func dies(w http.ResponseWriter, r *http.Request) {
	if r.Method == "PUT" {
		lib.Die("no")
		w.WriteHeader(401)
	}
}

func challenged(w http.ResponseWriter, r *http.Request) {
	c := lib.Challenger{ResponseWriter: w}
	c.WriteHeader(401)
}

func challengedError(w http.ResponseWriter, r *http.Request) {
	http.Error(lib.Challenger{ResponseWriter: w}, "who are you?", 401)
}
