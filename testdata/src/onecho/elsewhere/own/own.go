// Package own puts a handler of errors of its own in echo's place, for the errors of a package that is imported by the way.
package own

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho/elsewhere/errs"
	"onecho/elsewhere/own/routes"
	"onecho/elsewhere/right"
)

type server struct{ echo *echo.Echo }

// New serves the handlers.
func New() *echo.Echo {
	s := &server{echo.New()}
	s.echo.HTTPErrorHandler = s.answer
	routes.Add(s.echo)
	s.echo.Any("/right/*", echo.WrapHandler(http.StripPrefix("/right", right.Other())))
	return s.echo
}

// wire: :path=/elsewhere/own/session -> 401 bare
// wire: :path=/elsewhere/own/plain -> 401 bare
func (s *server) answer(err error, c echo.Context) {
	var e *errs.Error
	if errors.As(err, &e) {
		_ = c.JSON(e.Status, e.Text) // want `missing-challenge: server.answer sends the 401 of errors made elsewhere \(handlers.go:3\d, handlers.go:\d+\) with no WWW-Authenticate header: the client cannot know how to authenticate \(medium\)`
		return
	}
	var p errs.Plain
	if errors.As(err, &p) {
		_ = c.JSON(p.Status, "plain") // want `missing-challenge: server.answer sends the 401 of errors made elsewhere \(handlers.go:3\d\) with no WWW-Authenticate header`
		return
	}
	_ = c.NoContent(http.StatusInternalServerError)
}
