package onfiber

import (
	"crypto/subtle"

	"github.com/gofiber/fiber/v2"
)

// Nobody has said who he is.
//
// wire: - -> 403 bare no
func noToken(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return c.Status(403).SendString("no") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .missing, wrong or unknown: the Authorization header."
	}
	return c.SendString("hello")
}

// wire: Authorization=x -> 403 bare invalid
func wrongToken(c *fiber.Ctx) error {
	u, err := userOf(c.Get("Authorization", "none"))
	if err != nil {
		return c.Status(403).JSON(fiber.Map{"error": err.Error()}) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	return c.SendString(u.Name)
}

// A login whose password is wrong.
//
// wire: :body="{\"Password\":\"x\"}" Content-Type=application/json -> 403 bare no
func wrongPassword(c *fiber.Ctx) error {
	var in struct{ Name, Password string }
	if err := c.BodyParser(&in); err != nil {
		return c.SendStatus(400)
	}
	if subtle.ConstantTimeCompare([]byte(in.Password), []byte("secret")) != 1 {
		return c.Status(403).SendString("no") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	return c.SendString("hello")
}

// wire: - -> 403 bare no
func noCookie(c *fiber.Ctx) error {
	if c.Cookies("session") == "" {
		return c.Status(403).SendString("no") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .missing, wrong or unknown: the cookie .session.."
	}
	return c.SendString("hello")
}

// The status travels in an error.
//
// wire: - -> 403 bare Forbidden
func noToken403Error(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return fiber.ErrForbidden // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .* .medium."
	}
	return c.SendString("hello")
}

// What the client says of itself is no proof; but who registers the routes may have asked before: low, and so not shown.
//
// wire: :path="/claimed?role=x" -> 403 bare no
func claimed(c *fiber.Ctx) error {
	if c.Query("role") != "admin" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// An address is no identity.
//
// wire: - -> 403 bare no
func byAddress(c *fiber.Ctx) error {
	if c.IP() != "10.0.0.1" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// Behind basicauth somebody is known.
//
// wire: - -> 401 challenge
// wire: Authorization="Basic YTpi" -> 403 bare no
func behindBasic(c *fiber.Ctx) error {
	if c.Query("role") != "admin" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// Behind a group's middleware, too.
//
// wire: :path=/api/behindJWT Authorization="Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.e" -> 401 bare
func behindJWT(c *fiber.Ctx) error {
	if c.Query("role") != "admin" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// Behind what the group was told to use.
//
// wire: :path=/keys/behindKey Authorization="Bearer k" -> 403 bare no
func behindKey(c *fiber.Ctx) error {
	if c.Query("role") != "admin" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// Behind what the application uses for a path.
//
// wire: :path=/paths/behindPath -> 401 bare
// wire: :path=/paths/behindPath Authorization="Bearer k" -> 403 bare no
func behindPath(c *fiber.Ctx) error {
	if c.Query("role") != "admin" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// wire: :path=/paths/behindGroup -> 401 bare
func behindGroup(c *fiber.Ctx) error {
	if c.Query("role") != "admin" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// What a middleware calls answers for itself.
//
// wire: by keyRefused
func refuseKey(c *fiber.Ctx, err error) error {
	return c.Status(401).SendString("who are you?") // want "missing-challenge: this 401"
}

// wire: - -> 401 bare who
func keyRefused(c *fiber.Ctx) error { return c.SendString("hello") }

// It is not used for this path: low, and so not shown.
//
// wire: - -> 403 bare no
func elsewhere(c *fiber.Ctx) error {
	if c.Query("role") != "admin" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// Somebody who is known and may not.
//
// wire: :path=/own/notAdmin Authorization="Bearer me" -> 403 bare no
func notAdmin(c *fiber.Ctx) error {
	u := c.Locals("user").(*user)
	if !u.Admin {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// Whoever is known has nothing to gain from authenticating again.
//
// wire: :path=/own/notAdmin401 Authorization="Bearer me" -> 401 bare no
func notAdmin401(c *fiber.Ctx) error {
	u := c.Locals("user").(*user)
	if !u.Admin {
		return c.Status(401).SendString("no") // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
	}
	return c.SendString("hello")
}

// The first half cannot happen: the middleware has established who it is.
//
// wire: :path=/own/nobodyOrNotAdmin Authorization="Bearer me" -> 403 bare Forbidden
func nobodyOrNotAdmin(c *fiber.Ctx) error {
	u, ok := c.Locals("user").(*user)
	if !ok || !u.Admin {
		return fiber.ErrForbidden
	}
	return c.SendString("hello")
}

// A 403 that asks to authenticate again.
//
// wire: :path=/own/challenged403 Authorization="Bearer me" -> 403 challenge no
func challenged403(c *fiber.Ctx) error {
	u := c.Locals("user").(*user)
	if !u.Admin {
		c.Set("WWW-Authenticate", challenge)
		return c.Status(403).SendString("no") // want "challenge-on-forbidden: 403 with a challenge"
	}
	return c.SendString("hello")
}

// RFC 6750 wants this one.
//
// wire: :path=/own/scope403 Authorization="Bearer me" -> 403 challenge no
func scope403(c *fiber.Ctx) error {
	u := c.Locals("user").(*user)
	if !u.Admin {
		c.Set("WWW-Authenticate", `Bearer realm="files", error="insufficient_scope"`)
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}
