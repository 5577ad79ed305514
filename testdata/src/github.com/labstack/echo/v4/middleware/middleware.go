// Package middleware is a stub.
package middleware

import "github.com/labstack/echo/v4"

type (
	BasicAuthValidator func(user, password string, c echo.Context) (bool, error)
	KeyAuthValidator   func(auth string, c echo.Context) (bool, error)
)

func BasicAuth(fn BasicAuthValidator) echo.MiddlewareFunc { return nil }
func KeyAuth(fn KeyAuthValidator) echo.MiddlewareFunc     { return nil }

type KeyAuthConfig struct {
	Validator              KeyAuthValidator
	ErrorHandler           func(err error, c echo.Context) error
	ContinueOnIgnoredError bool
}

func KeyAuthWithConfig(config KeyAuthConfig) echo.MiddlewareFunc { return nil }
