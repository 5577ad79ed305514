package handsback

import (
	"net/http"
	"testing"

	"github.com/labstack/echo/v4"
)

// What tests put in echo's place is no part of the server.
func TestBare(t *testing.T) {
	e := New()
	e.HTTPErrorHandler = func(err error, c echo.Context) { c.NoContent(http.StatusTeapot) }
}
