// Package onecho answers with echo v4.
package onecho

import (
	"net/http"

	"github.com/gorilla/sessions"
	"github.com/labstack/echo-contrib/session"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"onecho/challenging"
	"onecho/elsewhere"
	"onecho/elsewhere/own"
	"onecho/elsewhere/right"
	"onecho/handsback"
	"onecho/maps"
	"onecho/replaced"
)

var secret = []byte("secret")

// Routes registers each handler under its name.
func Routes(e *echo.Echo) {
	e.Use(session.Middleware(sessions.NewCookieStore(secret)))
	missing(e)
	returned(e)
	asked(e)
	known(e)
	others(e)
	behind(e)
	e.Any("/handsback/*", echo.WrapHandler(http.StripPrefix("/handsback", handsback.New())))
	e.Any("/maps/*", echo.WrapHandler(http.StripPrefix("/maps", maps.New())))
	e.Any("/challenging/*", echo.WrapHandler(http.StripPrefix("/challenging", challenging.New())))
	e.Any("/elsewhere/*", echo.WrapHandler(http.StripPrefix("/elsewhere", elsewhere.New())))
	e.Any("/elsewhere/other/*", echo.WrapHandler(http.StripPrefix("/elsewhere/other", elsewhere.Other())))
	e.Any("/elsewhere/third/*", echo.WrapHandler(http.StripPrefix("/elsewhere/third", elsewhere.Third())))
	e.Any("/elsewhere/asking/*", echo.WrapHandler(http.StripPrefix("/elsewhere/asking", elsewhere.Asking())))
	e.Any("/elsewhere/own/*", echo.WrapHandler(http.StripPrefix("/elsewhere/own", own.New())))
	e.Any("/elsewhere/right/*", echo.WrapHandler(http.StripPrefix("/elsewhere/right", right.New())))
	e.Any("/replaced/*", echo.WrapHandler(http.StripPrefix("/replaced", replaced.New())))
}

func missing(e *echo.Echo) {
	e.Any("/bareJSON", bareJSON)
	e.Any("/bareNoContent", bareNoContent)
	e.Any("/bareBlob", bareBlob)
	e.Any("/challenged", challenged)
	e.Any("/ownAnswer", ownAnswer)
	e.Any("/challengedByMap", challengedByMap)
	e.Any("/challengedByHook", challengedByHook)
	e.Any("/onTheRequest", onTheRequest)
	e.Any("/challengedTooLate", challengedTooLate)
	e.Any("/byStandardLibrary", byStandardLibrary)
	e.Any("/plain", echo.WrapHandler(http.HandlerFunc(plain)))
	e.Any("/unquoted", unquoted)
	e.Any("/misspelt", misspelt)
	e.Any("/quotedBefore", quotedBefore("the whole site"))
	e.Any("/byHelper", byHelper)
	e.Any("/byOneOfTwo", byOneOfTwo)
}

func returned(e *echo.Echo) {
	e.Any("/sentinel", sentinel)
	e.Any("/constructed", constructed)
	e.Any("/literal", literal)
	e.Any("/withReason", withReason)
	e.Any("/reasonWins", reasonWins)
	e.Any("/wrapped", wrapped)
	e.Any("/ofThePackage", ofThePackage)
	e.Any("/fromElsewhere", fromElsewhere)
	e.Any("/madeElsewhere", madeElsewhere)
	e.Any("/proxy", proxy)
	e.Any("/sentNow", sentNow)
	e.Any("/sentAndReturned", sentAndReturned)
	e.Any("/reading", reading)
	e.Any("/passesOn", passesOn)
	e.Any("/passesOnTold", passesOnTold)
	e.Any("/handsOnTold", handsOnTold)
	e.Any("/keepsToItself", keepsToItself)
	e.Any("/challengedSentinel", challengedSentinel)
	e.Any("/looksAtIt", looksAtIt)
	e.Any("/noStatus", noStatus)
}

func asked(e *echo.Echo) {
	e.Any("/noToken", noToken)
	e.Any("/wrongPassword", wrongPassword)
	e.Any("/askedAgain", askedAgain)
	e.Any("/noCookie", noCookie)
	e.Any("/noSession", noSession)
	e.Any("/wrongKey", wrongKey)
	e.Any("/claimsRole", claimsRole)
	e.Any("/nobodyInContext", nobodyInContext)
	e.Any("/crossSite", crossSite)
	e.Any("/foreignOrigin", foreignOrigin)
	e.Any("/closed", closed)
	e.Any("/mayNot", mayNot)
}

func known(e *echo.Echo) {
	e.Any("/lacks", lacks, authenticate)
	e.Any("/lacksInHouse", house(lacksInHouse))
	e.Any("/nobodyInHouse", house(nobodyInHouse))
	e.Any("/forged", forged, authenticate)
	e.Any("/challengesKnown", challengesKnown, authenticate)
	e.Any("/widerScope", widerScope, authenticate)
}

func others(e *echo.Echo) {
	e.Any("/answersItself", answersItself)
	e.Any("/answersAndReturns", answersAndReturns)
	e.Any("/leavesOutput", leavesOutput, outputs)
	e.Any("/refusedAsOK", refusedAsOK)
	e.Any("/failedAsOK", failedAsOK)
	e.Any("/saysSoAsOK", saysSoAsOK)
	e.Any("/notYet", notYet)
	e.Any("/lostStatus", lostStatus)
	e.Any("/lostAnswer", lostAnswer)
	e.Any("/unencodable", unencodable)
	e.Any("/asksFirst", asksFirst)
	e.Any("/missingReturn", missingReturn)
	e.Any("/helperReturnsNil", helperReturnsNil)
	e.Any("/helperElsewhere", helperElsewhere)
	e.Any("/helperReturnsError", helperReturnsError)
	e.Any("/letsThrough", hello, letsThrough)
	e.Any("/letsThroughByNil", hello, letsThroughByNil)
	e.Any("/stops", hello, stops)
	e.Any("/dropsError", hello, dropsError)
}

func behind(e *echo.Echo) {
	e.Any("/behindRoute", behindRoute, authenticate)
	e.Any("/behindKey", behindKey, middleware.KeyAuth(func(key string, c echo.Context) (bool, error) { return key == "right", nil }))

	group := e.Group("", authenticate)
	group.Any("/behindGroup", behindGroup)
	group.Group("/deeper").Any("/behindDeeper", behindDeeper)
	later := e.Group("/later")
	later.Use(authenticate)
	later.Any("/behindUse", behindUse)
	tokens := e.Group("/tokens", echojwt.JWT(secret))
	inGroup(tokens)
	configured := e.Group("/configured", echojwt.WithConfig(echojwt.Config{SigningKey: secret}))
	configured.Any("/behindConfigured", behindConfigured)
	optional := e.Group("/optional", echojwt.WithConfig(echojwt.Config{SigningKey: secret, ContinueOnIgnoredError: true,
		ErrorHandler: func(c echo.Context, err error) error { return nil }}))
	optional.Any("/behindOptional", behindOptional)
}

func inGroup(g *echo.Group) {
	g.Any("/behindToken", behindToken)
	g.Any("/tokenLacks", tokenLacks)
}
