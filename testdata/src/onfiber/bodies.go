package onfiber

import (
	"github.com/gofiber/fiber/v2"
)

// wire: - -> 200 bare unauthorized
func asOK(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return c.JSON(fiber.Map{"error": "unauthorized"}) // want "error-as-ok: the client is refused with status 200"
	}
	return c.SendString("hello")
}

// wire: :body="{" Content-Type=application/json -> 200 bare error
func asOKError(c *fiber.Ctx) error {
	var in struct{ Name string }
	if err := c.BodyParser(&in); err != nil {
		return c.JSON(fiber.Map{"error": err.Error()}) // want "error-as-ok: this body says that something failed, but the status is 200: .* .medium."
	}
	return c.SendString("hello")
}

// wire: by asOKHelper
func failed(c *fiber.Ctx, err error) error {
	return c.JSON(fiber.Map{"error": err.Error()}) // want "error-as-ok: this body says that something failed, but the status is 200: .* .medium."
}

// wire: - -> 200 bare invalid
func asOKHelper(c *fiber.Ctx) error {
	if _, err := userOf(c.Get("Authorization")); err != nil {
		return failed(c, err)
	}
	return c.SendString("hello")
}

// The status comes after the body, and counts.
//
// wire: - -> 401 challenge unauthorized
func statusAfterBody(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		err := c.JSON(fiber.Map{"error": "unauthorized"})
		c.Set("WWW-Authenticate", challenge)
		c.Status(401)
		return err
	}
	return c.SendString("hello")
}

func sayWhy(c *fiber.Ctx, err error) {
	c.JSON(fiber.Map{"error": err.Error()})
}

// The helper leaves the status to its callers.
//
// wire: - -> 400 bare invalid
func helperThenStatus(c *fiber.Ctx) error {
	if _, err := userOf(c.Get("Authorization")); err != nil {
		sayWhy(c, err)
		c.Status(400)
		return nil
	}
	return c.SendString("hello")
}

// Errors that are data.
//
// wire: - -> 200 bare lastErrors
func dataOfErrors(c *fiber.Ctx) error {
	return c.JSON(fiber.Map{"lastErrors": []string{"timeout"}})
}
