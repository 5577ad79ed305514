package oniris

import "github.com/kataras/iris/v12"

// guard lets only somebody through who is known.
func guard(ctx iris.Context) {
	u := caller(ctx)
	if u == nil {
		ctx.Header("WWW-Authenticate", realm)
		ctx.StopWithText(401, "who are you?")
		return
	}
	ctx.Values().Set("user", u)
	ctx.Next()
}

// wire: - -> 401 challenge the secret
func falls(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.Header("WWW-Authenticate", realm)
		ctx.StatusCode(401) // want "denial-falls-through: after this 401 the request goes on to the next handler"
	}
	ctx.Next()
}

// Nothing runs after the chain was stopped.
//
// wire: - -> 401 challenge who are you?
func stopped(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.Header("WWW-Authenticate", realm)
		ctx.StopWithText(401, "who are you?")
	}
	ctx.Next()
}

// No handler runs that is not called: unlike gin's.
//
// wire: - -> 401 challenge who are you?
// wire: Authorization="Bearer joe" -> 200 bare the secret
func stops(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.Header("WWW-Authenticate", realm)
		ctx.StatusCode(401)
		ctx.WriteString("who are you?")
		return
	}
	ctx.Next()
}
