// Package onpocketbase holds handlers and middlewares of pocketbase.
package onpocketbase

import (
	"strings"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/router"
)

const realm = `Bearer realm="x"`

type user struct{ Admin bool }

var users = map[string]*user{"root": {true}, "joe": {false}}

// caller finds whose token it is.
func caller(e *core.RequestEvent) *user {
	token, ok := strings.CutPrefix(e.Request.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

func bareError(e *core.RequestEvent) error {
	if caller(e) == nil {
		return e.UnauthorizedError("who are you?", nil) // want "missing-challenge: pocketbase's router sends this 401 with no WWW-Authenticate header: the client cannot know how to authenticate .medium.$"
	}
	return e.String(200, "hello")
}

func bareAlias(e *core.RequestEvent) error {
	if caller(e) == nil {
		return apis.NewUnauthorizedError("who are you?", nil) // want "missing-challenge: pocketbase's router sends this 401"
	}
	return e.String(200, "hello")
}

func bareStatus(e *core.RequestEvent) error {
	if caller(e) == nil {
		return e.Error(401, "who are you?", nil) // want "missing-challenge: pocketbase's router sends this 401"
	}
	return e.String(200, "hello")
}

func bareJSON(e *core.RequestEvent) error {
	if caller(e) == nil {
		return e.JSON(401, "who are you?") // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path"
	}
	return e.String(200, "hello")
}

// The headers stay with the error.
func challenged(e *core.RequestEvent) error {
	if caller(e) == nil {
		e.Response.Header().Set("WWW-Authenticate", realm)
		return e.UnauthorizedError("who are you?", nil)
	}
	return e.String(200, "hello")
}

func nobody(e *core.RequestEvent) error {
	if e.Auth == nil {
		return e.ForbiddenError("who are you?", nil) // want "forbidden-unauthenticated: "
	}
	return e.String(200, "hello")
}

func nobodyJSON(e *core.RequestEvent) error {
	if e.Auth == nil {
		return e.JSON(403, "who are you?") // want "forbidden-unauthenticated: "
	}
	return e.String(200, "hello")
}

func noToken(e *core.RequestEvent) error {
	if caller(e) == nil {
		return e.ForbiddenError("who are you?", nil) // want "forbidden-unauthenticated: "
	}
	return e.String(200, "hello")
}

// Behind RequireAuth there is somebody.
func known(e *core.RequestEvent) error {
	if e.Auth == nil || !e.Auth.GetBool("admin") {
		return apis.NewForbiddenError("for administrators", nil)
	}
	return e.String(200, "hello")
}

// In the group, too.
func grouped(e *core.RequestEvent) error {
	if e.Auth == nil || !e.Auth.GetBool("admin") {
		return apis.NewForbiddenError("for administrators", nil)
	}
	return e.String(200, "hello")
}

func hello(e *core.RequestEvent) error { return e.String(200, "hello") }

func falls(e *core.RequestEvent) error {
	if caller(e) == nil {
		e.Response.Header().Set("WWW-Authenticate", realm)
		e.JSON(401, "who are you?") // want "denial-falls-through: after this 401 the request goes on to the next handler"
	}
	return e.Next()
}

func stops(e *core.RequestEvent) error {
	if caller(e) == nil {
		e.Response.Header().Set("WWW-Authenticate", realm)
		return e.JSON(401, "who are you?")
	}
	return e.Next()
}

func okError(e *core.RequestEvent) error {
	if caller(e) == nil {
		return e.JSON(200, map[string]string{"error": "who are you?"}) // want "error-as-ok: "
	}
	return e.String(200, "hello")
}

// Routes registers them.
func Routes(r *router.RouterGroup[*core.RequestEvent]) {
	r.GET("/bareError", bareError)
	r.GET("/bareAlias", bareAlias)
	r.GET("/bareStatus", bareStatus)
	r.GET("/bareJSON", bareJSON)
	r.GET("/challenged", challenged)
	r.GET("/nobody", nobody)
	r.GET("/nobodyJSON", nobodyJSON)
	r.GET("/noToken", noToken)
	r.GET("/known", known).Bind(apis.RequireAuth())
	r.GET("/falls", hello).BindFunc(falls)
	r.GET("/stops", hello).BindFunc(stops)
	r.GET("/okError", okError)
	g := r.Group("/g")
	g.Bind(apis.RequireAuth())
	g.GET("/grouped", grouped)
}
