// Package elsewhere puts a handler of errors in echo's place that another package has, for the errors of a third.
package elsewhere

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho/elsewhere/answers"
	"onecho/elsewhere/base"
	"onecho/elsewhere/based"
	"onecho/elsewhere/errs"
	"onecho/elsewhere/handlers"
)

// New serves the handlers.
//
// wire: :path=/elsewhere/session -> 401 bare
func New() *echo.Echo {
	handlers.Hook = func(c echo.Context) { c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="hook"`) }
	e := echo.New()
	e.HTTPErrorHandler = answers.Bare // want `missing-challenge: Bare sends the 401 of errors made elsewhere \(handlers.go:3\d, handlers.go:3\d, handlers.go:\d+\) with no WWW-Authenticate header: the client cannot know how to authenticate \(medium\)`
	handlers.Routes(e)
	return e
}

// Other has the handler made.
//
// wire: :path=/elsewhere/other/session -> 401 bare
func Other() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = answers.Making(func(error) {}) // want `missing-challenge: Making sends the 401 of errors made elsewhere \(handlers.go:3\d, handlers.go:\d+\) with no WWW-Authenticate header`
	handlers.Routes(e)
	return e
}

// Third makes it here.
//
// wire: by making
func Third() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = making("third")
	handlers.Routes(e)
	return e
}

// wire: :path=/elsewhere/third/session -> 401 bare
func making(realm string) echo.HTTPErrorHandler {
	return func(err error, c echo.Context) {
		var e *errs.Error
		if errors.As(err, &e) {
			_ = c.JSON(e.Status, realm) // want `missing-challenge: making sends the 401 of errors made elsewhere \(handlers.go:3\d, handlers.go:\d+\) with no WWW-Authenticate header`
			return
		}
		_ = c.NoContent(http.StatusInternalServerError)
	}
}

// Fourth has one of two made, of which each may be the one.
func Fourth(strict bool) *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = oneOf(strict)
	handlers.Routes(e)
	return e
}

func oneOf(strict bool) echo.HTTPErrorHandler {
	if strict {
		return answers.Challenging
	}
	return answers.Bare
}

// Asking asks errors for their status.
//
// wire: :path=/elsewhere/asking/telling -> 401 bare
func Asking() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		switch v := err.(type) {
		case base.Asks:
			_ = c.JSON(v.Status(), "asked") // want `missing-challenge: Asking sends the 401 of errors made elsewhere \(base.go:\d+, handlers.go:\d+\) with no WWW-Authenticate header`
		default:
			_ = c.NoContent(http.StatusInternalServerError)
		}
	}
	handlers.Routes(e)
	e.Any("/subject", new(based.Handlers).Greet)
	return e
}
