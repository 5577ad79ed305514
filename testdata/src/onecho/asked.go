package onecho

import (
	"net/http"

	"github.com/labstack/echo-contrib/session"
	"github.com/labstack/echo/v4"
)

// wire: - -> 403 bare Forbidden
func noToken(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return echo.ErrForbidden // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*the Authorization header.*medium"
	}
	return hello(c)
}

type login struct {
	User     string `json:"user"`
	Password string `json:"password"`
}

var passwords = map[string]string{"jane": "right"}

// wire: :body="{\"user\":\"jane\",\"password\":\"wrong\"}" Content-Type=application/json -> 403 bare wrong password
// wire: :body="{\"user\":\"jane\",\"password\":\"right\"}" Content-Type=application/json -> 200 bare hello
func wrongPassword(c echo.Context) error {
	var form login
	if err := c.Bind(&form); err != nil {
		return err
	}
	if passwords[form.User] != form.Password {
		return c.String(http.StatusForbidden, "wrong password") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*Password"
	}
	return hello(c)
}

func passwordOf(name, password string) error {
	if passwords[name] != password {
		return errNobody
	}
	return nil
}

// Somebody who is known is asked for his password once more. That he leaves by an error makes nobody of him.
//
// wire: - -> 401 challenge
// wire: Authorization="Bearer jane" -> 403 bare wrong password
// wire: :path=/askedAgain?password=right Authorization="Bearer jane" -> 200 bare hello
func askedAgain(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return echo.ErrUnauthorized
	}
	if passwordOf("jane", c.FormValue("password")) != nil {
		return echo.NewHTTPError(http.StatusForbidden, "wrong password")
	}
	return hello(c)
}

// wire: - -> 403 bare log in
func noCookie(c echo.Context) error {
	if _, err := c.Cookie("session"); err != nil {
		return c.String(http.StatusForbidden, "log in first") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*cookie"
	}
	return hello(c)
}

// wire: - -> 403 bare
func noSession(c echo.Context) error {
	s, err := session.Get("onecho", c)
	if err != nil {
		return err
	}
	if s.Values["name"] == nil {
		return c.NoContent(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*session"
	}
	return hello(c)
}

// wire: - -> 403 bare
// wire: :path=/wrongKey?api_key=right -> 200 bare
func wrongKey(c echo.Context) error {
	if c.QueryParam("api_key") != "right" {
		return c.NoContent(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*api_key"
	}
	return hello(c)
}

// Whoever calls Routes may have asked before: low, and so not shown.
//
// wire: - -> 403 bare
// wire: :path=/claimsRole?role=admin -> 200 bare
func claimsRole(c echo.Context) error {
	if c.FormValue("role") != "admin" {
		return c.NoContent(http.StatusForbidden)
	}
	return hello(c)
}

// Nobody has put a user there on this route.
//
// wire: Authorization="Bearer jane" -> 403 bare
func nobodyInContext(c echo.Context) error {
	if _, ok := c.Get("user").(*user); !ok {
		return c.NoContent(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*context"
	}
	return hello(c)
}

// A CSRF token says nothing of who somebody is.
//
// wire: - -> 403 bare
func crossSite(c echo.Context) error {
	if c.FormValue("csrf_token") != "right" {
		return echo.ErrForbidden
	}
	return hello(c)
}

// wire: Origin=https://elsewhere.example -> 403 bare
func foreignOrigin(c echo.Context) error {
	if o := c.Request().Header.Get("Origin"); o != "" && o != "https://onecho.example" {
		return echo.ErrForbidden
	}
	return hello(c)
}

var registration = false

// wire: - -> 403 bare
func closed(c echo.Context) error {
	if !registration {
		return echo.NewHTTPError(http.StatusForbidden, "registration is closed")
	}
	return hello(c)
}

// Somebody is known, and may not.
//
// wire: - -> 401 challenge
// wire: Authorization="Bearer jane" -> 403 bare
func mayNot(c echo.Context) error {
	u, err := userOf(c.Request())
	if err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return echo.ErrUnauthorized
	}
	if !u.Admin {
		return echo.ErrForbidden
	}
	return hello(c)
}
