// Package maps has an error handler of its own, which makes echo's errors of the program's and has echo send them.
package maps

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"
)

var (
	errNobody = errors.New("nobody")
	errAbsent = errors.New("no such item")
)

// New serves the package's handlers.
func New() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = answer(e)
	e.Any("/nobody", nobody)
	return e
}

// wire: by nobody
func answer(e *echo.Echo) echo.HTTPErrorHandler {
	return func(err error, c echo.Context) {
		var made *echo.HTTPError
		code := http.StatusInternalServerError
		switch {
		case errors.Is(err, errNobody):
			code = http.StatusUnauthorized
		case errors.Is(err, errAbsent):
			made = echo.NewHTTPError(http.StatusNotFound)
		}
		if made == nil {
			made = echo.NewHTTPError(code, err.Error()).SetInternal(err)
		}
		e.DefaultHTTPErrorHandler(made, c) // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path: the client cannot know how to authenticate$"
	}
}

// Challenging does it right.
func Challenging(e *echo.Echo) echo.HTTPErrorHandler {
	return func(err error, c echo.Context) {
		if errors.Is(err, errNobody) {
			c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="maps"`)
			err = echo.NewHTTPError(http.StatusUnauthorized)
		}
		e.DefaultHTTPErrorHandler(err, c)
	}
}

// wire: :path=/maps/nobody -> 401 bare
func nobody(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return fmt.Errorf("%w: no token", errNobody)
	}
	return c.NoContent(http.StatusNoContent)
}
