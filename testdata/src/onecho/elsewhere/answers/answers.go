// Package answers has handlers of errors, and does not see who makes them.
package answers

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho/elsewhere/errs"
)

// Bare sends no challenge.
func Bare(err error, c echo.Context) {
	var e *errs.Error
	if errors.As(err, &e) && !c.Response().Committed {
		_ = c.JSON(e.Status, e.Text)
		return
	}
	if p, ok := err.(errs.Plain); ok {
		_ = c.JSON(p.Status, "plain")
		return
	}
	_ = c.NoContent(http.StatusInternalServerError)
}

// Challenging sends one.
func Challenging(err error, c echo.Context) {
	var e *errs.Error
	if errors.As(err, &e) {
		if e.Status == http.StatusUnauthorized {
			c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="answers"`)
		}
		_ = c.JSON(e.Status, e.Text)
		return
	}
	_ = c.NoContent(http.StatusInternalServerError)
}

// Always sends one with whatever it sends.
func Always(err error, c echo.Context) {
	c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="answers"`)
	var e *errs.Error
	if errors.As(err, &e) {
		_ = c.JSON(e.Status, e.Text)
	}
}

// Making makes a handler that sends none.
func Making(log func(error)) echo.HTTPErrorHandler {
	return func(err error, c echo.Context) {
		log(err)
		var e *errs.Error
		if errors.As(err, &e) {
			_ = c.JSON(e.Status, e.Text)
			return
		}
		_ = c.NoContent(http.StatusInternalServerError)
	}
}
