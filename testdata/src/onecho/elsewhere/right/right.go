// Package right puts a handler of errors in echo's place that sends the challenge.
package right

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho/elsewhere/answers"
	"onecho/elsewhere/errs"
	"onecho/elsewhere/handlers"
)

// New serves the handlers.
//
// wire: :path=/elsewhere/right/session -> 401 challenge
func New() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = answers.Challenging
	handlers.Routes(e)
	e.Any("/mine", mine)
	return e
}

// Other serves the handlers, too.
func Other() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = answers.Always
	handlers.Routes(e)
	return e
}

// wire: :path=/elsewhere/right/mine -> 401 challenge
func mine(c echo.Context) error { return errs.New(http.StatusUnauthorized, "never") }
