package ongin

import (
	"github.com/gin-contrib/cors"
	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"

	"ongin/auth"
)

func secret(c *gin.Context) { c.String(200, "the secret") }

// Routes registers each handler under its name.
func Routes() *gin.Engine {
	r := gin.New()
	missing(r)
	falls(r)
	whose(r)
	routers(r)
	others(r)
	waits(r)
	return r
}

func missing(r *gin.Engine) {
	r.Any("/missingJSON", missingJSON)
	r.Any("/missingAbort", missingAbort)
	r.Any("/missingAbortJSON", missingAbortJSON)
	r.Any("/missingAbortError", missingAbortError)
	r.Any("/missingStatus", missingStatus)
	r.Any("/missingStatusWrite", missingStatusWrite)
	r.Any("/missingLate", missingLate)
	r.Any("/missingEmpty", missingEmpty)
	r.Any("/missingHTTPError", missingHTTPError)
	r.Any("/missingWriter", missingWriter)
	r.Any("/missingProxy", missingProxy)
	r.Any("/missingEither", missingEither)
	r.Any("/missingBound", missingBound)
	r.Any("/missingMustBind", missingMustBind)
	r.Any("/missingPassword", missingPassword)
	r.Any("/setAfterStatus", setAfterStatus)
	r.Any("/setAfterStatusEmpty", setAfterStatusEmpty)
	r.Any("/setOnWriter", setOnWriter)
	r.Any("/overridden", overridden)
	r.Any("/setByBranch", setByBranch)
	r.Any("/setExtra", setExtra)
}

func falls(r *gin.Engine) {
	r.Any("/fallsJSON", fallsJSON, secret)
	r.Any("/fallsWithoutNext", fallsWithoutNext, secret)
	r.Any("/fallsString", fallsString, secret)
	r.Any("/fallsStatus", fallsStatus, secret)
	r.Any("/fallsHTTPError", fallsHTTPError, secret)
	r.Any("/fallsThrough", fallsThrough, secret)
	r.Group("/fallsMade", required()).Any("", fallsMade)
	s := &server{realm}
	g := r.Group("/fallsMethod")
	g.Use(s.fallsMethod)
	g.Any("", secret)
	r.Any("/fallsHelper", fallsHelper, secret)
	r.Any("/fallsWriterHelper", fallsWriterHelper, secret)
	r.Any("/fallsFar", fallsFar, secret)
	r.Any("/fallsIgnored", fallsIgnored)
	r.Any("/fallsOn", fallsOn)
	r.Any("/fallsAborted", fallsAborted)
	r.Any("/stops", stops, secret)
	r.Any("/stopsBeforeNext", stopsBeforeNext, secret)
	r.Any("/stopsAfter", stopsAfter, secret)
	r.Any("/stopsFirst", stopsFirst, secret)
	r.Any("/stopsDeferred", stopsDeferred, secret)
	r.Any("/stopsHelper", stopsHelper, secret)
	r.Any("/stopsFar", stopsFar, secret)
	r.Any("/stopsLast", stopsLast)
	r.Any("/stopsWrapped", stopsWrapped)
	r.Any("/stopsFound", stopsFound)
	r.Any("/stopsErrors", stopsErrors, failing)
}

func whose(r *gin.Engine) {
	r.Any("/forbiddenUnknown", forbiddenUnknown)
	r.Any("/forbiddenHalf", forbiddenHalf)
	r.Any("/forbiddenCookie", forbiddenCookie)
	r.Any("/forbiddenLogin", forbiddenLogin)
	r.Any("/unauthorizedKnown", unauthorizedKnown)
	r.Any("/challengeForbidden", challengeForbidden)
	r.Any("/insufficientScope", insufficientScope)
	r.Any("/keptMissing", keptMissing)
	r.Any("/forbiddenPeer", forbiddenPeer)
	r.Any("/forbiddenProof", forbiddenProof)

	known := r.Group("", authenticate)
	known.Any("/keptBehind", keptBehind)
	known.Any("/keptRole", keptRole)
	known.Any("/keptRoleRight", keptRoleRight)
	known.Group("", admins()).Any("/behindAdmins", behindAdmins)

	r.Any("/farMissing", farMissing)
	far := r.Group("/")
	far.Use(auth.Required())
	{
		far.Any("/farBehind", farBehind)
		far.Any("/farRole", farRole)
	}
	r.Any("/behindBasic", gin.BasicAuth(gin.Accounts{"root": "secret"}), behindBasic)
}

func others(r *gin.Engine) {
	r.Any("/okError", okError)
	r.Any("/okText", okText)
	r.Any("/okNoted", okNoted)
	r.Any("/notFound", notFound)
	r.Any("/okList", okList)
	r.Any("/lateStatus", lateStatus)
	r.Any("/lateTwo", lateTwo)
	r.Any("/lateBody", lateBody)
	r.Any("/lateNoRound", lateNoRound)
	r.Any("/lateNoRoundLeft", lateNoRoundLeft)
	r.Any("/lateAsked", lateAsked)
	r.Any("/lateDenied", lateDenied)
	r.Any("/lateNamed", lateNamed)
	r.Any("/lateNamedOther", lateNamedOther)
	r.Any("/lateSecondRound", lateSecondRound)
	r.Any("/lateNotAsked", lateNotAsked)
	r.Any("/lateRound", lateRound)
	r.Any("/keepsStatus", keepsStatus)
	r.Any("/lateBind", lateBind)
	r.Any("/bindSame", bindSame)
	r.Any("/shouldBind", shouldBind)
	r.Any("/asksFirst", asksFirst)
	r.Any("/asksAborted", asksAborted)
	r.Any("/lateAborted", lateAborted)
	r.Any("/twoStored", twoStored)
	r.Any("/lateWrapped", gin.WrapF(lateWrapped))
	r.Any("/malformedRealm", malformedRealm)
	r.Any("/malformedSprintf", malformedSprintf)
	r.Any("/malformedName", malformedName)
	r.Any("/helperBare", helperBare)
	r.Any("/helperStatus", helperStatus)
	r.Any("/helperFar", helperFar)
	r.Any("/helperFarStatus", helperFarStatus)
	r.Any("/helperAsks", helperAsks)
	r.Any("/helperAfterHeader", helperAfterHeader)

	shop := r.Group("", cors.New(cors.Config{AllowAllOrigins: true}), sessions.Sessions("shop", cookie.NewStore([]byte("secret"))))
	shop.Any("/sessionForbidden", sessionForbidden)
	shop.Any("/sessionMissing", sessionMissing)
	shop.Any("/sessionRight", sessionRight)
	shop.Any("/sessionState", sessionState)
	shop.Any("/sessionKept", sessionKept)
	r.Any("/jwtBehind", tokens().MiddlewareFunc(), jwtBehind)
}

func waits(r *gin.Engine) {
	r.Any("/waitsAborts", waitsAborts)
	r.Any("/waitsGiven", waitsGiven)
	r.Any("/waitsTwice", waitsTwice)
	r.Any("/waitsClosure", waitsClosure)
	r.Any("/waitsDeferred", waitsDeferred)
	r.Any("/waitsNamed", waitsNamed)
	r.Any("/waitsHelper", waitsHelper)
	r.Any("/waitsChallenged", waitsChallenged)
	r.Any("/waitsShared", waitsShared)
	r.Any("/waitsVariable", waitsVariable)
	r.Any("/waitsVariableLate", waitsVariableLate)
	r.Any("/waitsBody", waitsBody)
	r.Any("/waitsOutrun", waitsOutrun)
	r.Any("/waitsOwn", waitsOwn)
	r.Any("/waitsNested", waitsNested)
	r.Any("/waitsLocal", waitsLocal)
}
