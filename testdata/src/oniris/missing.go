package oniris

import (
	"errors"
	"net/http"

	"github.com/kataras/iris/v12"
)

// wire: - -> 401 bare who are you?
func bareText(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.StopWithText(401, "who are you?") // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path: the client cannot know how to authenticate$"
		return
	}
	ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func bareJSON(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.StopWithJSON(401, iris.Map{"error": "who are you?"}) // want "missing-challenge: 401"
		return
	}
	ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func bareError(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.StopWithError(401, errors.New("who are you?")) // want "missing-challenge: 401"
		return
	}
	ctx.WriteString("hello")
}

// iris writes the status' own text.
//
// wire: - -> 401 bare Unauthorized
func bareStatus(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.StopWithStatus(401) // want "missing-challenge: this 401"
		return
	}
	ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func bareStored(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.StatusCode(401) // want "missing-challenge: this 401"
		ctx.JSON(iris.Map{"error": "who are you?"})
		return
	}
	ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func bareWriter(ctx iris.Context) {
	if caller(ctx) == nil {
		http.Error(ctx.ResponseWriter(), "who are you?", 401) // want "missing-challenge: 401"
		return
	}
	ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func byHelper(ctx iris.Context) {
	if caller(ctx) == nil {
		deny(ctx, 401) // want "missing-challenge: 401"
		return
	}
	ctx.WriteString("hello")
}

func deny(ctx iris.Context, status int) { ctx.StopWithText(status, "who are you?") }

// wire: - -> 401 bare who are you?
func late(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.StopWithText(401, "who are you?") // want "missing-challenge: the WWW-Authenticate header is set too late"
		ctx.Header("WWW-Authenticate", realm)
		return
	}
	ctx.WriteString("hello")
}

// What is remembered has not left.
//
// wire: - -> 401 challenge
func inTime(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.StopWithStatus(401)
		ctx.Header("WWW-Authenticate", realm)
		return
	}
	ctx.WriteString("hello")
}

// wire: - -> 401 challenge who are you?
func set(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.Header("WWW-Authenticate", realm)
		ctx.StopWithJSON(401, iris.Map{"error": "who are you?"})
		return
	}
	ctx.WriteString("hello")
}

// After Record nothing has left before the end.
//
// wire: - -> 401 challenge who are you?
func recorded(ctx iris.Context) {
	ctx.Record()
	if caller(ctx) == nil {
		ctx.StopWithText(401, "who are you?")
		ctx.ResponseWriter().Header().Set("WWW-Authenticate", realm)
		return
	}
	ctx.WriteString("hello")
}

// wire: - -> 401 challenge
func malformed(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.Header("WWW-Authenticate", "Basic realm=the shop") // want "malformed-challenge: "
		ctx.StopWithText(401, "who are you?")
		return
	}
	ctx.WriteString("hello")
}
