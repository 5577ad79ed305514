// Package replaced has an error handler of its own.
package replaced

import (
	"net/http"

	"github.com/labstack/echo/v5"
)

// New serves the package's handlers.
func New() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = answer
	e.Any("/framework", framework)
	e.Any("/house", house)
	return e
}

type refusal struct{ Status int }

func (r *refusal) Error() string { return http.StatusText(r.Status) }

// answer sends the errors of the house; all others are the server's own.
func answer(c *echo.Context, err error) {
	status := http.StatusInternalServerError
	if r, ok := err.(*refusal); ok {
		status = r.Status
	}
	_ = c.NoContent(status)
}

// wire: :path=/replaced/framework -> 500 bare
func framework(c *echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return echo.ErrUnauthorized
	}
	return c.NoContent(http.StatusNoContent)
}

// wire: :path=/replaced/house -> 401 bare
func house(c *echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return &refusal{http.StatusUnauthorized} // want "missing-challenge: answer sends this 401 with no WWW-Authenticate header.*authenticate$"
	}
	return c.NoContent(http.StatusNoContent)
}
