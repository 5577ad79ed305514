package onecho

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"
)

// wire: - -> 401 bare who are you
// wire: Authorization="Bearer jane" -> 200 bare jane
func bareJSON(c echo.Context) error {
	u, err := userOf(c.Request())
	if err != nil {
		return c.JSON(http.StatusUnauthorized, echo.Map{"error": "who are you?"}) // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path: .*authenticate$"
	}
	return c.JSON(http.StatusOK, u)
}

// wire: - -> 401 bare (empty)
func bareNoContent(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return c.NoContent(http.StatusUnauthorized) // want "missing-challenge: 401 is sent"
	}
	return hello(c)
}

// wire: - -> 401 bare nobody
func bareBlob(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return c.Blob(http.StatusUnauthorized, "text/plain", []byte(err.Error())) // want "missing-challenge: 401 is sent"
	}
	return hello(c)
}

// wire: - -> 401 challenge who are you
func challenged(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return c.JSON(http.StatusUnauthorized, "who are you?")
	}
	return hello(c)
}

// wire: - -> 401 challenge
func challengedByMap(c echo.Context) error {
	h := c.Response().Header()
	if _, err := userOf(c.Request()); err != nil {
		h["Www-Authenticate"] = []string{challenge}
		return c.String(http.StatusUnauthorized, "who are you?")
	}
	return hello(c)
}

// A hook runs before the answer leaves.
//
// wire: - -> 401 challenge
func challengedByHook(c echo.Context) error {
	c.Response().Before(func() { c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge) })
	if _, err := userOf(c.Request()); err != nil {
		return c.String(http.StatusUnauthorized, "who are you?")
	}
	return hello(c)
}

// wire: - -> 401 bare
func onTheRequest(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Request().Header.Set(echo.HeaderWWWAuthenticate, challenge)
		return c.String(http.StatusUnauthorized, "who are you?") // want "missing-challenge: 401 is sent"
	}
	return hello(c)
}

// wire: - -> 401 bare who are you
func challengedTooLate(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().WriteHeader(http.StatusUnauthorized) // want "missing-challenge: the WWW-Authenticate header is set too late"
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		_, err := c.Response().Write([]byte("who are you?"))
		return err
	}
	return hello(c)
}

// wire: - -> 401 bare who are you
func byStandardLibrary(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		http.Error(c.Response(), "who are you?", http.StatusUnauthorized) // want "missing-challenge: 401 is sent"
		return nil
	}
	return hello(c)
}

// wire: - -> 401 bare who are you
func plain(w http.ResponseWriter, r *http.Request) {
	if _, err := userOf(r); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized) // want "missing-challenge: 401 is sent"
	}
}

// wire: - -> 401 challenge
func unquoted(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, "Bearer realm=the whole site") // want "malformed-challenge: .*realm is not quoted"
		return echo.ErrUnauthorized
	}
	return hello(c)
}

// wire: - -> 401 bare
func misspelt(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set("WWW-Authentication", challenge) // want "malformed-challenge: .*WWW-Authenticat"
		return c.NoContent(http.StatusUnauthorized)
	}
	return hello(c)
}

// The realm is quoted outside of the handler.
//
// wire: - -> 401 challenge
func quotedBefore(realm string) echo.HandlerFunc {
	quoted := strconv.Quote(realm)
	return func(c echo.Context) error {
		if _, err := userOf(c.Request()); err != nil {
			c.Response().Header().Set(echo.HeaderWWWAuthenticate, "Bearer realm="+quoted)
			return echo.ErrUnauthorized
		}
		return hello(c)
	}
}

// deny is always the same, so it is mended in here.
//
// wire: by byHelper
func deny(c echo.Context, why string) error {
	return c.JSON(http.StatusUnauthorized, echo.Map{"error": why}) // want "missing-challenge: 401 is sent"
}

// wire: - -> 401 bare nobody
func byHelper(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return deny(c, err.Error())
	}
	return hello(c)
}

func denyWith(c echo.Context, status int) error { return c.NoContent(status) }

// wire: - -> 401 bare
// wire: Authorization="Bearer jane" -> 403 bare
func byOneOfTwo(c echo.Context) error {
	u, err := userOf(c.Request())
	if err != nil {
		return denyWith(c, http.StatusUnauthorized) // want "missing-challenge: 401 is sent"
	}
	if !u.Admin {
		return denyWith(c, http.StatusForbidden)
	}
	return hello(c)
}
