package oniris

import (
	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/basicauth"
)

// Routes registers each handler under its name.
func Routes(r iris.Party) {
	for path, handler := range map[string]iris.Handler{
		"/bareText": bareText, "/bareJSON": bareJSON, "/bareError": bareError, "/bareStatus": bareStatus, "/bareStored": bareStored,
		"/bareWriter": bareWriter, "/byHelper": byHelper, "/late": late, "/inTime": inTime, "/set": set, "/recorded": recorded,
		"/malformed": malformed, "/lacking": lacking, "/elsewhere": elsewhere, "/okError": okError, "/notFound": notFound,
		"/okText": okText, "/lateStatus": lateStatus,
	} {
		r.Any(path, handler)
	}
	r.Any("/nobody", nobody)
	r.Any("/falls", falls, secret)
	r.Any("/stopped", stopped, secret)
	r.Any("/stops", stops, secret)
	r.Any("/admin", guard, admin)
	basic := r.Party("/basic")
	basic.Use(basicauth.Default(map[string]string{"joe": "joe"}))
	basic.Any("/adminBasic", adminBasic)
}
