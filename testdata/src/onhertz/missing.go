package onhertz

import (
	"context"
	"net/http"

	"github.com/cloudwego/hertz/pkg/app"
)

// wire: - -> 401 bare who are you?
func bareJSON(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.JSON(http.StatusUnauthorized, map[string]string{"error": "who are you?"}) // want "missing-challenge: this 401 is sent with no WWW-Authenticate header: the client cannot know how to authenticate$"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare (empty)
func bareStatus(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Status(401) // want "missing-challenge: this 401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare (empty)
func bareAbort(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.AbortWithStatus(401) // want "missing-challenge: this 401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare who are you?
func bareBody(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.SetStatusCode(401) // want "missing-challenge: this 401"
		c.SetBodyString("who are you?")
		return
	}
	c.String(200, "hello")
}

// The field Response is the same response.
//
// wire: - -> 401 bare who are you?
func bareField(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Response.SetStatusCode(401) // want "missing-challenge: this 401"
		c.Response.SetBodyString("who are you?")
		return
	}
	c.String(200, "hello")
}

// AbortWithMsg begins with an empty response.
//
// wire: - -> 401 bare who are you?
func lost(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		c.AbortWithMsg("who are you?", 401) // want "missing-challenge: this 401 is sent with no WWW-Authenticate header"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare who are you?
func emptied(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", "")
		c.AbortWithStatusJSON(401, "who are you?") // want "missing-challenge: this 401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare who are you?
func byHelper(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		deny(c, 401) // want "missing-challenge: this 401"
		return
	}
	c.String(200, "hello")
}

func deny(c *app.RequestContext, status int) {
	c.AbortWithStatusJSON(status, "who are you?")
}

// Nothing has left before the handler returns: the order does not matter.
//
// wire: - -> 401 challenge who are you?
func after(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.JSON(401, "who are you?")
		c.Header("WWW-Authenticate", realm)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge who are you?
func afterMsg(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.AbortWithMsg("who are you?", 401)
		c.Header("WWW-Authenticate", realm)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge who are you?
func inField(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Response.Header.Set("WWW-Authenticate", realm)
		c.AbortWithStatusJSON(401, "who are you?")
		return
	}
	c.String(200, "hello")
}

// The last status is what is sent.
//
// wire: - -> 404 bare nothing here
func last(ctx context.Context, c *app.RequestContext) {
	c.Status(401)
	c.String(404, "nothing here")
}

// wire: - -> 401 challenge
func malformed(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", "Basic realm=the shop") // want "malformed-challenge: "
		c.AbortWithStatusJSON(401, "who are you?")
		return
	}
	c.String(200, "hello")
}
