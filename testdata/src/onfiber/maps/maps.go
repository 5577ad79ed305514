// Package maps has an error handler of its own, which makes fiber's errors of the program's and has fiber send them.
package maps

import (
	"errors"

	"github.com/gofiber/fiber/v2"
)

var errNobody = errors.New("nobody")

// App is mounted at /maps.
func App() *fiber.App {
	app := fiber.New(fiber.Config{ErrorHandler: answer})
	app.Get("/nobody", nobody)
	return app
}

// wire: by nobody
func answer(c *fiber.Ctx, err error) error {
	if errors.Is(err, errNobody) {
		return fiber.DefaultErrorHandler(c, fiber.NewError(401, "log in")) // want "missing-challenge: this 401 is sent with no WWW-Authenticate header: the client cannot know how to authenticate$"
	}
	return fiber.DefaultErrorHandler(c, err)
}

// Challenging does it right.
func Challenging(c *fiber.Ctx, err error) error {
	if errors.Is(err, errNobody) {
		c.Set("WWW-Authenticate", `Bearer realm="maps"`)
		return fiber.DefaultErrorHandler(c, fiber.NewError(401, "log in"))
	}
	return fiber.DefaultErrorHandler(c, err)
}

// wire: :path=/maps/nobody -> 401 bare log in
func nobody(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return errNobody
	}
	return c.SendString("hello")
}
