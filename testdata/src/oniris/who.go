package oniris

import "github.com/kataras/iris/v12"

// wire: - -> 403 bare who are you?
func nobody(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.StopWithText(403, "who are you?") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .missing, wrong or unknown: the Authorization header.: answer 401 with a challenge .medium.$"
		return
	}
	ctx.WriteString("hello")
}

// wire: Authorization="Bearer joe" -> 401 challenge for administrators
func lacking(ctx iris.Context) {
	u := caller(ctx)
	if u == nil {
		ctx.Header("WWW-Authenticate", realm)
		ctx.StopWithText(401, "who are you?")
		return
	}
	ctx.Header("WWW-Authenticate", realm)
	if !u.Admin {
		ctx.StopWithText(401, "for administrators") // want "unauthorized-authenticated: "
		return
	}
	ctx.WriteString("hello")
}

// Behind guard there is a user.
//
// wire: Authorization="Bearer joe" -> 403 bare for administrators
// wire: - -> 401 challenge who are you?
func admin(ctx iris.Context) {
	u, ok := ctx.Values().Get("user").(*user)
	if !ok || !u.Admin {
		ctx.StopWithText(403, "for administrators")
		return
	}
	ctx.WriteString("hello")
}

// Behind the framework's own guard, too.
//
// wire: :path=/basic/adminBasic Authorization="Basic am9lOmpvZQ==" -> 403 bare for administrators
// wire: :path=/basic/adminBasic -> 401 challenge
func adminBasic(ctx iris.Context) {
	name, _, ok := ctx.Request().BasicAuth()
	if !ok || name != "root" {
		ctx.StopWithText(403, "for administrators")
		return
	}
	ctx.WriteString("hello")
}

// Where a request comes from is no identity.
//
// wire: - -> 403 bare not from here
func elsewhere(ctx iris.Context) {
	if ctx.Host() != "shop.example" {
		ctx.StopWithText(403, "not from here")
		return
	}
	ctx.WriteString("hello")
}
