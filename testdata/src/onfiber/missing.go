package onfiber

import (
	"github.com/gofiber/fiber/v2"
)

// The usual chain.
//
// wire: - -> 401 bare who
// wire: Authorization=x -> 200 bare hello
func bareJSON(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "who are you?"}) // want "missing-challenge: this 401 is sent with no WWW-Authenticate header: the client cannot know how to authenticate$"
	}
	return c.SendString("hello")
}

// SendStatus writes the text of the status.
//
// wire: - -> 401 bare Unauthorized
func bareStatus(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return c.SendStatus(401) // want "missing-challenge: this 401"
	}
	return c.SendString("hello")
}

// The status stands alone, and the body comes from elsewhere.
//
// wire: - -> 401 bare who
func bareWords(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Status(401) // want "missing-challenge: this 401"
		return c.Type("txt").Send([]byte("who are you?"))
	}
	return c.SendString("hello")
}

// The error handler sends the error's status, and whatever headers there are.
//
// wire: - -> 401 bare Unauthorized
func bareSentinel(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return fiber.ErrUnauthorized // want "missing-challenge: fiber's error handler sends this 401 with no WWW-Authenticate header: .* .medium."
	}
	return c.SendString("hello")
}

// wire: - -> 401 bare who
func bareMade(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return fiber.NewError(fiber.StatusUnauthorized, "who are you?") // want "missing-challenge: fiber's error handler sends this 401 .* .medium."
	}
	return c.SendString("hello")
}

// wire: - -> 401 bare who
func bareLiteral(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return &fiber.Error{Code: 401, Message: "who are you?"} // want "missing-challenge: fiber's error handler sends this 401 .* .medium."
	}
	return c.SendString("hello")
}

// The response beneath is the same one.
//
// wire: - -> 401 bare who
func bareBeneath(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Response().SetStatusCode(401) // want "missing-challenge: this 401"
		return c.SendString("who are you?")
	}
	return c.SendString("hello")
}

// The header is put on the request.
//
// wire: - -> 401 bare who
func onRequest(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Request().Header.Set("WWW-Authenticate", challenge)
		return c.Status(401).SendString("who are you?") // want "missing-challenge: this 401"
	}
	return c.SendString("hello")
}

// A proxy's 407 wants another header.
//
// wire: - -> 407 bare who
func bareProxy(c *fiber.Ctx) error {
	if c.Get("Proxy-Authorization") == "" {
		return c.Status(407).SendString("who are you?") // want "missing-challenge: this 407 is sent with no Proxy-Authenticate header"
	}
	return c.SendString("hello")
}

// wire: - -> 401 bare who
func emptied(c *fiber.Ctx) error {
	c.Set("WWW-Authenticate", challenge)
	if c.Get("Authorization") == "" {
		c.Response().Header.Del("WWW-Authenticate")
		return c.Status(401).SendString("who are you?") // want "missing-challenge: this 401"
	}
	return c.SendString("hello")
}

// A helper that always answers so: once, inside it.
//
// wire: by byHelper
func denied(c *fiber.Ctx) error {
	return c.Status(401).JSON(fiber.Map{"error": "who are you?"}) // want "missing-challenge: this 401"
}

// wire: - -> 401 bare who
func byHelper(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return denied(c)
	}
	return c.SendString("hello")
}

// wire: - -> 401 bare who
func byHelperToo(c *fiber.Ctx) error {
	if c.Cookies("session") == "" {
		return denied(c)
	}
	return c.SendString("hello")
}

func answer(c *fiber.Ctx, code int, text string) error {
	return c.Status(code).JSON(fiber.Map{"message": text})
}

// A helper that is given the status: where it is given.
//
// wire: - -> 401 bare who
// wire: Authorization=x -> 404 bare nothing
func byCode(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return answer(c, 401, "who are you?") // want "missing-challenge: this 401"
	}
	return answer(c, 404, "nothing here")
}

// Nothing leaves before the handler has returned.
//
// wire: - -> 401 challenge who
func headerLast(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		err := c.Status(401).JSON(fiber.Map{"error": "who are you?"})
		c.Set("WWW-Authenticate", challenge)
		return err
	}
	return c.SendString("hello")
}

// wire: - -> 401 challenge who
func headerFirst(c *fiber.Ctx) error {
	c.Set(fiber.HeaderWWWAuthenticate, challenge)
	if c.Get("Authorization") == "" {
		return c.Status(401).SendString("who are you?")
	}
	return c.SendString("hello")
}

// wire: - -> 401 challenge who
func headerBeneath(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Context().Response.Header.SetBytesKV([]byte("WWW-Authenticate"), []byte(challenge))
		return c.Status(401).SendString("who are you?")
	}
	return c.SendString("hello")
}

// The error handler keeps the headers.
//
// wire: - -> 401 challenge Unauthorized
func sentinelWithHeader(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Response().Header.Set("WWW-Authenticate", challenge)
		return fiber.ErrUnauthorized
	}
	return c.SendString("hello")
}

// wire: - -> 401 challenge Unauthorized
func appended(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Append("WWW-Authenticate", challenge)
		return c.SendStatus(401)
	}
	return c.SendString("hello")
}

// The status that is named last leaves.
//
// wire: - -> 404 bare nothing
func lastWins(c *fiber.Ctx) error {
	c.Status(401)
	return c.Status(404).SendString("nothing here")
}

// A status is lost where an error is returned.
//
// wire: - -> 404 bare Not Found
// wire: Authorization=x -> 500 bare broken
func statusLost(c *fiber.Ctx) error {
	c.Status(401)
	if c.Get("Authorization") == "" {
		return fiber.ErrNotFound
	}
	_, err := userOf("broken")
	if err == nil {
		return c.Status(200).SendString("hello")
	}
	return fiber.NewError(500, "broken")
}

// A redirect names a status of its own.
//
// wire: - -> 302 bare
func redirected(c *fiber.Ctx) error {
	return c.Status(401).Redirect("/login")
}

// One variable, and the challenge where it is 401.
//
// wire: - -> 401 challenge
// wire: Authorization=x -> 403 bare
func oneCode(c *fiber.Ctx) error {
	code := 403
	if c.Get("Authorization") == "" {
		code = 401
	}
	if code == 401 {
		c.Set("WWW-Authenticate", challenge)
	}
	return c.SendStatus(code)
}
