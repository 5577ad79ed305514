package onfiber3

import (
	"context"
	"crypto/subtle"
	"errors"

	"github.com/gofiber/fiber/v3"
)

// wire: - -> 401 bare who
// wire: Authorization=x -> 200 bare hello
func bareJSON(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "who are you?"}) // want "missing-challenge: this 401 is sent with no WWW-Authenticate header"
	}
	return c.SendString("hello")
}

// wire: - -> 401 bare Unauthorized
func bareStatus(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return c.SendStatus(401) // want "missing-challenge: this 401"
	}
	return c.SendString("hello")
}

// wire: - -> 401 bare who
func bareError(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return fiber.NewError(401, "who are you?") // want "missing-challenge: fiber's error handler sends this 401 .* .medium."
	}
	return c.SendString("hello")
}

// The response alone is the same one.
//
// wire: - -> 401 bare who
func bareRes(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return c.Res().Status(401).SendString("who are you?") // want "missing-challenge: this 401"
	}
	return c.SendString("hello")
}

// wire: - -> 401 bare
func bareBeneath(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.RequestCtx().SetStatusCode(401) // want "missing-challenge: this 401"
		c.Request().Header.Set("WWW-Authenticate", challenge)
		return nil
	}
	return c.SendString("hello")
}

// wire: - -> 401 challenge who
func headerLast(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		err := c.Status(401).JSON(fiber.Map{"error": "who are you?"})
		c.Res().Set("WWW-Authenticate", challenge)
		return err
	}
	return c.SendString("hello")
}

// wire: - -> 401 challenge Unauthorized
func headerBeneath(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Response().Header.Set("WWW-Authenticate", challenge)
		return fiber.ErrUnauthorized
	}
	return c.SendString("hello")
}

// wire: - -> 303 bare
func redirected(c fiber.Ctx) error {
	return c.Status(401).Redirect().To("/login")
}

// wire: :body="{\"password\":\"x\"}" Content-Type=application/json -> 403 bare no
func wrongPassword(c fiber.Ctx) error {
	var in struct {
		Password string `json:"password"`
	}
	if err := c.Bind().Body(&in); err != nil {
		return c.SendStatus(400)
	}
	if subtle.ConstantTimeCompare([]byte(in.Password), []byte("secret")) != 1 {
		return c.Status(403).SendString("no") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	return c.SendString("hello")
}

// wire: - -> 403 bare no
func noSession(c fiber.Ctx) error {
	s, err := sessions.Get(c)
	if err != nil {
		return err
	}
	if s.Get("user") == nil {
		return c.Status(403).SendString("no") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	return c.SendString("hello")
}

// wire: - -> 200 bare unauthorized
func asOK(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return c.JSON(fiber.Map{"error": "unauthorized"}) // want "error-as-ok: the client is refused with status 200"
	}
	return c.SendString("hello")
}

// wire: - -> 401 challenge the secret
func answersOn(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401).JSON(fiber.Map{"error": "who are you?"}) // want "denial-falls-through: after this 401 the handler goes on"
	}
	return c.SendString("the secret")
}

// pathID has answered where the path is wrong, and yields no error then: what its caller answers takes the place of that.
func pathID(c fiber.Ctx) (string, error) {
	id := c.Params("id")
	if len(id) != 8 {
		return "", c.Status(400).JSON(fiber.Map{"error": "no such thing"})
	}
	return id, nil
}

// The denial's body is the second that this path writes, and nothing comes after it.
//
// wire: - -> 401 challenge who are you
func answeredBefore(c fiber.Ctx) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		return c.Status(401).JSON(fiber.Map{"error": "who are you?"})
	}
	return c.SendString("the secret of " + id)
}

// greet answers before anybody is asked who he is.
func greet(c fiber.Ctx) { c.SendString("one moment") }

// A denial in steps over what was there before, and then the secret all the same.
//
// wire: - -> 401 challenge the secret
func deniesOver(c fiber.Ctx) error {
	c.SendString("one moment")
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401) // want "denial-falls-through: after this 401 the handler goes on"
		c.SendString("who are you?")
	}
	return c.SendString("the secret")
}

// A helper writes the denial's body here.
//
// wire: - -> 401 challenge the secret
func deniesOverByHelper(c fiber.Ctx) error {
	greet(c)
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401) // want "denial-falls-through: after this 401 the handler goes on"
		greet(c)
	}
	return c.SendString("the secret")
}

// It is written in two steps here, and then the secret all the same.
//
// wire: - -> 401 challenge the secret
func answersOnTwice(c fiber.Ctx) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401) // want "denial-falls-through: after this 401 the handler goes on"
		c.SendString("who are you?")
	}
	return c.SendString("the secret of " + id)
}

// wire: - -> 401 challenge the secret
func nextAnyway(c fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Set("WWW-Authenticate", challenge)
		c.Status(401).JSON(fiber.Map{"error": "who are you?"}) // want "denial-falls-through: after this 401 the request goes on to the next handler"
	}
	return c.Next()
}

// The middleware sets the challenge when this has run.
func refuse(c fiber.Ctx, err error) error { return c.Status(401).SendString("who are you?") }

// The middleware does the same for a proxy.
func refuseProxy(c fiber.Ctx, err error) error { return c.Status(407).SendString("who are you?") }

// wire: - -> 407 challenge who
func byProxyKey(c fiber.Ctx) error { return c.SendString("hello") }

// The middleware calls this where the key is missing or wrong.
//
// wire: :path=/byForbiddenKey -> 403 bare error
func forbid(c fiber.Ctx, err error) error {
	return c.Status(403).JSON(fiber.Map{"error": err.Error()}) // want "forbidden-unauthenticated: .* .this is called where the credentials were missing or wrong"
}

// wire: Authorization="Bearer k" -> 200 bare hello
func byForbiddenKey(c fiber.Ctx) error { return c.SendString("hello") }

var errScope = errors.New("not for this key")

func scoped(c fiber.Ctx, key string) (bool, error) {
	if key == "k" {
		return false, errScope
	}
	return false, nil
}

// One particular error may be about what a key may do.
func forbidScope(c fiber.Ctx, err error) error {
	if errors.Is(err, errScope) {
		return c.Status(403).SendString("no")
	}
	return c.Status(401).SendString("who are you?")
}

// wire: - -> 401 challenge who
// wire: Authorization="Bearer k" -> 403 bare no
func byScopedKey(c fiber.Ctx) error { return c.SendString("hello") }

// wire: - -> 401 challenge who
// wire: Authorization="Bearer k" -> 403 bare no
func byKey(c fiber.Ctx) error {
	if c.Query("role") != "admin" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// find is given the request's context, which leads to no response.
func find(ctx context.Context, name string) (bool, error) { return name == "a", ctx.Err() }

// wire: - -> 401 bare who
func findsByContext(c fiber.Ctx) error {
	found, err := find(c.Context(), c.Get("Authorization"))
	if err != nil || !found {
		return c.Status(401).SendString("who are you?") // want "missing-challenge: this 401"
	}
	return c.SendString("hello")
}

// The middleware stands before the handler, and is no part of the list.
//
// wire: - -> 401 challenge
func restricted(c fiber.Ctx) error {
	if c.Query("role") != "admin" {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// wire: :path=/own/notAdmin401 Authorization="Bearer me" -> 401 bare no
func notAdmin401(c fiber.Ctx) error {
	u := c.Locals("user").(*user)
	if !u.Admin {
		return c.Status(401).SendString("no") // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
	}
	return c.SendString("hello")
}

// wire: :path=/own/notAdmin Authorization="Bearer me" -> 403 bare no
func notAdmin(c fiber.Ctx) error {
	u := c.Locals("user").(*user)
	if !u.Admin {
		return c.Status(403).SendString("no")
	}
	return c.SendString("hello")
}

// wire: :path=/own/viaLocals Authorization="Bearer me" -> 401 bare no
func viaLocals(c fiber.Ctx) error {
	u := fiber.Locals[*user](c, "user")
	if !u.Admin {
		return c.Status(401).SendString("no") // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
	}
	return c.SendString("hello")
}
