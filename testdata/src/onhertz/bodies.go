package onhertz

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
)

// wire: - -> 200 bare unknown token
func okError(ctx context.Context, c *app.RequestContext) {
	_, err := find(c.Query("token"))
	if err != nil {
		c.JSON(200, map[string]string{"error": err.Error()}) // want "error-as-ok: "
		return
	}
	c.String(200, "hello")
}

// wire: - -> 200 bare unauthorized
func okText(ctx context.Context, c *app.RequestContext) {
	if caller(c) == nil {
		c.WriteString("unauthorized") // want "error-as-ok: "
		return
	}
	c.String(200, "hello")
}

// The status may be set after the body.
//
// wire: - -> 403 bare forbidden
func statusAfter(ctx context.Context, c *app.RequestContext) {
	if string(c.Host()) != "shop.example" {
		c.WriteString("forbidden")
		c.SetStatusCode(403)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 404 bare unknown token
func notFound(ctx context.Context, c *app.RequestContext) {
	_, err := find(c.Query("token"))
	if err != nil {
		c.JSON(404, map[string]string{"error": err.Error()})
		return
	}
	c.String(200, "hello")
}
