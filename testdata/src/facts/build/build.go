// Package build has answers that are built up by chains of calls, in other packages.
package build

import "net/http"

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
