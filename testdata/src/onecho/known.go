package onecho

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// wire: - -> 401 challenge
// wire: Authorization="Bearer jane" -> 401 bare administrators
// wire: Authorization="Bearer root" -> 200 bare
func lacks(c echo.Context) error {
	u := c.Get("user").(*user)
	if !u.Admin {
		return echo.NewHTTPError(http.StatusUnauthorized, "for administrators") // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission.*medium"
	}
	return hello(c)
}

// context is what the handlers of the house are given.
type context struct {
	echo.Context
	User *user
}

func house(h func(c *context) error) echo.HandlerFunc {
	return func(c echo.Context) error {
		u, _ := userOf(c.Request())
		return h(&context{c, u})
	}
}

// deny makes an answer of the house.
func (c *context) deny(status int) error {
	return c.JSON(status, echo.Map{"status": http.StatusText(status)})
}

// wire: Authorization="Bearer jane" -> 401 bare
// wire: Authorization="Bearer root" -> 200 bare
func lacksInHouse(c *context) error {
	if c.User == nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return c.deny(http.StatusUnauthorized)
	}
	if !c.User.Admin {
		return c.deny(http.StatusUnauthorized) // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
	}
	return hello(c)
}

// wire: - -> 403 bare
// wire: Authorization="Bearer jane" -> 200 bare
func nobodyInHouse(c *context) error {
	if c.User == nil {
		return c.deny(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	return hello(c)
}

// wire: Authorization="Bearer jane" -> 401 bare forged
func forged(c echo.Context) error {
	if c.FormValue("csrf_token") != "right" {
		return c.String(http.StatusUnauthorized, "forged") // want "unauthorized-authenticated: 401 for somebody who is known here: what decides is not who it is.*medium"
	}
	return hello(c)
}

// wire: Authorization="Bearer jane" -> 403 challenge
func challengesKnown(c echo.Context) error {
	if u := c.Get("user").(*user); !u.Admin {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return c.NoContent(http.StatusForbidden) // want "challenge-on-forbidden: "
	}
	return hello(c)
}

// wire: Authorization="Bearer jane" -> 403 challenge
func widerScope(c echo.Context) error {
	if u := c.Get("user").(*user); !u.Admin {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="onecho", error="insufficient_scope"`)
		return echo.ErrForbidden
	}
	return hello(c)
}
