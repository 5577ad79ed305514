package onecho

import (
	"testing"

	"github.com/labstack/echo/v4"
)

// What a test returns is no answer of the server.
func TestUnused(t *testing.T) {
	e := echo.New()
	e.GET("/", func(c echo.Context) error { return errUnused })
}
