// Package echojwt is a stub.
package echojwt

import "github.com/labstack/echo/v5"

func JWT(signingKey any) echo.MiddlewareFunc { return nil }
