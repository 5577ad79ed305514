package onecho

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho/answers"
)

// wire: - -> 401 bare Unauthorized
func sentinel(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return echo.ErrUnauthorized // want "missing-challenge: echo's error handler sends this 401 with no WWW-Authenticate header.*medium"
	}
	return hello(c)
}

// wire: - -> 401 bare who are you
func constructed(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return echo.NewHTTPError(http.StatusUnauthorized, "who are you?") // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// wire: - -> 401 bare who are you
func literal(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return &echo.HTTPError{Code: http.StatusUnauthorized, Message: "who are you?"} // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// wire: - -> 401 bare who are you
func withReason(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return echo.NewHTTPError(http.StatusUnauthorized, "who are you?").SetInternal(err) // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// The error inside has a status of its own, and that one is sent.
//
// wire: - -> 401 bare Unauthorized
func reasonWins(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return echo.NewHTTPError(http.StatusForbidden, "no").WithInternal(echo.ErrUnauthorized) // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// What wraps the error is a plain one, and those are sent with 500.
//
// wire: - -> 500 bare
func wrapped(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return fmt.Errorf("%w: %w", echo.ErrUnauthorized, err)
	}
	return hello(c)
}

var errToken = echo.NewHTTPError(http.StatusUnauthorized, "no token") // want "missing-challenge: echo's error handler sends this 401.*medium"

// errUnused is returned by nothing but a test.
var errUnused = echo.NewHTTPError(http.StatusUnauthorized, "no token")

// wire: - -> 401 bare no token
func ofThePackage(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return errToken
	}
	return hello(c)
}

// wire: - -> 401 bare no token
func fromElsewhere(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return answers.ErrToken // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// wire: - -> 401 bare nobody
func madeElsewhere(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return answers.Unauthorized(err.Error()) // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// The package that makes the error is told of it there, once for all who pass it on.
//
// wire: - -> 401 bare who are you?
func passesOnTold(c echo.Context) error {
	if _, err := answers.Caller(c); err != nil {
		return err
	}
	return hello(c)
}

// wire: - -> 401 bare who are you?
func handsOnTold(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		c.Error(answers.ErrUnknown)
		return nil
	}
	return hello(c)
}

// wire: - -> 407 bare
func proxy(c echo.Context) error {
	if c.Request().Header.Get("Proxy-Authorization") == "" {
		return echo.ErrProxyAuthRequired // want "missing-challenge: echo's error handler sends this 407 with no Proxy-Authenticate header.*medium"
	}
	return hello(c)
}

// wire: - -> 401 bare Unauthorized
func sentNow(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Error(echo.ErrUnauthorized) // want "missing-challenge: 401 is sent .*medium"
		return nil
	}
	return hello(c)
}

// The error handler sends nothing where an answer has left.
//
// wire: - -> 401 challenge Unauthorized
func sentAndReturned(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		c.Error(echo.ErrUnauthorized)
		return echo.ErrUnauthorized
	}
	return hello(c)
}

// The headers are kept.
//
// wire: - -> 401 challenge Unauthorized
func challengedSentinel(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return echo.ErrUnauthorized
	}
	return hello(c)
}

func find(c echo.Context) error {
	if c.QueryParam("id") == "" {
		return echo.NewHTTPError(http.StatusUnauthorized, "no id")
	}
	return nil
}

// Its status never becomes one.
//
// wire: - -> 302 bare
func looksAtIt(c echo.Context) error {
	var he *echo.HTTPError
	if err := find(c); errors.As(err, &he) {
		return c.Redirect(http.StatusFound, "/login")
	}
	return hello(c)
}

// An error without a status is sent with 200. Not reported: that nothing stands in a field is not followed.
//
// wire: - -> 200 bare who are you
func noStatus(c echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return &echo.HTTPError{Message: "who are you?"}
	}
	return hello(c)
}

// reader finds a token in a request. Its error is looked at by whoever asks, and never gets to echo.
type reader func(echo.Context) (string, error)

var errNoToken = echo.NewHTTPError(http.StatusUnauthorized, "no token")

func fromHeader(name string) reader {
	return func(c echo.Context) (string, error) {
		token := c.Request().Header.Get(name)
		if token == "" {
			return "", errNoToken
		}
		return token, nil
	}
}

// wire: - -> 401 challenge no token
func reading(c echo.Context) error {
	read := fromHeader("Authorization")
	if _, err := read(c); err != nil {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, challenge)
		return c.JSON(http.StatusUnauthorized, err.Error())
	}
	return hello(c)
}

// What finds the token is given no context: its error is judged where a handler passes it on.
//
// wire: - -> 401 bare no token
func passesOn(c echo.Context) error {
	if _, err := answers.Find(c.Request().Header); err != nil { // want "missing-challenge: echo's error handler sends this 401.*medium"
		return err
	}
	return hello(c)
}

// wire: - -> 200 bare try again
func keepsToItself(c echo.Context) error {
	if _, err := answers.Find(c.Request().Header); err != nil {
		return c.String(http.StatusOK, "try again")
	}
	return hello(c)
}
