// Package barely has an error handler of its own, which sets no challenge.
package barely

import (
	"errors"

	"github.com/gofiber/fiber/v2"
)

// App is mounted at /barely.
func App() *fiber.App {
	app := fiber.New(fiber.Config{ErrorHandler: func(c *fiber.Ctx, err error) error {
		code := 500
		var e *fiber.Error
		if errors.As(err, &e) {
			code = e.Code
		}
		return c.Status(code).JSON(fiber.Map{"message": err.Error()})
	}})
	app.Get("/sentinel", sentinel)
	return app
}

// wire: :path=/barely/sentinel -> 401 bare Unauthorized
func sentinel(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return fiber.ErrUnauthorized // want "missing-challenge: App sends this 401 with no WWW-Authenticate header"
	}
	return c.SendString("hello")
}
