// Package app calls what package lib does.
package app

import (
	"errors"
	"net/http"

	"facts/lib"
)

func fail(w http.ResponseWriter, r *http.Request) {
	if r.Method != "GET" {
		lib.Fail(w, 405, "no")
		return
	}
	lib.Fail(w, http.StatusUnauthorized, "who are you?") // want "missing-challenge: .*401"
}

func failRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set(lib.Header, lib.Challenge)
	lib.Fail(w, http.StatusUnauthorized, "who are you?")
}

func failDeep(w http.ResponseWriter, r *http.Request) {
	lib.FailDeep(w, 401, errors.New("who are you?")) // want "missing-challenge: .*401"
}

func failWell(w http.ResponseWriter, r *http.Request) {
	lib.FailWell(w, 401, "who are you?")
}

func unauthorized(w http.ResponseWriter, r *http.Request) {
	lib.Unauthorized(w) // want "missing-challenge: .*Unauthorized answers 401"
}

func unauthorizedRight(w http.ResponseWriter, r *http.Request) {
	if r.Method == "PUT" {
		lib.UnauthorizedWell(w)
		return
	}
	if r.Method == "POST" {
		lib.Ask(w)
		lib.Unauthorized(w)
		return
	}
	lib.AskByMap(w.Header())
	w.WriteHeader(401)
}

func sets(w http.ResponseWriter, r *http.Request) {
	if r.Method == "PUT" {
		lib.Set(w, lib.Header, lib.Challenge)
		w.WriteHeader(401)
		return
	}
	lib.Set(w, "Cache-Control", "no-store")
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func checks(w http.ResponseWriter, r *http.Request) {
	if !lib.Check(w, r) {
		return
	}
	w.WriteHeader(204)
}

func checksBlindly(w http.ResponseWriter, r *http.Request) {
	if lib.Check(w, r) || true { // want "denial-falls-through: after this 401 the handler goes on"
		w.WriteHeader(204)
	}
}

func loads(w http.ResponseWriter, r *http.Request) {
	if lib.Load(w, r) == "" {
		w.WriteHeader(400) // want "late-status: status 400 .* 500 has"
	}
}

type server struct{ lib.Responder }

func (s *server) promoted(w http.ResponseWriter, r *http.Request) {
	if r.Method == "PUT" {
		s.FailWell(w, 401)
		return
	}
	s.Fail(w, 401) // want "missing-challenge: .*401"
}

func replies(w http.ResponseWriter, r *http.Request) {
	lib.Reply(w, 401, "who are you?") // want "missing-challenge: .*401"
}

func repliesLate(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("hello"))
	lib.Reply(w, 404, 1) // want "late-status: status 404"
}

// A wrong scheme under a name from elsewhere.
func malformed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set(lib.Header, "Basic") // want "malformed-challenge: .*Basic without realm"
	w.WriteHeader(401)
}

func mapped(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, lib.ErrNobody) {
		http.Error(w, err.Error(), 401) // want "missing-challenge: 401"
	}
}
