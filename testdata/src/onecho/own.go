package onecho

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"
)

// ownAnswer answers what a helper has found out by a function of the house, which challenges. What other handlers return goes to echo.
//
// wire: - -> 401 challenge no token
func ownAnswer(c echo.Context) error {
	token, err := tokenOf(c)
	if err != nil {
		return answerError(c, err)
	}
	return c.String(http.StatusOK, token)
}

func tokenOf(c echo.Context) (string, error) {
	token := c.Request().Header.Get("Authorization")
	if token == "" {
		return "", echo.NewHTTPError(http.StatusUnauthorized, "no token")
	}
	return token, nil
}

func answerError(c echo.Context, err error) error {
	if he, ok := err.(*echo.HTTPError); ok {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="onecho"`)
		return c.JSON(he.Code, he.Message)
	}
	return c.JSON(http.StatusInternalServerError, errors.Unwrap(err))
}
