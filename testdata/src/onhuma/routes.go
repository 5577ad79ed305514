package onhuma

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// Routes registers each operation under its name.
func Routes(api huma.API) {
	for path, operation := range map[string]func(context.Context, *input) (*output, error){
		"/bare": bare, "/bareWrapped": bareWrapped, "/bareModel": bareModel, "/bareProxy": bareProxy, "/byHelper": byHelper,
		"/withHeaders": withHeaders, "/plain": plain, "/hidden": hidden, "/nobody": nobody, "/noSession": noSession, "/lacking": lacking,
		"/admin": admin,
	} {
		huma.Get(api, path, operation)
	}
	m := middlewares{api}
	behind := func(path string, middleware func(huma.Context, func(huma.Context)), operation func(context.Context, *input) (*output, error)) {
		huma.Register(api, huma.Operation{OperationID: path, Method: http.MethodGet, Path: path, Middlewares: huma.Middlewares{middleware}}, operation)
	}
	huma.Register(api, huma.Operation{OperationID: "guarded", Method: http.MethodGet, Path: "/guarded", Middlewares: huma.Middlewares{m.guard}}, guarded)
	for path, middleware := range map[string]func(huma.Context, func(huma.Context)){
		"/bareWritten": m.bareWritten, "/bareStatus": m.bareStatus, "/bareEmpty": m.bareEmpty, "/falls": m.falls, "/stops": m.stops,
		"/nobodyWritten": m.nobodyWritten, "/elsewhere": m.elsewhere, "/malformed": m.malformed, "/okText": m.okText,
	} {
		behind(path, middleware, hello)
	}
}
