// Package middleware is a stub.
package middleware

import "github.com/labstack/echo/v5"

type ExtractorSource string

type KeyAuthValidator func(c *echo.Context, key string, source ExtractorSource) (bool, error)

func KeyAuth(fn KeyAuthValidator) echo.MiddlewareFunc { return nil }

type KeyAuthConfig struct {
	Validator              KeyAuthValidator
	ErrorHandler           func(c *echo.Context, err error) error
	ContinueOnIgnoredError bool
}

func KeyAuthWithConfig(config KeyAuthConfig) echo.MiddlewareFunc { return nil }
