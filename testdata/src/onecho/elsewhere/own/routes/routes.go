// Package routes stands between those who make errors and those who answer them.
package routes

import (
	"github.com/labstack/echo/v4"

	"onecho/elsewhere/handlers"
)

// Add registers the handlers.
func Add(e *echo.Echo) { handlers.Routes(e) }
