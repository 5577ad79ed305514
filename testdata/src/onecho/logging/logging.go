// Package logging has a middleware that hands errors over to echo's own handler, as echo's logger does, and returns them all the same.
package logging

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho/answers"
)

func logged(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		if err = next(c); err != nil {
			c.Error(err)
		}
		println(c.Response().Status)
		return
	}
}

// That an error is returned after the answer changes nothing: echo's handler looks first whether one has left.
func full(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("X-Full") != "" {
			return c.NoContent(http.StatusTooManyRequests)
		}
		return next(c)
	}
}

// The package that makes the error was told of it.
func sendsTold(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return sendError(c, answers.ErrUnknown)
	}
	return c.NoContent(http.StatusNoContent)
}

func sendError(c echo.Context, err *echo.HTTPError) error { return c.JSON(err.Code, err.Message) }
