package onecho

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"
)

var errLater = errors.New("it is done later")

// outputs sends what the handlers that it was made for have left, and nothing where they say that it is done later.
func outputs(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		err := next(c)
		if errors.Is(err, errLater) {
			return c.NoContent(http.StatusNoContent)
		}
		if err != nil {
			return err
		}
		return c.String(http.StatusOK, "the output")
	}
}

// Other handlers answer by themselves, and do not stand behind it.
//
// wire: - -> 200 bare by itself
func answersItself(c echo.Context) error {
	return c.String(http.StatusOK, "by itself")
}

// wire: - -> 200 bare by itself
func answersAndReturns(c echo.Context) error {
	_ = c.String(http.StatusOK, "by itself")
	return nil
}

// wire: - -> 200 bare the output
func leavesOutput(c echo.Context) error {
	return nil
}
