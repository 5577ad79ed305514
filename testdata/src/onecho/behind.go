package onecho

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// A middleware has seen to it that somebody is there, so these never deny.

// wire: - -> 401 challenge
// wire: Authorization="Bearer jane" -> 200 bare
func behindRoute(c echo.Context) error {
	if _, ok := c.Get("user").(*user); !ok {
		return echo.ErrForbidden
	}
	return hello(c)
}

// wire: - -> 400 bare
// wire: Authorization="Bearer wrong" -> 401 bare
// wire: Authorization="Bearer right" -> 200 bare
func behindKey(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return echo.ErrForbidden
	}
	return hello(c)
}

// wire: - -> 401 challenge
// wire: Authorization="Bearer jane" -> 200 bare
func behindGroup(c echo.Context) error {
	if _, ok := c.Get("user").(*user); !ok {
		return echo.ErrForbidden
	}
	return hello(c)
}

// wire: :path=/deeper/behindDeeper -> 401 challenge
func behindDeeper(c echo.Context) error {
	if _, ok := c.Get("user").(*user); !ok {
		return echo.ErrForbidden
	}
	return hello(c)
}

// wire: :path=/later/behindUse -> 401 challenge
func behindUse(c echo.Context) error {
	if _, ok := c.Get("user").(*user); !ok {
		return echo.ErrForbidden
	}
	return hello(c)
}

// wire: :path=/tokens/behindToken -> 401 bare
// wire: :path=/tokens/behindToken Authorization="Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoidXNlciJ9.DtKFVBiDFq1dGNKqbhutWUibA_poVpzh3dDwEagresM" -> 200 bare
func behindToken(c echo.Context) error {
	if _, ok := c.Get("user").(*jwt.Token); !ok {
		return c.NoContent(http.StatusForbidden)
	}
	return hello(c)
}

// wire: :path=/tokens/tokenLacks Authorization="Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoidXNlciJ9.DtKFVBiDFq1dGNKqbhutWUibA_poVpzh3dDwEagresM" -> 401 bare administrators
func tokenLacks(c echo.Context) error {
	token := c.Get("user").(*jwt.Token)
	if token.Claims.(jwt.MapClaims)["role"] != "admin" {
		return c.String(http.StatusUnauthorized, "for administrators") // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
	}
	return hello(c)
}

// wire: :path=/configured/behindConfigured -> 401 bare
func behindConfigured(c echo.Context) error {
	if _, ok := c.Get("user").(*jwt.Token); !ok {
		return c.NoContent(http.StatusForbidden)
	}
	return hello(c)
}

// This middleware lets everybody through.
//
// wire: :path=/optional/behindOptional -> 403 bare
func behindOptional(c echo.Context) error {
	if _, ok := c.Get("user").(*jwt.Token); !ok {
		return c.NoContent(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	return hello(c)
}
