package missingchallenge

import (
	"errors"
	"net/http"
)

// asker is implemented in this package, and right wherever it is.
type asker interface{ setHeaders(w http.ResponseWriter) }

type basicAsker struct{ realm string }

func (b basicAsker) setHeaders(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", `Basic realm="`+b.realm+`"`)
}

type negotiateAsker struct{}

func (negotiateAsker) setHeaders(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", "Negotiate")
}

func byInterface(a asker) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !signedIn(r) {
			a.setHeaders(w)
			w.WriteHeader(401)
		}
	}
}

// checker's one implementation sets the challenge on one of two ways to fail, and its caller answers.
type checker interface {
	check(w http.ResponseWriter, r *http.Request) error
}

type cookieChecker struct{}

func (cookieChecker) check(w http.ResponseWriter, r *http.Request) error {
	if strange(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		return errors.New("no PUT")
	}
	if !signedIn(r) {
		return errors.New("who are you?")
	}
	return nil
}

func byChecker(c checker, w http.ResponseWriter, r *http.Request) {
	if err := c.check(w, r); err != nil {
		http.Error(w, err.Error(), 401) // want "missing-challenge: 401"
	}
}

// wellChecker's one implementation is right wherever it fails.
type wellChecker interface {
	checkWell(w http.ResponseWriter, r *http.Request) error
}

func (cookieChecker) checkWell(w http.ResponseWriter, r *http.Request) error {
	if !signedIn(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		return errors.New("who are you?")
	}
	return nil
}

func byWellChecker(c wellChecker, w http.ResponseWriter, r *http.Request) {
	if err := c.checkWell(w, r); err != nil {
		http.Error(w, err.Error(), 401)
	}
}

// sometimes has an implementation that sets nothing: by that one the answer is bare.
type sometimes interface{ setSome(w http.ResponseWriter) }

type always struct{}

func (always) setSome(w http.ResponseWriter) { w.Header().Set("WWW-Authenticate", challenge) }

type never struct{}

func (never) setSome(w http.ResponseWriter) {}

func bySometimes(s sometimes, w http.ResponseWriter) {
	s.setSome(w)
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// Asker may be implemented elsewhere.
type Asker interface {
	SetHeaders(w http.ResponseWriter)
}

func byExportedInterface(a Asker, w http.ResponseWriter) {
	a.SetHeaders(w)
	w.WriteHeader(401)
}

// authenticator never sees the response.
type authenticator interface {
	Authenticate(r *http.Request) (string, error)
}

func byAuthenticator(a authenticator, w http.ResponseWriter, r *http.Request) {
	if _, err := a.Authenticate(r); err != nil {
		http.Error(w, err.Error(), 401) // want "missing-challenge: 401"
	}
}

// responder is the writer of a house, under a name of its own.
type responder interface {
	Header() http.Header
	WriteHeader(code int)
	Write([]byte) (int, error)
}

func byResponder(w responder, r *http.Request) {
	if strange(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(401)
		return
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// house is a context of the house: it hands its response out.
type house interface {
	Response() http.ResponseWriter
	Request() *http.Request
}

func byHouse(c house) {
	if c.Request().Method == "PUT" {
		c.Response().Header().Set("WWW-Authenticate", challenge)
		c.Response().WriteHeader(401)
		return
	}
	c.Response().WriteHeader(401) // want "missing-challenge: 401"
}

// Given to code that cannot be seen, a response is unknown from there on.
func givenAway(give func(http.ResponseWriter), w http.ResponseWriter, r *http.Request) {
	give(w)
	w.WriteHeader(401)
}

// It was bare before.
func givenAwayAfter(give func(http.ResponseWriter), w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		w.WriteHeader(401) // want "missing-challenge: 401"
		return
	}
	give(w)
}

func givenAsHeader(give func(http.Header), w http.ResponseWriter) {
	give(w.Header())
	w.WriteHeader(401)
}

// What was asked for by type is the same response.
func asserted(w http.ResponseWriter, r *http.Request) {
	if f, ok := w.(http.Flusher); ok && signedIn(r) {
		f.Flush()
		return
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}
