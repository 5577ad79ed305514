// Package replaced has an error handler of its own, which a fiber application is made with.
package replaced

import (
	"errors"

	"github.com/gofiber/fiber/v2"
)

// App is mounted at /replaced.
func App() *fiber.App {
	app := fiber.New(fiber.Config{ErrorHandler: answer})
	app.Get("/sentinel", sentinel)
	app.Get("/made", made)
	return app
}

// answer sets the challenge with each 401.
func answer(c *fiber.Ctx, err error) error {
	code := 500
	var e *fiber.Error
	if errors.As(err, &e) {
		code = e.Code
	}
	if code == 401 {
		c.Set("WWW-Authenticate", `Bearer realm="files"`)
	}
	return c.Status(code).JSON(fiber.Map{"message": err.Error()})
}

// wire: :path=/replaced/sentinel -> 401 challenge Unauthorized
func sentinel(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return fiber.ErrUnauthorized
	}
	return c.SendString("hello")
}

// wire: :path=/replaced/made -> 403 bare no
func made(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return fiber.NewError(403, "no") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	return c.SendString("hello")
}
