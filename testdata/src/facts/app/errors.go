package app

import (
	"errors"
	"net/http"

	"facts/lib"
)

func known(r *http.Request) bool {
	_, err := r.Cookie("session")
	return err == nil
}

func returnsError(w http.ResponseWriter, r *http.Request) error {
	if !known(r) {
		return &lib.Error{Status: 401, Text: "who are you?"} // want "missing-challenge: .*401"
	}
	if r.Method == "PUT" {
		return &lib.Error{Status: 403, Text: "not you"}
	}
	return errors.New("oh no")
}

func returnsErrorRight(w http.ResponseWriter, r *http.Request) error {
	lib.Ask(w)
	return &lib.Error{Status: 401, Text: "who are you?"}
}

func returnsMade(w http.ResponseWriter, r *http.Request) error {
	if r.Method == "PUT" {
		return lib.Denied("who are you?") // want "missing-challenge: .*401"
	}
	if r.Method == "POST" {
		return lib.New(403, "not you")
	}
	return lib.New(401, "who are you?") // want "missing-challenge: .*401"
}

func writes(w http.ResponseWriter, r *http.Request) {
	lib.Write(w, &lib.Error{Status: 401, Text: "who are you?"}) // want "missing-challenge: .*401"
}

func writesRight(w http.ResponseWriter, r *http.Request) {
	lib.Ask(w)
	lib.Write(w, lib.Denied("who are you?"))
}

func returnsStatus(w http.ResponseWriter, r *http.Request) (int, error) {
	if !known(r) {
		return 401, errors.New("who are you?") // want "missing-challenge: .*401"
	}
	return 403, errors.New("not you")
}

func returnsStatusWell(w http.ResponseWriter, r *http.Request) (int, error) {
	return 401, errors.New("who are you?")
}

func returnsLate(w http.ResponseWriter, r *http.Request) (int, error) {
	w.Write([]byte("hello"))
	return 500, errors.New("oh no") // want "late-status: .*second answer"
}

func routes(mux *http.ServeMux) {
	mux.Handle("/a", lib.Handler(returnsError))
	mux.Handle("/b", lib.Handler(returnsErrorRight))
	mux.Handle("/c", lib.Handler(returnsMade))
	mux.Handle("/e", lib.Result(returnsStatus))
	mux.Handle("/f", lib.Well(returnsStatusWell))
	mux.Handle("/g", lib.Result(returnsLate))
}
