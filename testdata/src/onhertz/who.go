package onhertz

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
)

// wire: - -> 403 bare who are you?
func nobody(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.AbortWithStatusJSON(403, "who are you?") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .missing, wrong or unknown: the Authorization header.: answer 401 with a challenge"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 403 bare no session
func noSession(ctx context.Context, c *app.RequestContext) {
	if len(c.Cookie("session")) == 0 {
		c.JSON(403, "no session") // want "forbidden-unauthenticated: "
		return
	}
	c.String(200, "hello")
}

// The header in the request's own field.
//
// wire: - -> 403 bare no token
func noToken(ctx context.Context, c *app.RequestContext) {
	if c.Request.Header.Get("Authorization") == "" {
		c.JSON(403, "no token") // want "forbidden-unauthenticated: "
		return
	}
	c.String(200, "hello")
}

// wire: Authorization="Bearer joe" -> 401 challenge for administrators
func lacking(ctx context.Context, c *app.RequestContext) {
	u := caller(c)
	c.Header("WWW-Authenticate", realm)
	if u == nil {
		c.JSON(401, "who are you?")
		return
	}
	if !u.Admin {
		c.JSON(401, "for administrators") // want "unauthorized-authenticated: "
		return
	}
	c.String(200, "hello")
}

// wire: Authorization="Bearer joe" -> 403 challenge for administrators
func challenged(ctx context.Context, c *app.RequestContext) {
	u := caller(c)
	if u == nil {
		c.Header("WWW-Authenticate", realm)
		c.JSON(401, "who are you?")
		return
	}
	if !u.Admin {
		c.Header("WWW-Authenticate", realm)
		c.JSON(403, "for administrators") // want "challenge-on-forbidden: "
		return
	}
	c.String(200, "hello")
}

// Behind guard there is a user.
//
// wire: Authorization="Bearer joe" -> 403 bare for administrators
// wire: - -> 401 challenge who are you?
func admin(ctx context.Context, c *app.RequestContext) {
	v, ok := c.Get("user")
	if !ok || !v.(*user).Admin {
		c.JSON(403, "for administrators")
		return
	}
	c.String(200, "hello")
}

// Behind the framework's own guard there is one, too.
//
// wire: Authorization="Basic am9lOmpvZQ==" -> 403 bare for administrators
// wire: - -> 401 challenge
func adminBasic(ctx context.Context, c *app.RequestContext) {
	name, ok := c.Get("user")
	if !ok || name != "root" {
		c.JSON(403, "for administrators")
		return
	}
	c.String(200, "hello")
}

// Where a request comes from is no identity.
//
// wire: - -> 403 bare not from here
func elsewhere(ctx context.Context, c *app.RequestContext) {
	if string(c.Host()) != "shop.example" {
		c.JSON(403, "not from here")
		return
	}
	c.String(200, "hello")
}
