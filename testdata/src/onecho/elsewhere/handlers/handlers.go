// Package handlers returns errors, and does not see who answers them.
package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho/elsewhere/errs"
	"onecho/elsewhere/telling"
)

// Routes registers the handlers.
func Routes(e *echo.Echo) {
	e.Any("/session", Session)
	e.Any("/plain", Plain)
	e.Any("/challenged", Challenged)
	e.Any("/odd", Odd)
	e.Any("/forbidden", Forbidden)
	e.Any("/answered", Answered)
	e.Any("/later", Later)
	e.Any("/hooked", Hooked)
	e.Any("/after", After(Odd))
	e.Any("/telling", Telling)
	e.Any("/byHouse", InHouse(ByHouse))
}

// wire: :path=/elsewhere/session -> 401 bare
func Session(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return errs.New(http.StatusUnauthorized, "log in")
	}
	return c.NoContent(http.StatusNoContent)
}

// wire: :path=/elsewhere/plain -> 401 bare
func Plain(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return errs.Plain{Status: http.StatusUnauthorized}
	}
	return c.NoContent(http.StatusNoContent)
}

// wire: :path=/elsewhere/challenged -> 401 challenge
func Challenged(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="elsewhere"`)
		return errs.New(http.StatusUnauthorized, "log in")
	}
	return c.NoContent(http.StatusNoContent)
}

// wire: :path=/elsewhere/odd -> 500 bare
func Odd(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return &errs.Odd{Status: http.StatusUnauthorized}
	}
	return c.NoContent(http.StatusNoContent)
}

// wire: :path=/elsewhere/forbidden -> 403 bare
func Forbidden(c echo.Context) error {
	return errs.New(http.StatusForbidden, "never")
}

// wire: :path=/elsewhere/answered -> 202 bare
func Answered(c echo.Context) error {
	if err := c.String(http.StatusAccepted, "started"); err != nil {
		return err
	}
	return errs.New(http.StatusUnauthorized, "too late")
}

// wire: :path=/elsewhere/later -> 401 challenge
func Later(c echo.Context) error {
	err := check(c)
	if err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="later"`)
	}
	return err
}

func check(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return errs.New(http.StatusUnauthorized, "who are you?")
	}
	return c.NoContent(http.StatusNoContent)
}

// Hook may set a challenge.
var Hook func(echo.Context)

// wire: :path=/elsewhere/hooked -> 401 challenge
func Hooked(c echo.Context) error {
	Hook(c)
	return errs.New(http.StatusUnauthorized, "never")
}

// After makes an error of what it has handed on to, which may have set a challenge.
func After(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := next(c); err != nil {
			return errs.New(http.StatusUnauthorized, "not by that handler")
		}
		return nil
	}
}

// House is a context of the house's own.
type House struct {
	echo.Context
	User string
}

func (h *House) deny(status int, text string) error { return errs.New(status, text) }

// InHouse is called with it.
func InHouse(handler func(*House) error) echo.HandlerFunc {
	return func(c echo.Context) error { return handler(&House{Context: c}) }
}

// wire: :path=/elsewhere/byHouse -> 401 bare
func ByHouse(h *House) error {
	if h.Request().Header.Get("Authorization") == "" {
		return h.deny(http.StatusUnauthorized, "log in")
	}
	return h.NoContent(http.StatusNoContent)
}

// wire: :path=/elsewhere/telling -> 500 bare
// wire: :path=/elsewhere/asking/telling -> 401 bare
func Telling(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return &telling.Error{}
	}
	return c.NoContent(http.StatusNoContent)
}
