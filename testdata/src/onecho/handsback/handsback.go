// Package handsback has an error handler of its own, which hands errors on to echo's.
package handsback

import (
	"log"
	"net/http"

	"github.com/labstack/echo/v4"
)

// New serves the package's handlers.
func New() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		log.Println(err)
		e.DefaultHTTPErrorHandler(err, c)
	}
	e.Any("/bare", bare)
	return e
}

// wire: :path=/handsback/bare -> 401 bare no token
func bare(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return echo.NewHTTPError(http.StatusUnauthorized, "no token") // want "missing-challenge: echo's error handler sends this 401 .*medium"
	}
	return c.NoContent(http.StatusNoContent)
}
