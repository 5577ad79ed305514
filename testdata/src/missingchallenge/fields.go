package missingchallenge

import (
	"encoding/json"
	"net/http"
)

// envelope carries the status and the body; send sends both.
type envelope struct {
	Status int    `json:"status"`
	Text   string `json:"text"`
}

func (e envelope) send(w http.ResponseWriter) {
	w.WriteHeader(e.Status)
	json.NewEncoder(w).Encode(e)
}

func sendsRight(w http.ResponseWriter, r *http.Request) {
	e := envelope{Status: 200}
	if !signedIn(r) {
		e.Status = 401
		w.Header().Set("WWW-Authenticate", challenge)
	}
	e.send(w)
}

// builder collects an answer.
type builder struct {
	w    http.ResponseWriter
	code int
}

func newBuilder(w http.ResponseWriter) *builder { return &builder{w: w, code: 200} }

func (b *builder) status(code int) *builder {
	b.code = code
	return b
}

func (b *builder) ask() *builder {
	b.w.Header().Set("WWW-Authenticate", challenge)
	return b
}

func (b *builder) send() { b.w.WriteHeader(b.code) }

func chainRight(w http.ResponseWriter, r *http.Request) {
	newBuilder(w).status(401).ask().send()
}

// What is called for one status after another sends the last.
func chainBare(w http.ResponseWriter, r *http.Request) {
	newBuilder(w).status(401).send() // want "missing-challenge: "
}

func chainOther(w http.ResponseWriter, r *http.Request) {
	newBuilder(w).status(401).status(404).send()
}

func chainBefore(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	newBuilder(w).status(401).send()
}

// problem is given a status where a package variable is made: that is where the 401 is told, once.
type problem struct {
	Code int
	Text string
}

var whoAreYou = &problem{Code: 401, Text: "who are you?"} // want "missing-challenge: this 401"

func (p *problem) render(w http.ResponseWriter) { http.Error(w, p.Text, p.Code) }

func rendersProblem(w http.ResponseWriter, r *http.Request) {
	whoAreYou.render(w)
}

func rendersProblemRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	whoAreYou.render(w)
}

// Its field is written down, and never sent.
func logsProblem(w http.ResponseWriter, r *http.Request) {
	p := problem{Code: 401, Text: "who are you?"}
	println(p.Code)
	w.Write([]byte(p.Text))
}
