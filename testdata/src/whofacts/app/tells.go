package app

import (
	"net/http"

	"whofacts/lib"
)

func tellingRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/told/variable", toldVariable)
	mux.HandleFunc("/told/missing", toldMissing)
	mux.HandleFunc("/told/made", toldMade)
}

// The status stands in another package's variable, and is asked for by a method: it is chosen here.
func toldVariable(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		lib.Send(w, lib.ErrDenied) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	w.Write([]byte("hello"))
}

func toldMissing(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		lib.Send(w, lib.ErrMissing)
		return
	}
	w.Write([]byte("hello"))
}

func toldMade(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		lib.Send(w, lib.NewProblem("who are you?", http.StatusForbidden)) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	w.Write([]byte("hello"))
}
