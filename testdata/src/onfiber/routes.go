// Package onfiber holds the shapes of all rules as they are written with fiber v2.
package onfiber

import (
	"crypto/subtle"
	"errors"
	"strings"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/basicauth"
	"github.com/gofiber/fiber/v2/middleware/keyauth"
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
	app.All("/bareWords", bareWords)
	app.All("/bareSentinel", bareSentinel)
	app.All("/bareMade", bareMade)
	app.All("/bareLiteral", bareLiteral)
	app.All("/bareBeneath", bareBeneath)
	app.All("/onRequest", onRequest)
	app.All("/bareProxy", bareProxy)
	app.All("/emptied", emptied)
	app.All("/byHelper", byHelper)
	app.All("/byHelperToo", byHelperToo)
	app.All("/byCode", byCode)
	app.All("/headerLast", headerLast)
	app.All("/headerFirst", headerFirst)
	app.All("/headerBeneath", headerBeneath)
	app.All("/sentinelWithHeader", sentinelWithHeader)
	app.All("/appended", appended)
	app.All("/lastWins", lastWins)
	app.All("/statusLost", statusLost)
	app.All("/redirected", redirected)
	app.All("/oneCode", oneCode)
	app.All("/noToken", noToken)
	app.All("/wrongToken", wrongToken)
	app.All("/wrongPassword", wrongPassword)
	app.All("/noCookie", noCookie)
	app.All("/noToken403Error", noToken403Error)
	app.All("/claimed", claimed)
	app.All("/byAddress", byAddress)
	app.All("/asOK", asOK)
	app.All("/asOKError", asOKError)
	app.All("/asOKHelper", asOKHelper)
	app.All("/statusAfterBody", statusAfterBody)
	app.All("/helperThenStatus", helperThenStatus)
	app.All("/dataOfErrors", dataOfErrors)
	app.All("/answersOn", answersOn)
	app.All("/statusOn", statusOn)
	app.All("/returnsThen", returnsThen)
	app.All("/chosenBody", chosenBody)
	app.All("/stripped", stripped)
	app.All("/unquoted", unquoted)
	app.All("/quoted", quoted)
	app.Get("/behindBasic", basicauth.New(basicauth.Config{Users: map[string]string{"a": "b"}}), behindBasic)
	app.Get("/nextAnyway", nextAnyway, secret)
	app.Get("/nextStopped", nextStopped, secret)
	app.Get("/nilAfterDenial", nilAfterDenial, secret)
	app.Get("/errorAfterDenial", errorAfterDenial, secret)

	api := app.Group("/api", jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{Key: []byte("k")}}))
	api.Get("/behindJWT", behindJWT)

	keys := app.Group("/keys")
	keys.Use(keyauth.New(keyauth.Config{Validator: validKey}))
	keys.Get("/behindKey", behindKey)

	app.Use("/paths", keyauth.New(keyauth.Config{Validator: validKey}))
	app.Get("/paths/behindPath", behindPath)
	app.Group("/paths").Get("/behindGroup", behindGroup)
	app.Get("/elsewhere", elsewhere)
	app.Get("/keyRefused", keyauth.New(keyauth.Config{Validator: validKey, ErrorHandler: refuseKey}), keyRefused)

	own := app.Group("/own", authenticate)
	own.Get("/notAdmin", notAdmin)
	own.Get("/notAdmin401", notAdmin401)
	own.Get("/nobodyOrNotAdmin", nobodyOrNotAdmin)
	own.Get("/challenged403", challenged403)
	own.Get("/scope403", scope403)
}

// secret is what only the admitted may get.
//
// wire: by nextAnyway
func secret(c *fiber.Ctx) error { return c.SendString("the secret") }

func validKey(c *fiber.Ctx, key string) (bool, error) { return key == "k", nil }

// userOf verifies a token.
func userOf(token string) (*user, error) {
	token, _ = strings.CutPrefix(token, "Bearer ")
	if subtle.ConstantTimeCompare([]byte(token), []byte("me")) != 1 {
		return nil, errors.New("invalid token")
	}
	return &user{Name: "me"}, nil
}

// authenticate lets only somebody through who is known.
func authenticate(c *fiber.Ctx) error {
	u, err := userOf(c.Get(fiber.HeaderAuthorization))
	if err != nil {
		c.Set(fiber.HeaderWWWAuthenticate, challenge)
		return c.Status(fiber.StatusUnauthorized).SendString("who are you?")
	}
	c.Locals("user", u)
	return c.Next()
}
