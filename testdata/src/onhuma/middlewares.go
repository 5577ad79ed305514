package onhuma

import (
	"github.com/danielgtaylor/huma/v2"
)

// middlewares have the API that their answers are written with.
type middlewares struct{ api huma.API }

// guard lets only somebody through who is known.
func (m middlewares) guard(ctx huma.Context, next func(huma.Context)) {
	u := caller(ctx)
	if u == nil {
		ctx.SetHeader("WWW-Authenticate", realm)
		huma.WriteErr(m.api, ctx, 401, "who are you?")
		return
	}
	next(huma.WithValue(ctx, userKey{}, u))
}

// wire: - -> 401 bare who are you?
// wire: Authorization="Bearer joe" -> 200 bare hello
func (m middlewares) bareWritten(ctx huma.Context, next func(huma.Context)) {
	if caller(ctx) == nil {
		huma.WriteErr(m.api, ctx, 401, "who are you?") // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path: the client cannot know how to authenticate$"
		return
	}
	next(ctx)
}

// wire: - -> 401 bare who are you?
func (m middlewares) bareStatus(ctx huma.Context, next func(huma.Context)) {
	if caller(ctx) == nil {
		ctx.SetStatus(401) // want "missing-challenge: this 401"
		ctx.BodyWriter().Write([]byte("who are you?"))
		return
	}
	next(ctx)
}

// wire: - -> 401 bare (empty)
func (m middlewares) bareEmpty(ctx huma.Context, next func(huma.Context)) {
	if caller(ctx) == nil {
		ctx.SetStatus(401) // want "missing-challenge: this 401"
		return
	}
	next(ctx)
}

// wire: - -> 401 challenge who are you?
func (m middlewares) falls(ctx huma.Context, next func(huma.Context)) {
	if caller(ctx) == nil {
		ctx.AppendHeader("WWW-Authenticate", realm)
		huma.WriteErr(m.api, ctx, 401, "who are you?") // want "denial-falls-through: after this 401 the request goes on to the next handler all the same: return here$"
	}
	next(ctx)
}

// wire: - -> 401 challenge who are you?
// wire: Authorization="Bearer joe" -> 200 bare hello
func (m middlewares) stops(ctx huma.Context, next func(huma.Context)) {
	if caller(ctx) == nil {
		ctx.SetHeader("WWW-Authenticate", realm)
		huma.WriteErr(m.api, ctx, 401, "who are you?")
		return
	}
	next(ctx)
}

// wire: - -> 403 bare who are you?
func (m middlewares) nobodyWritten(ctx huma.Context, next func(huma.Context)) {
	if caller(ctx) == nil {
		huma.WriteErr(m.api, ctx, 403, "who are you?") // want "forbidden-unauthenticated: "
		return
	}
	next(ctx)
}

// Where a request comes from is no identity.
//
// wire: - -> 403 bare not from here
func (m middlewares) elsewhere(ctx huma.Context, next func(huma.Context)) {
	if ctx.Host() != "shop.example" {
		huma.WriteErr(m.api, ctx, 403, "not from here")
		return
	}
	next(ctx)
}

// wire: - -> 401 challenge
func (m middlewares) malformed(ctx huma.Context, next func(huma.Context)) {
	if caller(ctx) == nil {
		ctx.SetHeader("WWW-Authenticate", "Basic realm=the shop") // want "malformed-challenge: "
		huma.WriteErr(m.api, ctx, 401, "who are you?")
		return
	}
	next(ctx)
}

// wire: :path=/okText?busy=1 -> 200 bare unauthorized
func (m middlewares) okText(ctx huma.Context, next func(huma.Context)) {
	if caller(ctx) == nil {
		ctx.SetStatus(200)
		ctx.BodyWriter().Write([]byte("unauthorized")) // want "error-as-ok: "
		return
	}
	next(ctx)
}
