package errs

import "net/http"

// Status is an error that knows its status, and tells it by a method.
type Status struct {
	code int
	text string
}

func (s *Status) Error() string   { return s.text }
func (s *Status) StatusCode() int { return s.code }

// With changes the text.
func (s *Status) With(text string) *Status {
	s.text = text
	return s
}

// Forbidden makes a 403.
func Forbidden() *Status { return &Status{code: http.StatusForbidden} }

type about struct {
	code int
	text string
}

var abouts = map[Kind]about{
	PermissionDenied: {http.StatusForbidden, "denied"},
	NotFound:         {http.StatusNotFound, "nothing here"},
	Unauthenticated:  {http.StatusUnauthorized, "who are you?"},
}

// Of makes the error of a kind: its status stands in a table.
func Of(kind Kind) error {
	a, ok := abouts[kind]
	if !ok {
		return &Status{code: http.StatusInternalServerError, text: "oh no"}
	}
	return &Status{code: a.code, text: a.text}
}
