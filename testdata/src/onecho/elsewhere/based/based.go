// Package based has handlers that return errors of a package which they do not import.
package based

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho/elsewhere/base"
)

// Handlers has two.
type Handlers struct{ base.Handlers }

// wire: :path=/elsewhere/asking/subject -> 401 bare
func (h *Handlers) Greet(c echo.Context) error {
	subject, err := h.Subject(c)
	if err != nil {
		return err
	}
	return c.String(http.StatusOK, subject)
}
