package onhertz

import (
	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/middlewares/server/basic_auth"
	"github.com/cloudwego/hertz/pkg/route"
)

// Routes registers each handler under its name.
func Routes(r *route.RouterGroup) {
	for path, handler := range map[string]app.HandlerFunc{
		"/bareJSON": bareJSON, "/bareStatus": bareStatus, "/bareAbort": bareAbort, "/bareBody": bareBody, "/bareField": bareField,
		"/lost": lost, "/emptied": emptied, "/byHelper": byHelper, "/after": after, "/afterMsg": afterMsg, "/inField": inField, "/last": last,
		"/malformed": malformed, "/noSession": noSession, "/noToken": noToken, "/lacking": lacking, "/challenged": challenged,
		"/elsewhere": elsewhere, "/okError": okError, "/okText": okText, "/statusAfter": statusAfter, "/notFound": notFound,
	} {
		r.Any(path, handler)
	}
	r.Any("/nobody", nobody)
	r.Any("/falls", falls, secret)
	r.Any("/fallsWithoutNext", fallsWithoutNext, secret)
	r.Any("/fallsInto", fallsInto, secret)
	r.Any("/stops", stops, secret)
	r.Any("/stopped", stopped, secret)
	r.Any("/admin", guard, admin)
	basic := r.Group("/")
	basic.Use(basic_auth.BasicAuth(basic_auth.Accounts{"joe": "joe"}))
	basic.Any("/adminBasic", adminBasic)
}
