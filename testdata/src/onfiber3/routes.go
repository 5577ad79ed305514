// Package onfiber3 holds the shapes that fiber v3 writes otherwise than v2: its context is an interface, and handlers are any.
package onfiber3

import (
	"crypto/subtle"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/basicauth"
	"github.com/gofiber/fiber/v3/middleware/keyauth"
	"github.com/gofiber/fiber/v3/middleware/session"
)

const challenge = `Bearer realm="files"`

type user struct {
	Name  string
	Admin bool
}

// Routes registers every handler under its name.
func Routes(app *fiber.App) {
	app.All("/bareJSON", bareJSON)
	app.All("/bareStatus", bareStatus)
	app.All("/bareError", bareError)
	app.All("/bareRes", bareRes)
	app.All("/bareBeneath", bareBeneath)
	app.All("/headerLast", headerLast)
	app.All("/headerBeneath", headerBeneath)
	app.All("/redirected", redirected)
	app.All("/wrongPassword", wrongPassword)
	app.All("/noSession", noSession)
	app.All("/asOK", asOK)
	app.All("/answersOn", answersOn)
	app.All("/answeredBefore", answeredBefore)
	app.All("/answersOnTwice", answersOnTwice)
	app.All("/deniesOver", deniesOver)
	app.All("/deniesOverByHelper", deniesOverByHelper)
	app.All("/findsByContext", findsByContext)
	app.All("/restricted", basicauth.New(basicauth.Config{Users: map[string]string{"a": "{SHA256}PiPoFgA5WUozZsi0NiK0+N+wzbpZrErO25ElKlHBTPw="}}), restricted)
	app.Get("/byKey", keyauth.New(keyauth.Config{ErrorHandler: refuse, Validator: func(c fiber.Ctx, key string) (bool, error) { return key == "k", nil }}), byKey)
	key := func(c fiber.Ctx, key string) (bool, error) { return key == "k", nil }
	app.Get("/byProxyKey", keyauth.New(keyauth.Config{ErrorHandler: refuseProxy, Validator: key}), byProxyKey)
	app.Get("/byForbiddenKey", keyauth.New(keyauth.Config{ErrorHandler: forbid, Validator: key}), byForbiddenKey)
	app.Get("/byScopedKey", keyauth.New(keyauth.Config{ErrorHandler: forbidScope, Validator: scoped}), byScopedKey)
	app.Get("/nextAnyway", nextAnyway, secret)
	own := app.Group("/own", authenticate)
	own.Get("/notAdmin401", notAdmin401)
	own.Get("/notAdmin", notAdmin)
	own.Get("/viaLocals", viaLocals)
}

// secret is what only the admitted may get.
func secret(c fiber.Ctx) error { return c.SendString("the secret") }

// authenticate lets only somebody through who is known.
func authenticate(c fiber.Ctx) error {
	if subtle.ConstantTimeCompare([]byte(c.Get(fiber.HeaderAuthorization)), []byte("Bearer me")) != 1 {
		c.Set(fiber.HeaderWWWAuthenticate, challenge)
		return c.Status(fiber.StatusUnauthorized).SendString("who are you?")
	}
	c.Locals("user", &user{Name: "me"})
	return c.Next()
}

var sessions = session.NewStore()
