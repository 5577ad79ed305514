package onecho5

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v5"
)

// wire: - -> 401 bare Unauthorized
func sentinel(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return echo.ErrUnauthorized // want "missing-challenge: echo's error handler sends this 401 with no WWW-Authenticate header.*medium"
	}
	return hello(c)
}

// wire: - -> 401 bare who are you
func constructed(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return echo.NewHTTPError(http.StatusUnauthorized, "who are you?") // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// wire: - -> 401 bare who are you
func withReason(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return echo.NewHTTPError(http.StatusUnauthorized, "who are you?").Wrap(err) // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// wire: - -> 401 bare Unauthorized
func sentinelWithReason(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return echo.ErrUnauthorized.Wrap(err) // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// What is wrapped is found all the same.
//
// wire: - -> 401 bare
func wrapped(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return fmt.Errorf("%w: %w", err, echo.ErrUnauthorized) // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// The error outside is found first.
//
// wire: - -> 404 bare
func outermostWins(c *echo.Context) error {
	if _, err := userOf(c.Request()); err != nil {
		return echo.ErrNotFound.Wrap(echo.ErrUnauthorized)
	}
	return hello(c)
}

// refusal tells its status.
type refusal struct {
	status int
	why    string
}

func (r *refusal) Error() string   { return r.why }
func (r *refusal) StatusCode() int { return r.status }

// wire: - -> 403 bare
func ofTheHouse(c *echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return &refusal{http.StatusForbidden, "no token"} // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*the Authorization header.*medium"
	}
	return hello(c)
}

// wire: - -> 401 bare
func ofTheHouseWrapped(c *echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return fmt.Errorf("%s: %w", c.Request().URL, &refusal{http.StatusUnauthorized, "no token"}) // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

// noToken has one status for all.
type noToken struct{ header string }

func (n *noToken) Error() string { return n.header + " is empty" }
func (*noToken) StatusCode() int { return http.StatusUnauthorized }

// wire: - -> 401 bare
func fixedStatus(c *echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return &noToken{"Authorization"} // want "missing-challenge: echo's error handler sends this 401.*medium"
	}
	return hello(c)
}

func find(c *echo.Context) error {
	if c.QueryParam("id") == "" {
		return echo.ErrUnauthorized
	}
	return nil
}

// The sentinels are no HTTPError.
//
// wire: - -> 302 bare
func looksForIt(c *echo.Context) error {
	err := find(c)
	var he *echo.HTTPError
	if errors.As(err, &he) {
		return c.NoContent(he.Code)
	}
	if err != nil {
		c.Response().Header().Set("Location", "/login")
		return c.NoContent(http.StatusFound)
	}
	return hello(c)
}
