package lib

import "net/http"

// Problem tells its status by a method.
type Problem struct {
	text   string
	status int
}

func (p Problem) Error() string { return p.text }
func (p Problem) Status() int   { return p.status }

// NewProblem makes one.
func NewProblem(text string, status int) error { return Problem{text, status} }

// What handlers answer.
var (
	ErrDenied  = NewProblem("denied", http.StatusForbidden)
	ErrMissing = NewProblem("missing", http.StatusNotFound)
)

// Send asks the error for its status, whatever type it is of.
func Send(w http.ResponseWriter, err error) {
	if p, ok := err.(interface{ Status() int }); ok {
		w.WriteHeader(p.Status())
	} else {
		w.WriteHeader(http.StatusInternalServerError)
	}
	w.Write([]byte(err.Error()))
}
