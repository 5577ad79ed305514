package onecho5

import (
	"net/http"

	"github.com/labstack/echo/v5"
)

// wire: - -> 401 bare who are you
func bareJSON(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return c.JSON(http.StatusUnauthorized, "who are you?") // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path: .*authenticate$"
	}
	return hello(c)
}

// wire: - -> 401 challenge who are you
func challenged(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return c.JSON(http.StatusUnauthorized, "who are you?")
	}
	return hello(c)
}

// The response is that of net/http.
//
// wire: - -> 401 bare who are you
func byWriter(c *echo.Context) error {
	w := c.Response()
	if _, err := userOf(c.Request()); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized) // want "missing-challenge: 401 is sent"
		return nil
	}
	return hello(c)
}

// A hook runs before the answer leaves.
//
// wire: - -> 401 challenge
func challengedByHook(c *echo.Context) error {
	r, err := echo.UnwrapResponse(c.Response())
	if err != nil {
		return err
	}
	r.Before(func() { r.Header().Set(echo.HeaderWWWAuthenticate, challenge) })
	if _, err := userOf(c.Request()); err != nil {
		return c.String(http.StatusUnauthorized, "who are you?")
	}
	return hello(c)
}

// wire: - -> 401 bare who are you
func challengedTooLate(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		err := c.String(http.StatusUnauthorized, "who are you?") // want "missing-challenge: the WWW-Authenticate header is set too late"
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return err
	}
	return hello(c)
}

// JSON encodes first: if that fails nothing has left.
//
// wire: - -> 500 bare cannot be encoded
func unencodable(c *echo.Context) error {
	if err := c.JSON(http.StatusOK, make(chan int)); err != nil {
		return c.String(http.StatusInternalServerError, "it cannot be encoded")
	}
	return nil
}

// wire: - -> 400 bare
func asksFirst(c *echo.Context) error {
	if c.QueryParam("id") == "" {
		_ = c.String(http.StatusBadRequest, "no id")
	}
	if r, _ := echo.UnwrapResponse(c.Response()); r != nil && r.Committed {
		return nil
	}
	return c.String(http.StatusCreated, "done")
}

// wire: - -> 200 bare hello
func lostStatus(c *echo.Context) error {
	_ = hello(c)
	return echo.ErrNotFound // want "late-status: status 404 cannot reach the client: 200 has been sent before on this path$"
}

// check answers, and then tells that nothing is wrong.
func check(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return c.String(http.StatusUnauthorized, "who are you?")
	}
	return nil
}

// wire: - -> 401 challenge hello
func helperReturnsNil(c *echo.Context) error {
	if err := check(c); err != nil { // want "denial-falls-through: after this 401 the handler goes on and answers like for an admitted client"
		return err
	}
	return hello(c)
}

// wire: - -> 401 challenge hello
func letsThrough(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if err := check(c); err != nil { // want "denial-falls-through: after this 401 the request goes on to the next handler all the same"
			return err
		}
		return next(c)
	}
}

// wire: - -> 200 bare nobody
func refusedAsOK(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return c.JSON(http.StatusOK, map[string]any{"error": err.Error()}) // want "error-as-ok: the client is refused with status 200"
	}
	return hello(c)
}
