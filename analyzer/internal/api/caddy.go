package api

// caddy is net/http's model, with errors: a handler's error goes to the routes for errors, or is sent with its status and no body; what
// the handler has set as headers stays. Checked against caddy v2.11.9.
func caddy() Framework {
	const pkg = "github.com/caddyserver/caddy/modules/caddyhttp"
	return Framework{Name: "caddy", Checked: "caddy v2.11.9", Model: "error value", Not: "modules that replace the error handler",
		Calls:  []*Call{row(pkg, "", "Error", MakesError, makes("HandlerError"), status(0))}, // an inner HandlerError keeps its status
		Errors: []ErrorType{{Pkg: pkg, Type: "HandlerError", Field: "StatusCode", By: "caddy", Wrapped: true}},
	}
}
