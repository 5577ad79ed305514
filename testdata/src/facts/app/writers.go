package app

import (
	"net/http"

	"facts/lib"
)

func recorded(w http.ResponseWriter, r *http.Request) {
	rec := lib.Record(w)
	rec.WriteHeader(401) // want "missing-challenge: .*401"
}

func recordedRight(w http.ResponseWriter, r *http.Request) {
	rec := lib.Record(w)
	rec.Header().Set(lib.Header, lib.Challenge)
	http.Error(rec, "who are you?", 401)
}

func recordedLiteral(w http.ResponseWriter, r *http.Request) {
	rec := &lib.Recorder{ResponseWriter: w}
	http.Error(rec, "who are you?", 401) // want "missing-challenge: 401"
}
