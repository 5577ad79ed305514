package onfiber

import (
	"errors"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// What the admitted get goes out with the 401.
//
// wire: - -> 401 challenge the secret
func answersOn(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401).JSON(fiber.Map{"error": "who are you?"}) // want "denial-falls-through: after this 401 the handler goes on and answers like for an admitted client: return here"
	}
	return c.SendString("the secret")
}

// The last status wins: a 200.
//
// wire: - -> 200 challenge the secret
func statusOn(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401).JSON(fiber.Map{"error": "who are you?"}) // want "denial-falls-through: after this 401 the handler goes on and answers like for an admitted client: return here"
	}
	return c.Status(200).SendString("the secret")
}

// wire: - -> 401 challenge the secret
func nextAnyway(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401).JSON(fiber.Map{"error": "who are you?"}) // want "denial-falls-through: after this 401 the request goes on to the next handler all the same: return here"
	}
	return c.Next()
}

// check denies, and returns the error of writing, which is nil.
func check(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		return c.Status(401).JSON(fiber.Map{"error": "who are you?"})
	}
	return nil
}

// wire: - -> 401 challenge the secret
func nilAfterDenial(c *fiber.Ctx) error {
	if err := check(c); err != nil { // want "denial-falls-through: after this 401 the request goes on to the next handler all the same: what has denied returns no error"
		return err
	}
	return c.Next()
}

var errDenied = errors.New("denied")

// checked says so by its error.
func checked(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401).JSON(fiber.Map{"error": "who are you?"})
		return errDenied
	}
	if c.Get("Authorization") == "no" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401).JSON(fiber.Map{"error": "who are you?"})
		return errors.New("no")
	}
	return nil
}

// wire: - -> 401 challenge who
// wire: Authorization=no -> 401 challenge who
// wire: Authorization=x -> 200 bare the secret
func errorAfterDenial(c *fiber.Ctx) error {
	if err := checked(c); err != nil {
		return nil
	}
	return c.Next()
}

// wire: - -> 401 challenge who
func nextStopped(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		return c.Status(401).JSON(fiber.Map{"error": "who are you?"})
	}
	return c.Next()
}

// wire: - -> 401 challenge who
func returnsThen(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401)
		return c.SendString("who are you?")
	}
	return c.SendString("the secret")
}

// The body was chosen before it is sent.
//
// wire: - -> 401 challenge who
func chosenBody(c *fiber.Ctx) error {
	text := "the secret"
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401)
		text = "who are you?"
	}
	return c.SendString(text)
}

// Where the scheme is certain the challenge is, too.
//
// wire: - -> 401 bare who
func stripped(c *fiber.Ctx) error {
	token, ok := strings.CutPrefix(c.Get("Authorization"), "Bearer ")
	if !ok || token != "me" {
		return c.Status(401).SendString("who are you?") // want "missing-challenge: this 401"
	}
	return c.SendString("hello")
}

// wire: - -> 401 challenge
func unquoted(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", "Basic realm=my files") // want "malformed-challenge: Www-Authenticate: byte 12"
		return c.SendStatus(401)
	}
	return c.SendString("hello")
}

// wire: - -> 401 challenge
func quoted(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", `Basic realm="my files", charset="UTF-8"`)
		return c.SendStatus(401)
	}
	return c.SendString("hello")
}
