// Package errs has the errors of a program, each of a kind. It knows nothing of HTTP.
package errs

import (
	"errors"
	"fmt"
)

type Kind int

const (
	PermissionDenied Kind = iota + 1
	NotFound
	Unauthenticated
)

type Error struct {
	kind Kind
	text string
}

func (e *Error) Kind() Kind    { return e.kind }
func (e *Error) Error() string { return e.text }

func Errorf(kind Kind, format string, args ...any) error {
	return &Error{kind: kind, text: fmt.Sprintf(format, args...)}
}

// From finds the error of a kind in another one.
func From(err error) (*Error, bool) {
	var e *Error
	if errors.As(err, &e) {
		return e, true
	}
	return nil, false
}

// Plain is an error whose kind anybody may read.
type Plain struct{ Kind Kind }

func (p *Plain) Error() string { return "no" }

// FromPlain finds it in another one.
func FromPlain(err error) (*Plain, bool) {
	var p *Plain
	if errors.As(err, &p) {
		return p, true
	}
	return nil, false
}
