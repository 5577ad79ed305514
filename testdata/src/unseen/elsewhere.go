package unseen

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"onecho/elsewhere/answers"
	"onecho/elsewhere/errs"
)

// echo's context is put into a context.Context, and whoever is given that may get it out again and set a challenge. Needed: what is stored
// in a context under a key.
type echoKey struct{}

func passedInside(c echo.Context) error {
	return checkedInside(context.WithValue(c.Request().Context(), echoKey{}, c))
}

func checkedInside(ctx context.Context) error {
	if ctx.Value(echoKey{}).(echo.Context).Request().Header.Get("Authorization") == "" {
		return echo.NewHTTPError(http.StatusUnauthorized, "who are you?")
	}
	return nil
}

// echo's own KeyAuth answers 401 with no challenge: missing-challenge, where it is registered. Needed: what the middlewares of libraries
// answer by themselves.
func keyed(e *echo.Echo) {
	e.Use(middleware.KeyAuth(func(key string, c echo.Context) (bool, error) { return key == "secret", nil }))
	e.GET("/", func(c echo.Context) error { return c.String(http.StatusOK, "hello") })
}

// An error with a 403 that a handler of errors elsewhere sends: forbidden-unauthenticated. Needed: why an error was made, for those who
// put the handler in place.
func central() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = answers.Bare
	e.GET("/", func(c echo.Context) error {
		if c.Request().Header.Get("Authorization") == "" {
			return errs.New(http.StatusForbidden, "who are you?")
		}
		return c.String(http.StatusOK, "hello")
	})
	return e
}
