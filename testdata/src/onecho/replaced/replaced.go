// Package replaced has an error handler of its own.
package replaced

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"
)

// New serves the package's handlers.
func New() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = answer
	e.Any("/framework", framework)
	e.Any("/house", house)
	e.Any("/bare", bare)
	e.Any("/form", form)
	return e
}

type refusal struct {
	status int
	why    string
}

func (r *refusal) Error() string { return r.why }

// answer sends what handlers return, with a challenge where it is echo's error.
func answer(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	var he *echo.HTTPError
	if errors.As(err, &he) {
		if he.Code == http.StatusUnauthorized {
			c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="replaced"`)
		}
		_ = c.JSON(he.Code, he.Message)
		return
	}
	var r *refusal
	if errors.As(err, &r) {
		_ = c.JSON(r.status, r.why)
		return
	}
	_ = c.NoContent(http.StatusInternalServerError)
}

// The house's own error handler sets the challenge.
//
// wire: :path=/replaced/framework -> 401 challenge
func framework(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return echo.ErrUnauthorized
	}
	return c.NoContent(http.StatusNoContent)
}

// wire: :path=/replaced/house -> 403 bare no token
func house(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return &refusal{http.StatusForbidden, "no token"} // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*the Authorization header.*challenge$"
	}
	return c.NoContent(http.StatusNoContent)
}

// wire: :path=/replaced/bare -> 401 bare no token
func bare(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return &refusal{http.StatusUnauthorized, "no token"} // want "missing-challenge: answer sends this 401 with no WWW-Authenticate header.*authenticate$"
	}
	return c.NoContent(http.StatusNoContent)
}

// form answers what one function has returned to it. What other handlers return is not its affair.
//
// wire: :path=/replaced/form :body="{" Content-Type=application/json -> 400 bare again
func form(c echo.Context) error {
	if err := process(c); err != nil {
		if he, ok := err.(*echo.HTTPError); ok {
			return c.String(he.Code, "again")
		}
		return c.String(http.StatusInternalServerError, "later")
	}
	return c.NoContent(http.StatusNoContent)
}

func process(c echo.Context) error {
	var in struct{ Name string }
	return c.Bind(&in)
}
