package onecho5

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v5"
)

// wire: - -> 403 bare
// wire: :path=/wrongKey?api_key=right -> 200 bare
func wrongKey(c *echo.Context) error {
	if c.QueryParamOr("api_key", "none") != "right" {
		return c.NoContent(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*api_key"
	}
	return hello(c)
}

// wire: :path=/wrongKeyByType?api_key=wrong -> 403 bare
func wrongKeyByType(c *echo.Context) error {
	key, err := echo.QueryParam[string](c, "api_key")
	if err != nil || key != "right" {
		return c.NoContent(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*api_key"
	}
	return hello(c)
}

// Nobody has put a user there on this route.
//
// wire: - -> 403 bare
func nobodyInContext(c *echo.Context) error {
	if _, err := echo.ContextGet[*user](c, "user"); err != nil {
		return c.NoContent(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*context"
	}
	return hello(c)
}

// wire: Authorization="Bearer jane" -> 401 bare
func lacks(c *echo.Context) error {
	u, err := echo.ContextGet[*user](c, "user")
	if err != nil {
		return err
	}
	if !u.Admin {
		return echo.ErrUnauthorized // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission.*medium"
	}
	return hello(c)
}

// wire: - -> 401 challenge
// wire: Authorization="Bearer jane" -> 200 bare
func behindRoute(c *echo.Context) error {
	if _, err := echo.ContextGet[*user](c, "user"); err != nil {
		return echo.ErrForbidden
	}
	return hello(c)
}

// wire: - -> 401 bare missing key
// wire: Authorization="Bearer wrong" -> 401 bare
// wire: Authorization="Bearer right" -> 200 bare
func behindKey(c *echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return echo.ErrForbidden
	}
	return hello(c)
}

// wire: :path=/tokens/behindToken -> 401 bare
func behindToken(c *echo.Context) error {
	if _, ok := c.Get("user").(*jwt.Token); !ok {
		return echo.ErrForbidden
	}
	return hello(c)
}
