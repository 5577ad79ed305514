package onhertz

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
)

// guard lets only somebody through who is known.
func guard(ctx context.Context, c *app.RequestContext) {
	u := caller(c)
	if u == nil {
		c.Header("WWW-Authenticate", realm)
		c.AbortWithStatusJSON(401, "who are you?")
		return
	}
	c.Set("user", u)
	c.Next(ctx)
}

// The answer does not stop the chain: the handler after it runs, too, and adds its body.
//
// wire: - -> 401 challenge the secret
func falls(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		c.JSON(401, "who are you?") // want "denial-falls-through: this 401 does not stop the chain: the next handler runs all the same: call Abort here$"
		return
	}
	c.Next(ctx)
}

// It calls no Next, but is registered before another handler.
//
// wire: - -> 401 challenge the secret
func fallsWithoutNext(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		c.Status(401) // want "denial-falls-through: this 401 does not stop the chain"
	}
}

// wire: - -> 401 challenge the secret
func fallsInto(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		c.JSON(401, "who are you?") // want "denial-falls-through: after this 401 the request goes on to the next handler"
	}
	c.Next(ctx)
}

// wire: - -> 401 challenge who are you?
// wire: Authorization="Bearer joe" -> 200 bare the secret
func stops(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		c.JSON(401, "who are you?")
		c.Abort()
		return
	}
	c.Next(ctx)
}

// Next runs nothing after Abort.
//
// wire: - -> 401 challenge (empty)
func stopped(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		c.AbortWithStatus(401)
	}
	c.Next(ctx)
}
