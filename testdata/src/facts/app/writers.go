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

func batch(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "GET":
		lib.Send(w, 401, nil) // want "missing-challenge: 401"
	case "PUT":
		lib.Send(w, 401, http.Header{lib.Header: {lib.Challenge}})
	case "POST":
		lib.Refuse(w, nil) // want "missing-challenge: Refuse answers 401"
	default:
		lib.Refuse(w, map[string]string{lib.Header: lib.Challenge})
	}
}
