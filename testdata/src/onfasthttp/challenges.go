package onfasthttp

import (
	"github.com/valyala/fasthttp"
)

// wire: - -> 401 bare who
// wire: Authorization=x -> 200 bare hello
func bareError(ctx *fasthttp.RequestCtx) {
	if len(ctx.Request.Header.Peek("Authorization")) == 0 {
		ctx.Error("who are you?", fasthttp.StatusUnauthorized) // want "missing-challenge: this 401 is sent with no WWW-Authenticate header"
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 401 bare who
func bareStatus(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.SetStatusCode(401) // want "missing-challenge: this 401"
		ctx.SetBodyString("who are you?")
		return
	}
	ctx.SetBodyString("hello")
}

// The response in the context is the same one.
//
// wire: - -> 401 bare who
func bareBeneath(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Response.SetStatusCode(401) // want "missing-challenge: this 401"
		ctx.Response.SetBodyString("who are you?")
		return
	}
	ctx.SetBodyString("hello")
}

// The request in the context is none.
//
// wire: - -> 401 bare who
func onRequest(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Error("who are you?", 401) // want "missing-challenge: this 401"
		ctx.Request.Header.Set("WWW-Authenticate", challenge)
		return
	}
	ctx.SetBodyString("hello")
}

// Error begins a new response: the order is the reverse of net/http.
//
// wire: - -> 401 bare who
func wiped(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
		ctx.Error("who are you?", 401) // want "missing-challenge: this 401"
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 401 bare who
func wipedAll(ctx *fasthttp.RequestCtx) {
	ctx.Response.Header.Set("WWW-Authenticate", challenge)
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Response.Reset()
		ctx.SetStatusCode(401) // want "missing-challenge: this 401"
		ctx.SetBodyString("who are you?")
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 401 bare who
func deleted(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Error("who are you?", 401) // want "missing-challenge: this 401"
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
		ctx.Response.Header.Del("WWW-Authenticate")
		return
	}
	ctx.SetBodyString("hello")
}

// A helper that always answers so: once, inside it.
//
// wire: by byHelper
func denied(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(401) // want "missing-challenge: this 401"
	ctx.SetBodyString("who are you?")
}

// wire: - -> 401 bare who
func byHelper(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		denied(ctx)
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 401 bare who
func byHelperToo(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Cookie("session") == nil {
		denied(ctx)
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 401 challenge who
func setAfter(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Error("who are you?", 401)
		ctx.Response.Header.Set("WWW-Authenticate", challenge)
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 401 challenge who
func setLast(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.SetStatusCode(401)
		ctx.WriteString("who are you?")
		ctx.Response.Header.Add("WWW-Authenticate", challenge)
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 401 challenge who
func setInBytes(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Error("who are you?", 401)
		ctx.Response.Header.SetBytesKV([]byte("WWW-Authenticate"), []byte(challenge))
		return
	}
	ctx.SetBodyString("hello")
}

// wire: - -> 404 bare
func lastWins(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(401)
	ctx.NotFound()
}

// Success leaves the status as it is.
//
// wire: - -> 401 bare hello
func errorThenOK(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(401) // want "missing-challenge: this 401"
	ctx.Success("text/plain", []byte("hello"))
}

// A helper's realm is not quoted.
//
// wire: - -> 401 challenge
func malformed(ctx *fasthttp.RequestCtx) {
	if ctx.Request.Header.Peek("Authorization") == nil {
		ctx.Error("who are you?", 401)
		ctx.Response.Header.Set("WWW-Authenticate", "Basic realm=my files") // want "malformed-challenge: Www-Authenticate: byte 12"
		return
	}
	ctx.SetBodyString("hello")
}
