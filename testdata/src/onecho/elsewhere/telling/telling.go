// Package telling has an error that tells its status by a method alone.
package telling

import "net/http"

// Error is one.
type Error struct{}

// New makes one.
func New() *Error { return &Error{} }

func (*Error) Error() string { return "telling" }

// Status is that of all of them.
func (*Error) Status() int { return http.StatusUnauthorized }
