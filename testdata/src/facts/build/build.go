// Package build has answers that are built up by chains of calls, in other packages.
package build

import (
	"encoding/json"
	"errors"
	"net/http"
)

// Building is an answer that is built up.
type Building struct {
	w    http.ResponseWriter
	code int
	body string
}

// NewBuilding starts one.
func NewBuilding(w http.ResponseWriter) *Building { return &Building{w: w, code: 200} }

// Status chooses the status.
func (r *Building) Status(code int) *Building {
	r.code = code
	return r
}

// Unauthorized is a 401.
func (r *Building) Unauthorized() *Building { return r.Status(http.StatusUnauthorized) }

// Text chooses the body.
func (r *Building) Text(body string) *Building {
	r.body = body
	return r
}

// Ask sets the challenge.
func (r *Building) Ask() *Building {
	r.w.Header().Set("WWW-Authenticate", `Basic realm="Restricted", charset="UTF-8"`)
	return r
}

// Send sends it.
func (r *Building) Send() { http.Error(r.w, r.body, r.code) }

// Outcome is an answer that is told last where it goes to.
type Outcome struct{ code int }

// NewOutcome starts one.
func NewOutcome() *Outcome { return &Outcome{code: 200} }

// Status chooses the status.
func (o *Outcome) Status(code int) *Outcome {
	o.code = code
	return o
}

// Write sends it.
func (o *Outcome) Write(w http.ResponseWriter) { w.WriteHeader(o.code) }

// Fault is an error with a status, which it tells who asks.
type Fault struct {
	code         int
	text, reason string
}

func (f *Fault) Error() string { return f.text + f.reason }

// StatusCode is the status.
func (f *Fault) StatusCode() int { return f.code }

// WithReason changes a copy.
func (f *Fault) WithReason(reason string) *Fault {
	c := *f
	c.reason = reason
	return &c
}

// What handlers return.
var (
	ErrNobody  = &Fault{code: 401, text: "who are you?"}
	ErrNothing = &Fault{code: 404, text: "nothing here"}
)

// Handler is a handler that returns its error.
type Handler func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP asks the error for its status.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		Fail(w, err)
	}
}

// Fail asks the error for its status.
func Fail(w http.ResponseWriter, err error) {
	var c interface{ StatusCode() int }
	if errors.As(err, &c) {
		http.Error(w, err.Error(), c.StatusCode())
		return
	}
	http.Error(w, "oh no", http.StatusInternalServerError)
}

// Decode reads what a client has sent, and answers by itself where that is not JSON.
func Decode(w http.ResponseWriter, r *http.Request, v any) bool {
	if err := json.NewDecoder(r.Body).Decode(v); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return false
	}
	return true
}
