package onfasthttp

import (
	"fmt"
	"io"

	"github.com/valyala/fasthttp"
)

// The status comes after the body, and counts.
//
// wire: - -> 401 challenge unauthorized
func bodyThenStatus(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.SetBodyString("unauthorized")
		ctx.SetStatusCode(401)
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
		return
	}
	ctx.SetBodyString("hello")
}

// Whoever writes, nothing leaves.
//
// wire: - -> 401 challenge who
func writtenByOthers(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		fmt.Fprintf(ctx, "who are %s?", "you")
		ctx.SetStatusCode(401)
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
		return
	}
	say(ctx, "hello")
}

func say(w io.Writer, what string) { io.WriteString(w, what) }

// wire: - -> 401 challenge who
func writtenByHelper(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		say(ctx, "who are you?")
		ctx.SetStatusCode(401)
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
		return
	}
	say(ctx, "hello")
}

// wire: - -> 200 bare unauthorized
func asOK(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.SetBodyString("unauthorized") // want "error-as-ok: the client is refused with status 200"
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 200 bare error
func asOKSuccess(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Success("application/json", []byte(`{"error": "who are you?"}`)) // want "error-as-ok: the client is refused with status 200"
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 401 challenge the secret
func answersOn(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Error("who are you?", 401) // want "denial-falls-through: after this 401 the handler goes on and answers like for an admitted client"
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
	}
	ctx.SetBodyString("the secret")
}

// wire: - -> 200 challenge the secret
func answersOnOK(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Error("who are you?", 401) // want "denial-falls-through: after this 401 the handler goes on and answers like for an admitted client"
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
	}
	ctx.SetStatusCode(200)
	ctx.SetBodyString("the secret")
}

// wire: - -> 401 challenge the secret
func nextAnyway(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		if ctx.Request.Header.Peek("Authorization") == nil {
			ctx.Error("who are you?", 401) // want "denial-falls-through: after this 401 the request goes on to the next handler all the same"
			ctx.Response.Header.Set("WWW-Authenticate", challenge)
		}
		next(ctx)
	}
}

// wire: - -> 401 challenge who
func nextStopped(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		if ctx.Request.Header.Peek("Authorization") == nil {
			ctx.Error("who are you?", 401)
			ctx.Response.Header.Set("WWW-Authenticate", challenge)
			return
		}
		next(ctx)
	}
}
