// Package lib is imported by package app: what it does to a response has to travel there.
package lib

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

const (
	// Header is the name of the header of a challenge.
	Header = "WWW-Authenticate"
	// Challenge is a challenge.
	Challenge = `Basic realm="Restricted", charset="UTF-8"`
)

// Fail answers with the status that it is given.
func Fail(w http.ResponseWriter, code int, text string) {
	w.Header().Set("Content-Type", "text/plain")
	w.WriteHeader(code)
	io.WriteString(w, text)
}

// FailDeep does the same by another function.
func FailDeep(w http.ResponseWriter, code int, err error) { Fail(w, code, err.Error()) }

// FailWell sets the challenge that a 401 needs.
func FailWell(w http.ResponseWriter, code int, text string) {
	if code == http.StatusUnauthorized {
		w.Header().Set(Header, Challenge)
	}
	Fail(w, code, text)
}

// Unauthorized always answers 401, and leaves the challenge to its caller.
func Unauthorized(w http.ResponseWriter) {
	http.Error(w, "who are you?", http.StatusUnauthorized)
}

// UnauthorizedWell always answers 401, challenge and all.
func UnauthorizedWell(w http.ResponseWriter) {
	Ask(w)
	Unauthorized(w)
}

// Ask sets the challenge.
func Ask(w http.ResponseWriter) { w.Header().Set(Header, Challenge) }

// AskByMap sets the challenge on a header map.
func AskByMap(h http.Header) { h["Www-Authenticate"] = []string{Challenge} }

// Set sets a header.
func Set(w http.ResponseWriter, name, value string) { w.Header().Set(name, value) }

// Check denies by itself, and says so.
func Check(w http.ResponseWriter, r *http.Request) bool {
	if _, err := r.Cookie("session"); err != nil {
		FailWell(w, 401, "who are you?")
		return false
	}
	return true
}

// Load answers 500 by itself where it fails, and does not say so.
func Load(w http.ResponseWriter, r *http.Request) string {
	if err := r.ParseForm(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return ""
	}
	return r.Form.Get("name")
}

// Encode writes the body, and then the status.
func Encode(w http.ResponseWriter, code int, v any) {
	fmt.Fprintln(w, v)
	w.WriteHeader(code) // want "late-status: .*cannot reach the client"
}

// Die ends the program.
func Die(text string) { panic(text) }

// Responder may be embedded.
type Responder struct{}

// Fail answers with the status that it is given.
func (Responder) Fail(w http.ResponseWriter, code int) { http.Error(w, "no", code) }

// FailWell sets the challenge that a 401 needs.
func (*Responder) FailWell(w http.ResponseWriter, code int) {
	if code == 401 {
		Ask(w)
	}
	http.Error(w, "no", code)
}

// Reply is generic.
func Reply[T any](w http.ResponseWriter, code int, v T) {
	w.WriteHeader(code)
	fmt.Fprintln(w, v)
}

// ErrNobody has no status.
var ErrNobody = errors.New("who are you?")
