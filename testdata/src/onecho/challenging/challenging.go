// Package challenging has an error handler of its own, which sets the challenge and hands errors on to echo's.
package challenging

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// New serves the package's handlers.
func New() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		if he, ok := err.(*echo.HTTPError); ok && he.Code == http.StatusUnauthorized {
			c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="challenging"`)
		}
		e.DefaultHTTPErrorHandler(err, c)
	}
	e.Any("/right", right)
	return e
}

// wire: :path=/challenging/right -> 401 challenge no token
func right(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return echo.NewHTTPError(http.StatusUnauthorized, "no token")
	}
	return c.NoContent(http.StatusNoContent)
}
