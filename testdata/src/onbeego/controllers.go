package onbeego

import (
	"net/http"

	"github.com/beego/beego/v2/server/web/context"
)

// wire: - -> 401 bare who are you?
// wire: Authorization="Bearer joe" -> 200 bare hello
func (c *controller) BareCustom() {
	if caller(c.Ctx) == nil {
		c.CustomAbort(http.StatusUnauthorized, "who are you?") // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path: the client cannot know how to authenticate$"
	}
	c.Ctx.WriteString("hello")
}

// The status is a text; beego has a page for it.
//
// wire: - -> 401 bare
func (c *controller) BareAbort() {
	if caller(c.Ctx) == nil {
		c.Abort("401") // want "missing-challenge: 401"
	}
	c.Ctx.WriteString("hello")
}

// A status that is no number is 200.
//
// wire: - -> 200 bare Unauthorized
func (c *controller) NoNumber() {
	if caller(c.Ctx) == nil {
		c.Abort("Unauthorized")
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func (c *controller) BareJSON() {
	if caller(c.Ctx) == nil {
		c.Ctx.Output.SetStatus(401) // want "missing-challenge: this 401"
		c.JSONResp("who are you?")
		return
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func (c *controller) BareField() {
	if caller(c.Ctx) == nil {
		c.Ctx.Output.Status = 401 // want "missing-challenge: this 401"
		c.JSONResp("who are you?")
		return
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 401 challenge who are you?
func (c *controller) ChallengeField() {
	if caller(c.Ctx) == nil {
		c.Ctx.Output.Status = 401
		c.Ctx.Output.Header("WWW-Authenticate", realm)
		c.JSONResp("who are you?")
		return
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 401 bare (empty)
func (c *controller) BareStatus() {
	if caller(c.Ctx) == nil {
		c.Ctx.Output.SetStatus(401) // want "missing-challenge: this 401"
		return
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func (c *controller) BareServed() {
	if caller(c.Ctx) == nil {
		c.Data["json"] = "who are you?"
		c.Ctx.Output.SetStatus(401) // want "missing-challenge: this 401"
		c.ServeJSON()
		return
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func (c *controller) BareWriter() {
	if caller(c.Ctx) == nil {
		http.Error(c.Ctx.ResponseWriter, "who are you?", 401) // want "missing-challenge: 401"
		return
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 401 bare who are you?
func (c *controller) ByHelper() {
	c.require()
	c.Ctx.WriteString("hello")
}

// wire: by ByHelper
func (c *controller) require() {
	if caller(c.Ctx) == nil {
		c.CustomAbort(401, "who are you?") // want "missing-challenge: 401"
	}
}

// wire: - -> 401 bare who are you?
func (c *controller) ByStatus() {
	if caller(c.Ctx) == nil {
		c.fail(401, "who are you?") // want "missing-challenge: 401"
	}
	c.Ctx.WriteString("hello")
}

func (c *controller) fail(status int, text string) { c.CustomAbort(status, text) }

// wire: - -> 401 challenge who are you?
// wire: Authorization="Bearer joe" -> 200 bare hello
func (c *controller) Challenge() {
	if caller(c.Ctx) == nil {
		c.Ctx.Output.Header("WWW-Authenticate", realm)
		c.CustomAbort(401, "who are you?")
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 401 challenge
func (c *controller) ChallengePage() {
	if caller(c.Ctx) == nil {
		c.Ctx.ResponseWriter.Header().Set("WWW-Authenticate", realm)
		c.Abort("401")
	}
	c.Ctx.WriteString("hello")
}

// What is remembered leaves with the body: the header is in time.
//
// wire: - -> 401 challenge who are you?
func (c *controller) InTime() {
	if caller(c.Ctx) == nil {
		c.Ctx.Output.SetStatus(401)
		c.Ctx.Output.Header("WWW-Authenticate", realm)
		c.JSONResp("who are you?")
		return
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 401 challenge
func (c *controller) Malformed() {
	if caller(c.Ctx) == nil {
		c.Ctx.Output.Header("WWW-Authenticate", "Basic realm=the shop") // want "malformed-challenge: "
		c.CustomAbort(401, "who are you?")
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 403 bare who are you?
func (c *controller) Nobody() {
	if caller(c.Ctx) == nil {
		c.CustomAbort(403, "who are you?") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 403 bare no session
func (c *controller) NoSession() {
	if c.Ctx.Input.Cookie("session") == "" {
		c.CustomAbort(403, "no session") // want "forbidden-unauthenticated: "
	}
	c.Ctx.WriteString("hello")
}

// wire: Authorization="Bearer joe" -> 401 challenge for administrators
func (c *controller) Lacking() {
	c.Ctx.Output.Header("WWW-Authenticate", realm)
	u := caller(c.Ctx)
	if u == nil {
		c.CustomAbort(401, "who are you?")
	}
	if !u.Admin {
		c.CustomAbort(401, "for administrators") // want "unauthorized-authenticated: "
	}
	c.Ctx.WriteString("hello")
}

// wire: Authorization="Bearer joe" -> 403 bare for administrators
func (c *controller) Admin() {
	u := caller(c.Ctx)
	if u == nil {
		c.Ctx.Output.Header("WWW-Authenticate", realm)
		c.CustomAbort(401, "who are you?")
	}
	if !u.Admin {
		c.CustomAbort(403, "for administrators")
	}
	c.Ctx.WriteString("hello")
}

// Where a request comes from is no identity.
//
// wire: - -> 403 bare not from here
func (c *controller) Elsewhere() {
	if c.Ctx.Input.Host() != "shop.example" {
		c.CustomAbort(403, "not from here")
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 200 bare unknown token
func (c *controller) OkError() {
	_, err := find(c.GetString("token"))
	if err != nil {
		c.JSONResp(map[string]string{"error": err.Error()}) // want "error-as-ok: "
		return
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 404 bare unknown token
func (c *controller) NotFound() {
	_, err := find(c.GetString("token"))
	if err != nil {
		c.CustomAbort(404, err.Error())
	}
	c.Ctx.WriteString("hello")
}

// wire: - -> 200 bare late
func (c *controller) Late() {
	if caller(c.Ctx) == nil {
		c.Ctx.WriteString("late")
		c.Ctx.ResponseWriter.WriteHeader(503) // want "late-status: "
		return
	}
	c.Ctx.WriteString("hello")
}

// A function, and no controller.
//
// wire: - -> 401 bare
func Function(ctx *context.Context) {
	if caller(ctx) == nil {
		ctx.Abort(401, "401") // want "missing-challenge: 401"
	}
	ctx.WriteString("hello")
}

// What the framework has run before it, and what this calls once more, has sent nothing: else nobody would be here.
type prepared struct{ controller }

func (c *prepared) Prepare() {
	if caller(c.Ctx) == nil {
		c.Ctx.Redirect(302, "/login")
	}
}

// wire: - -> 302 bare
// wire: Authorization="Bearer joe" -> 404 bare
func (c *prepared) Prepared() {
	c.Prepare()
	c.Abort("404")
}

// To name the status again that has left changes nothing, and beego does not even warn.
//
// wire: - -> 404 bare no
func namesAgain(ctx *context.Context) {
	ctx.ResponseWriter.WriteHeader(404)
	ctx.WriteString("no")
	ctx.ResponseWriter.WriteHeader(404)
}
