// Package onfasthttp holds the shapes of all rules as they are written with fasthttp.
package onfasthttp

import (
	"crypto/subtle"

	"github.com/valyala/fasthttp"
)

const challenge = `Bearer realm="files"`

type user struct{ Admin bool }

// Routes are the handlers by their paths.
var Routes = map[string]fasthttp.RequestHandler{
	"/bareError":       bareError,
	"/bareStatus":      bareStatus,
	"/bareBeneath":     bareBeneath,
	"/onRequest":       onRequest,
	"/wiped":           wiped,
	"/wipedAll":        wipedAll,
	"/deleted":         deleted,
	"/byHelper":        byHelper,
	"/byHelperToo":     byHelperToo,
	"/setAfter":        setAfter,
	"/setLast":         setLast,
	"/setInBytes":      setInBytes,
	"/lastWins":        lastWins,
	"/errorThenOK":     errorThenOK,
	"/bodyThenStatus":  bodyThenStatus,
	"/writtenByOthers": writtenByOthers,
	"/writtenByHelper": writtenByHelper,
	"/asOK":            asOK,
	"/asOKSuccess":     asOKSuccess,
	"/noToken":         noToken,
	"/noCookie":        noCookie,
	"/wrongKey":        wrongKey,
	"/pathParameter":   pathParameter,
	"/answersOn":       answersOn,
	"/answersOnOK":     answersOnOK,
	"/malformed":       malformed,
	"/nextAnyway":      nextAnyway(secret),
	"/nextStopped":     nextStopped(secret),
	"/notAdmin401":     authenticated(notAdmin401),
	"/notAdmin":        authenticated(notAdmin),
	"/challenged403":   authenticated(challenged403),
}

func secret(ctx *fasthttp.RequestCtx) { ctx.SetBodyString("the secret") }

// authenticated lets only somebody through who is known.
func authenticated(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		if subtle.ConstantTimeCompare(ctx.Request.Header.Peek("Authorization"), []byte("Bearer me")) != 1 {
			ctx.Error("who are you?", fasthttp.StatusUnauthorized)
			ctx.Response.Header.Set("WWW-Authenticate", challenge)
			return
		}
		ctx.SetUserValue("account", &user{})
		next(ctx)
	}
}
