package onfasthttp

import (
	"crypto/subtle"

	"github.com/valyala/fasthttp"
)

// wire: - -> 403 bare no
func noToken(ctx *fasthttp.RequestCtx) {
	if string(ctx.Request.Header.Peek("Authorization")) == "" {
		ctx.Error("no", fasthttp.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .missing, wrong or unknown: the Authorization header."
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 403 bare no
func noCookie(ctx *fasthttp.RequestCtx) {
	if len(ctx.Request.Header.Cookie("session")) == 0 {
		ctx.Error("no", 403) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 403 bare no
func wrongKey(ctx *fasthttp.RequestCtx) {
	if subtle.ConstantTimeCompare(ctx.QueryArgs().Peek("api_key"), []byte("k")) != 1 {
		ctx.SetStatusCode(403) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
		ctx.SetBodyString("no")
		return
	}
	ctx.SetBodyString("hello")
}

// What a router found in the path is kept where middlewares keep what they know: it is no identity.
//
// wire: - -> 401 challenge no
func pathParameter(ctx *fasthttp.RequestCtx) {
	name, ok := ctx.UserValue("user").(string)
	if !ok || len(name) > 8 {
		ctx.Error("no", 401)
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
		return
	}
	ctx.SetBodyString("hello")
}

// wire: Authorization="Bearer me" -> 401 bare no
func notAdmin401(ctx *fasthttp.RequestCtx) {
	u := ctx.UserValue("account").(*user)
	if !u.Admin {
		ctx.Error("no", 401) // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
		return
	}
	ctx.SetBodyString("hello")
}

// wire: Authorization="Bearer me" -> 403 bare no
func notAdmin(ctx *fasthttp.RequestCtx) {
	u, ok := ctx.UserValue("account").(*user)
	if !ok || !u.Admin {
		ctx.Error("no", 403)
		return
	}
	ctx.SetBodyString("hello")
}

// wire: Authorization="Bearer me" -> 403 challenge no
func challenged403(ctx *fasthttp.RequestCtx) {
	u := ctx.UserValue("account").(*user)
	if !u.Admin {
		ctx.Error("no", 403) // want "challenge-on-forbidden: 403 with a challenge"
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
		return
	}
	ctx.SetBodyString("hello")
}
