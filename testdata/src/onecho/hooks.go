package onecho

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// limits has a function that says what is wrong; the one of a test answers by itself.
type limits struct {
	failed func(c echo.Context, err error) error
}

var defaults = limits{
	failed: func(c echo.Context, err error) error {
		return &echo.HTTPError{Code: http.StatusTooManyRequests, Message: "later"}
	},
}

func limited(config limits, find func(echo.Context) (string, error)) echo.MiddlewareFunc {
	if config.failed == nil {
		config.failed = defaults.failed
	}
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if _, err := find(c); err != nil {
				c.Error(config.failed(c, err))
				return nil
			}
			return next(c)
		}
	}
}
