package lib

import (
	"errors"
	"net/http"
)

// Error is an error with a status.
type Error struct {
	Status int
	Text   string
}

func (e *Error) Error() string { return e.Text }

// Denied makes a 401.
func Denied(text string) *Error { return &Error{Status: http.StatusUnauthorized, Text: text} }

// New makes an error with any status.
func New(code int, text string) error { return &Error{Status: code, Text: text} }

// ErrDenied is a value that handlers return.
var ErrDenied = &Error{Status: 401, Text: "who are you?"}

// Handler is a handler that returns its error.
type Handler func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP sends the status in the error.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	if err == nil {
		return
	}
	var e *Error
	if errors.As(err, &e) {
		http.Error(w, e.Text, e.Status)
		return
	}
	http.Error(w, "oh no", http.StatusInternalServerError)
}

// Write sends the status in the error.
func Write(w http.ResponseWriter, e *Error) { http.Error(w, e.Text, e.Status) }

// Result is a handler that returns its status.
type Result func(w http.ResponseWriter, r *http.Request) (int, error)

// ServeHTTP sends the status.
func (f Result) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if code, err := f(w, r); err != nil {
		http.Error(w, err.Error(), code)
	}
}

// Well is a handler whose adapter sets the challenge.
type Well func(w http.ResponseWriter, r *http.Request) (int, error)

// ServeHTTP sends the status, and a challenge with a 401.
func (f Well) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	code, err := f(w, r)
	if code == http.StatusUnauthorized {
		w.Header().Set(Header, Challenge)
	}
	if err != nil {
		http.Error(w, err.Error(), code)
	}
}
