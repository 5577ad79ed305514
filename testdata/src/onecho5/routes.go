// Package onecho5 answers with echo v5, where that differs from v4.
package onecho5

import (
	"net/http"

	echojwt "github.com/labstack/echo-jwt/v5"
	"github.com/labstack/echo/v5"
	"github.com/labstack/echo/v5/middleware"

	"onecho5/replaced"
)

// Routes registers each handler under its name.
func Routes(e *echo.Echo) {
	e.Any("/bareJSON", bareJSON)
	e.Any("/challenged", challenged)
	e.Any("/byWriter", byWriter)
	e.Any("/challengedByHook", challengedByHook)
	e.Any("/challengedTooLate", challengedTooLate)
	e.Any("/unencodable", unencodable)
	e.Any("/asksFirst", asksFirst)
	e.Any("/lostStatus", lostStatus)
	e.Any("/helperReturnsNil", helperReturnsNil)
	e.Any("/letsThrough", hello, letsThrough)
	e.Any("/refusedAsOK", refusedAsOK)

	e.Any("/sentinel", sentinel)
	e.Any("/constructed", constructed)
	e.Any("/withReason", withReason)
	e.Any("/sentinelWithReason", sentinelWithReason)
	e.Any("/wrapped", wrapped)
	e.Any("/outermostWins", outermostWins)
	e.Any("/ofTheHouse", ofTheHouse)
	e.Any("/ofTheHouseWrapped", ofTheHouseWrapped)
	e.Any("/fixedStatus", fixedStatus)
	e.Any("/looksForIt", looksForIt)

	e.Any("/wrongKey", wrongKey)
	e.Any("/wrongKeyByType", wrongKeyByType)
	e.Any("/nobodyInContext", nobodyInContext)
	e.Any("/lacks", lacks, authenticate)
	e.Any("/behindRoute", behindRoute, authenticate)
	e.Any("/behindKey", behindKey, middleware.KeyAuth(func(c *echo.Context, key string, _ middleware.ExtractorSource) (bool, error) {
		return key == "right", nil
	}))
	e.Group("/tokens", echojwt.JWT([]byte("secret"))).Any("/behindToken", behindToken)
	e.Any("/replaced/*", echo.WrapHandler(http.StripPrefix("/replaced", replaced.New())))
}
