package onecho

import (
	"net/http"
	"testing"

	"github.com/labstack/echo/v4"
)

func TestLimited(t *testing.T) {
	e := echo.New()
	e.Use(limited(limits{failed: func(c echo.Context, err error) error { return c.JSON(http.StatusBadRequest, nil) }}, nil))
}
