package app

import (
	"net/http"

	"facts/build"
	"facts/lib"
)

// Answers that are built up in another package.

func repliesBare(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		build.NewBuilding(w).Status(401).Text("who are you?").Send() // want "missing-challenge: 401"
		return
	}
	build.NewBuilding(w).Text("hello").Send()
}

func repliesByName(w http.ResponseWriter, r *http.Request) {
	build.NewBuilding(w).Unauthorized().Text("who are you?").Send() // want "missing-challenge: 401"
}

func repliesWell(w http.ResponseWriter, r *http.Request) {
	build.NewBuilding(w).Ask().Status(401).Send()
}

func repliesNotFound(w http.ResponseWriter, r *http.Request) {
	build.NewBuilding(w).Status(404).Text("nothing here").Send()
}

func outcomeBare(w http.ResponseWriter, r *http.Request) {
	build.NewOutcome().Status(401).Write(w) // want "missing-challenge: 401"
}

func outcomeWell(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", lib.Challenge)
	build.NewOutcome().Status(401).Write(w)
}

func outcomeNotFound(w http.ResponseWriter, r *http.Request) { build.NewOutcome().Status(404).Write(w) }

// What is decoded into a struct is not known any more.
func decoded(w http.ResponseWriter, r *http.Request) {
	var wanted struct{ Secret bool }
	if !build.Decode(w, r, &wanted) {
		return
	}
	if wanted.Secret {
		w.WriteHeader(401) // want "missing-challenge: 401"
		return
	}
	w.Write([]byte("hello"))
}
