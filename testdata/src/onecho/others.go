package onecho

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho/answers"
)

// wire: - -> 200 bare nobody
func refusedAsOK(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return c.JSON(http.StatusOK, echo.Map{"error": err.Error()}) // want "error-as-ok: the client is refused with status 200"
	}
	return hello(c)
}

func load(id string) error {
	if id == "" {
		return errors.New("no such thing")
	}
	return nil
}

// wire: - -> 200 bare no such thing
func failedAsOK(c echo.Context) error {
	if err := load(c.QueryParam("id")); err != nil {
		return c.String(http.StatusOK, err.Error()) // want "error-as-ok: .*medium"
	}
	return hello(c)
}

// wire: - -> 200 bare permission denied
func saysSoAsOK(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return c.String(http.StatusOK, "permission denied") // want "error-as-ok: "
	}
	return hello(c)
}

// An answer that is to come is none that failed.
//
// wire: - -> 202 bare
func notYet(c echo.Context) error {
	if c.QueryParam("id") == "" {
		return c.JSON(http.StatusAccepted, echo.Map{"state": "waiting"})
	}
	return hello(c)
}

// wire: - -> 200 bare hello
func lostStatus(c echo.Context) error {
	_ = hello(c)
	return echo.NewHTTPError(http.StatusNotFound, "no such page") // want "late-status: status 404 cannot reach the client: 200 has been sent before on this path$"
}

// wire: - -> 400 bare
func lostAnswer(c echo.Context) error {
	if c.QueryParam("id") == "" {
		_ = c.String(http.StatusBadRequest, "no id")
	}
	return c.String(http.StatusCreated, "done") // want "late-status: status 201 cannot reach the client: 400 has been sent"
}

// JSON encodes first: if that fails nothing has left.
//
// wire: - -> 500 bare cannot be encoded
func unencodable(c echo.Context) error {
	if err := c.JSON(http.StatusOK, make(chan int)); err != nil {
		return c.String(http.StatusInternalServerError, "it cannot be encoded")
	}
	return nil
}

// wire: - -> 400 bare
func asksFirst(c echo.Context) error {
	if c.QueryParam("id") == "" {
		_ = c.String(http.StatusBadRequest, "no id")
	}
	if c.Response().Committed {
		return nil
	}
	return c.String(http.StatusCreated, "done")
}

// wire: - -> 401 challenge hello
func missingReturn(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		_ = c.String(http.StatusUnauthorized, "who are you?") // want "denial-falls-through: after this 401 the handler goes on and answers like for an admitted client"
	}
	return hello(c)
}

// check answers, and then tells that nothing is wrong.
func check(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return c.String(http.StatusUnauthorized, "who are you?")
	}
	return nil
}

// wire: - -> 401 challenge hello
func helperReturnsNil(c echo.Context) error {
	if err := check(c); err != nil { // want "denial-falls-through: after this 401 the handler goes on and answers like for an admitted client"
		return err
	}
	return hello(c)
}

// wire: - -> 401 challenge hello
func helperElsewhere(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		if err := answers.Deny(c); err != nil { // want "denial-falls-through: after this 401 the handler goes on and answers like for an admitted client"
			return err
		}
	}
	return hello(c)
}

func verify(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return echo.ErrUnauthorized
	}
	return nil
}

// The helper's error stops it.
//
// wire: - -> 401 challenge Unauthorized
func helperReturnsError(c echo.Context) error {
	if err := verify(c); err != nil {
		return err
	}
	return hello(c)
}

// wire: - -> 401 challenge hello
func letsThrough(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := userOf(c.Request()); err != nil {
			c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
			_ = c.String(http.StatusUnauthorized, "who are you?") // want "denial-falls-through: after this 401 the request goes on to the next handler all the same: return here"
		}
		return next(c)
	}
}

// wire: - -> 401 challenge hello
func letsThroughByNil(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := check(c); err != nil { // want "denial-falls-through: after this 401 the request goes on to the next handler all the same"
			return err
		}
		return next(c)
	}
}

// wire: - -> 401 challenge Unauthorized
func stops(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := verify(c); err != nil {
			return err
		}
		return next(c)
	}
}

// An error that is dropped denies nobody. Not reported: no answer has been given.
//
// wire: - -> 200 challenge hello
func dropsError(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_ = verify(c)
		return next(c)
	}
}
