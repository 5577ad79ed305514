package missingchallenge

import (
	"encoding/json"
	"net/http"
)

// An answer is built up by a chain of calls: each returns what it is called on.

type building struct {
	w       http.ResponseWriter
	code    int
	message string
	headers map[string]string
}

func newBuilding(w http.ResponseWriter) *building {
	return &building{w: w, code: 200, headers: make(map[string]string)}
}

func (r *building) status(code int) *building {
	r.code = code
	return r
}

func (r *building) unauthorized() *building { return r.status(http.StatusUnauthorized) }

func (r *building) text(message string) *building {
	r.message = message
	return r
}

func (r *building) ask() *building {
	r.w.Header().Set("WWW-Authenticate", challenge)
	return r
}

func (r *building) send() {
	r.w.WriteHeader(r.code)
	json.NewEncoder(r.w).Encode(r.message)
}

func (r *building) finish() { r.status(401).send() } // want "missing-challenge: 401"

func chained(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		newBuilding(w).status(401).text("who are you?").send() // want "missing-challenge: 401"
		return
	}
	newBuilding(w).text("hello").send()
}

func chainedByName(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		newBuilding(w).text("who are you?").unauthorized().send() // want "missing-challenge: 401"
		return
	}
	newBuilding(w).status(404).send()
}

func chainedAsking(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		newBuilding(w).status(401).ask().send()
	}
}

// The last status counts.
func chainedTwice(w http.ResponseWriter, r *http.Request) {
	newBuilding(w).status(401).status(404).send()
}

func chainedInSteps(w http.ResponseWriter, r *http.Request) {
	answer := newBuilding(w)
	if !signedIn(r) {
		answer.status(401).text("who are you?")
	}
	answer.send() // want "missing-challenge: 401"
}

func chainedInStepsWell(w http.ResponseWriter, r *http.Request) {
	answer := newBuilding(w).status(404)
	if !signedIn(r) {
		answer = answer.status(401).ask()
	}
	answer.send()
}

func chainedFinish(w http.ResponseWriter, r *http.Request) { newBuilding(w).finish() }

// The status may come first, and what it goes to last.
type outcome struct {
	code int
	body any
}

func answerOf(body any) *outcome { return &outcome{code: 200, body: body} }

func (o *outcome) withCode(code int) *outcome {
	o.code = code
	return o
}

func (o *outcome) write(w http.ResponseWriter) {
	w.WriteHeader(o.code)
	json.NewEncoder(w).Encode(o.body)
}

func outcomes(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		answerOf("who are you?").withCode(401).write(w) // want "missing-challenge: 401"
		return
	}
	answerOf("hello").withCode(201).write(w)
}

// Each step may be a copy.
type copying struct {
	code int
	body any
}

func (c copying) with(code int) copying {
	c.code = code
	return c
}

func (c copying) write(w http.ResponseWriter) {
	w.WriteHeader(c.code)
	json.NewEncoder(w).Encode(c.body)
}

func copies(w http.ResponseWriter, r *http.Request) {
	plain := copying{code: 200}
	if !signedIn(r) {
		plain.with(401).write(w) // want "missing-challenge: 401"
		return
	}
	plain.write(w)
}

// Headers may be gathered before they are sent: which, cannot be told.
func (r *building) header(name, value string) *building {
	r.headers[name] = value
	return r
}

func (r *building) sendAll() {
	for name, value := range r.headers {
		r.w.Header().Set(name, value)
	}
	r.w.WriteHeader(r.code)
}

func chainedHeaders(w http.ResponseWriter, r *http.Request) {
	newBuilding(w).status(401).header("WWW-Authenticate", challenge).sendAll()
}

type pair struct{ name, value string }

type listed struct {
	code  int
	pairs []pair
}

func (l *listed) add(name, value string) *listed {
	l.pairs = append(l.pairs, pair{name, value})
	return l
}

func (l *listed) write(w http.ResponseWriter) {
	for _, p := range l.pairs {
		w.Header().Add(p.name, p.value)
	}
	w.WriteHeader(l.code)
}

func chainedList(w http.ResponseWriter, r *http.Request) {
	(&listed{code: 401}).add("WWW-Authenticate", challenge).write(w)
}
