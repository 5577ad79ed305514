// Package base has what handlers are made of.
package base

import (
	"github.com/labstack/echo/v4"

	"onecho/elsewhere/telling"
)

// Handlers are embedded in handlers.
type Handlers struct{}

// Subject finds who asks.
func (Handlers) Subject(c echo.Context) (string, error) {
	if s := c.Request().Header.Get("Authorization"); s != "" {
		return s, nil
	}
	return "", telling.New()
}

// Asks is what errors are asked by.
type Asks interface{ Status() int }
