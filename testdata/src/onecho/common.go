package onecho

import (
	"errors"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

const challenge = `Bearer realm="onecho"`

type user struct {
	Name  string
	Admin bool
}

var tokens = map[string]*user{"jane": {Name: "jane"}, "root": {Name: "root", Admin: true}}

var errNobody = errors.New("nobody")

func userOf(r *http.Request) (*user, error) {
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if u := tokens[token]; u != nil {
		return u, nil
	}
	return nil, errNobody
}

// authenticate lets only those through who are known.
func authenticate(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		u, err := userOf(c.Request())
		if err != nil {
			c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
			return echo.ErrUnauthorized
		}
		c.Set("user", u)
		return next(c)
	}
}

func hello(c echo.Context) error { return c.String(http.StatusOK, "hello") }
