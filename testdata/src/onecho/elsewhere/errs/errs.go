// Package errs has the errors of a program. Handlers of others make them, and a handler of errors of yet another package answers them.
package errs

// Error is answered with the status in it.
type Error struct {
	Status int
	Text   string
}

func (e *Error) Error() string { return e.Text }

// New makes an error.
func New(status int, text string) *Error { return &Error{status, text} }

// Plain is an error that is no pointer.
type Plain struct{ Status int }

func (p Plain) Error() string { return "plain" }

// Odd is one that nobody answers.
type Odd struct{ Status int }

func (o *Odd) Error() string { return "odd" }
