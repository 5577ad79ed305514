package onbeego

import (
	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"
)

// Routes registers each method, function and filter under its name.
func Routes(app *web.HttpServer) {
	for _, method := range []string{"BareCustom", "BareAbort", "NoNumber", "BareJSON", "BareField", "ChallengeField", "BareStatus", "BareServed", "BareWriter", "ByHelper", "ByStatus",
		"Challenge", "ChallengePage", "InTime", "Malformed", "Nobody", "NoSession", "Lacking", "Admin", "Elsewhere", "OkError", "NotFound", "Late"} {
		app.Router("/"+method, &controller{}, "*:"+method)
	}
	app.Router("/Prepared", &prepared{}, "*:Prepared")
	app.Any("/namesAgain", namesAgain)
	app.Any("/Function", Function)
	app.Any("/pastOutput", pastOutput)
	app.InsertFilter("/filterStatus", web.BeforeRouter, filterStatus)
	app.InsertFilter("/filterSends", web.BeforeRouter, filterSends)
	app.InsertFilter("/filterBare", web.BeforeRouter, filterBare)
	app.InsertFilter("/behindFilter", web.BeforeRouter, filterAborts)
	app.InsertFilter("/filterAborts", web.BeforeRouter, func(ctx *context.Context) { filterAborts(ctx) })
	for _, path := range []string{"/filterStatus", "/filterSends", "/filterBare", "/filterAborts"} {
		app.Any(path, secret)
	}
	app.Any("/behindFilter", behindFilter)
}
