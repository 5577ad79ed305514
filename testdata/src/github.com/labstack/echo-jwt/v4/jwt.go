// Package echojwt is a stub.
package echojwt

import "github.com/labstack/echo/v4"

type Config struct {
	SigningKey             any
	ErrorHandler           func(c echo.Context, err error) error
	ContinueOnIgnoredError bool
}

func JWT(signingKey any) echo.MiddlewareFunc                     { return nil }
func WithConfig(config Config) echo.MiddlewareFunc               { return nil }
func (config Config) ToMiddleware() (echo.MiddlewareFunc, error) { return nil, nil }

var ErrJWTMissing = echo.NewHTTPError(401, "missing or malformed jwt")
