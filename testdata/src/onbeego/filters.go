package onbeego

import "github.com/beego/beego/v2/server/web/context"

// A status that is only remembered stops nobody, and what the next one writes is sent with 200.
//
// wire: - -> 200 challenge the secret
func filterStatus(ctx *context.Context) {
	if caller(ctx) == nil {
		ctx.Output.Header("WWW-Authenticate", realm)
		ctx.Output.SetStatus(401) // want "denial-falls-through: this 401 does not stop the chain: the next handler runs all the same: "
	}
}

// What is sent stops the chain.
//
// wire: - -> 401 challenge who are you?
// wire: Authorization="Bearer joe" -> 200 bare the secret
func filterSends(ctx *context.Context) {
	if caller(ctx) == nil {
		ctx.Output.Header("WWW-Authenticate", realm)
		ctx.Output.SetStatus(401)
		ctx.Output.Body([]byte("who are you?"))
	}
}

// wire: - -> 401 bare (empty)
func filterBare(ctx *context.Context) {
	if caller(ctx) == nil {
		ctx.ResponseWriter.WriteHeader(401) // want "missing-challenge: 401"
	}
}

// wire: - -> 401 challenge
func filterAborts(ctx *context.Context) {
	u := caller(ctx)
	if u == nil {
		ctx.Output.Header("WWW-Authenticate", realm)
		ctx.Abort(401, "401")
	}
	ctx.Input.SetData("user", u)
}

// Behind filterAborts there is a user.
//
// wire: Authorization="Bearer joe" -> 403 bare for administrators
// wire: - -> 401 challenge
func behindFilter(ctx *context.Context) {
	u, ok := ctx.Input.GetData("user").(*user)
	if !ok || !u.Admin {
		ctx.Output.SetStatus(403)
		ctx.Output.Body([]byte("for administrators"))
		return
	}
	ctx.WriteString("hello")
}

// A status that is remembered is not that of what is written past the output.
//
// wire: - -> 200 challenge unauthorized
func pastOutput(ctx *context.Context) {
	if caller(ctx) == nil {
		ctx.Output.Header("WWW-Authenticate", realm)
		ctx.Output.SetStatus(401)
		ctx.WriteString("unauthorized") // want "error-as-ok: "
		return
	}
	ctx.WriteString("hello")
}
