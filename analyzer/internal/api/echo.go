package api

const (
	echoPkg  = "github.com/labstack/echo"
	echo5Pkg = "github.com/labstack/echo/v5"
)

// echo is the eager model, with errors: what a handler returns is sent by the error handler. Rows hold for both versions, of which
// each lacks some. Checked against echo v4.16.0 and v5.4.4.
func echo() Framework {
	calls := []*Call{
		row(echoPkg, "Context", "NoContent", Commits, on(Recv), status(0)),
		row(echoPkg, "Context", "Redirect", Commits|Early, on(Recv), status(0)),
		row(echoPkg, "Context", "Error", Commits|Writes, on(Recv), carrier(0)),
		row(echoPkg, "Echo", "DefaultHTTPErrorHandler", Commits|Writes, on(1), carrier(0)), // the fifth version makes one
		row(echoPkg, "Context", "SetCookie", Adds, on(Recv), header("Set-Cookie"), value(0)),
		row(echoPkg, "Context", "Response", Wraps, on(Recv)),

		row(echoPkg, "Response", "WriteHeader", Commits, on(Recv), status(0)),
		row(echoPkg, "Response", "Write", Writes, on(Recv), body(0)),
		row(echoPkg, "Response", "Header", GivesHeader, on(Recv)),
		row(echoPkg, "Response", "Flush", Writes, on(Recv)),
		row(echoPkg, "Response", "Hijack", Hijacks, on(Recv)),
		row(echoPkg, "Response", "Unwrap", Wraps, on(Recv)),
		row(echoPkg, "Response", "Before", Hooks, on(Recv)),
		row(echoPkg, "", "NewResponse", Wraps, on(0)),
		row(echoPkg, "", "UnwrapResponse", Wraps|Asks, on(0)), // for what has been sent: the other response does not say
		row(echoPkg, "", "ResolveResponseStatus", Spares, on(0)),

		row(echoPkg, "", "NewHTTPError", MakesError, makes("HTTPError"), status(0)),
		row(echoPkg, "HTTPError", "SetInternal", KeepsError, value(Recv), inner(0)),
		row(echoPkg, "HTTPError", "WithInternal", KeepsError, value(Recv), inner(0)),
		row(echoPkg, "HTTPError", "Wrap", KeepsError, value(Recv)),
		row(echoPkg, "httpError", "Wrap", KeepsError, value(Recv)),
	}
	for _, encoder := range []string{"JSONBlob", "HTML", "HTMLBlob", "String", "XML", "XMLPretty", "XMLBlob"} {
		calls = append(calls, row(echoPkg, "Context", encoder, Commits|Writes, on(Recv), status(0), body(1)))
	}
	for _, encoder := range []string{"JSONP", "JSONPBlob", "Blob", "Stream"} {
		calls = append(calls, row(echoPkg, "Context", encoder, Commits|Writes, on(Recv), status(0), body(2)))
	}
	// These encode or open first, and have sent nothing if that fails.
	for _, encoder := range []string{"JSON", "JSONPretty"} {
		calls = append(calls, row(echoPkg, "Context", encoder, Commits|Writes|Early, on(Recv), status(0), body(1)))
	}
	calls = append(calls, row(echoPkg, "Context", "Render", Commits|Writes|Early|Renders, on(Recv), status(0), body(2)))
	for _, file := range []string{"File", "FileFS", "Attachment", "Inline"} {
		calls = append(calls, row(echoPkg, "Context", file, Commits|Writes|Early, on(Recv)))
	}
	return Framework{Name: "echo", Checked: "echo v4.16.0, echo-jwt v4.4.0, echo-contrib v0.50.1", Model: "eager, and errors that the error handler sends", Not: "an error handler that another package puts in place of echo's", Calls: calls,
		Contexts: []Context{
			{Pkg: echoPkg, Type: "Context", Set: "%s.Response().Header().Set(%s, %s)"},
			{Pkg: echoPkg, Type: "Response", Set: "%s.Header().Set(%s, %s)"},
		},
		Hooks: []Hook{
			{Pkg: echoPkg + "/middleware", Type: "KeyAuthConfig", Field: "ErrorHandler", Refuses: true},
			{Pkg: "github.com/labstack/echo-jwt", Type: "Config", Field: "ErrorHandler", Refuses: true},
		},
		// A type assertion finds it, so what wraps it is a plain error.
		Errors: []ErrorType{{Pkg: echoPkg, Type: "HTTPError", Field: "Code", By: "echo's error handler", Hook: "HTTPErrorHandler", Fallback: "DefaultHTTPErrorHandler",
			Vars: map[string]int{"ErrBadRequest": 400, "ErrUnauthorized": 401, "ErrPaymentRequired": 402, "ErrForbidden": 403, "ErrNotFound": 404,
				"ErrMethodNotAllowed": 405, "ErrProxyAuthRequired": 407, "ErrConflict": 409, "ErrUnprocessableEntity": 422,
				"ErrTooManyRequests": 429, "ErrUnavailableForLegalReasons": 451, "ErrInternalServerError": 500, "ErrNotImplemented": 501,
				"ErrBadGateway": 502, "ErrServiceUnavailable": 503}}},
	}
}

// echo5 is what the fifth version has changed: errors.As finds whatever tells a status, and the variables are of a type of their own.
// Checked against echo v5.4.4.
func echo5() Framework {
	const by, hook, fallback = "echo's error handler", "HTTPErrorHandler", "DefaultHTTPErrorHandler"
	return Framework{Name: "echo v5", Checked: "echo v5.4.4, echo-jwt v5.0.2", Model: "as echo", Not: "error types with StatusCode() in another package", Errors: []ErrorType{
		{Pkg: echo5Pkg, Type: "HTTPError", Field: "Code", By: by, Wrapped: true, Hook: hook, Fallback: fallback},
		{Pkg: echo5Pkg, Type: "httpError", Field: "code", By: by, Wrapped: true, Hook: hook, Fallback: fallback,
			Vars: map[string]int{"ErrBadRequest": 400, "ErrUnauthorized": 401, "ErrForbidden": 403, "ErrNotFound": 404, "ErrMethodNotAllowed": 405,
				"ErrTooManyRequests": 429, "ErrInternalServerError": 500, "ErrBadGateway": 502, "ErrServiceUnavailable": 503}},
		{Pkg: echo5Pkg, Type: "HTTPStatusCoder", Method: "StatusCode", By: by, Wrapped: true, Hook: hook, Fallback: fallback},
	}}
}

// echoSources is what a context says of the client, and which middlewares let only somebody through who is known. Checked against
// echo v4.16.0 and v5.4.4, echo-jwt v4.4.0 and v5.0.2, echo-contrib v0.50.1.
func echoSources() []*Source {
	const jwt, middleware, ignored = "github.com/labstack/echo-jwt", echoPkg + "/middleware", "ContinueOnIgnoredError"
	table := []*Source{
		source(echoPkg, "Context", "Set", 0, keeps(0, 1)),
		source(echoPkg, "Context", "Get", Unknown, by(Kept, 0), reads),
		source(echoPkg, "", "ContextGet", Unknown, by(Kept, 1), reads),
		source(echoPkg, "", "ContextGetOr", Unknown, by(Kept, 1), reads),
		source(echoPkg, "Context", "Cookie", Credential, by(InCookie, 0), reads),
		source(echoPkg, "Context", "Cookies", Credential, reads),

		// A session that is new has no error either.
		source("github.com/labstack/echo-contrib/session", "", "Get", Identity, reads),

		source(middleware, "", "BasicAuth", Unknown, guards),
		source(middleware, "", "BasicAuthWithConfig", Unknown, guards),
		source(middleware, "BasicAuthConfig", "ToMiddleware", Unknown, guards),
		source(middleware, "", "KeyAuth", Unknown, guards),
		source(middleware, "", "KeyAuthWithConfig", Unknown, guards, unless(ignored)),
		source(middleware, "KeyAuthConfig", "ToMiddleware", Unknown, guards, unless(ignored)),
		source(jwt, "", "JWT", Unknown, guards),
		source(jwt, "", "WithConfig", Unknown, guards, unless(ignored)),
		source(jwt, "Config", "ToMiddleware", Unknown, guards, unless(ignored)),
	}
	for _, form := range []string{"QueryParam", "QueryParamOr", "FormValue", "FormValueOr"} {
		table = append(table, source(echoPkg, "Context", form, Claim, by(InForm, 0), reads))
	}
	for _, form := range []string{"QueryParam", "QueryParamOr", "QueryParams", "QueryParamsOr", "FormValue", "FormValueOr", "FormValues", "FormValuesOr"} {
		table = append(table, source(echoPkg, "", form, Claim, by(InForm, 1), reads))
	}
	for _, claim := range []string{"Param", "ParamOr", "ParamNames", "ParamValues", "PathValues", "QueryParams", "QueryString", "FormParams", "FormValues",
		"FormFile", "MultipartForm", "Bind", "Validate", "ValidateCtx"} {
		table = append(table, source(echoPkg, "Context", claim, Claim, reads))
	}
	for _, claim := range []string{"PathParam", "PathParamOr"} {
		table = append(table, source(echoPkg, "", claim, Claim, reads))
	}
	for _, peer := range []string{"RealIP", "Scheme", "IsTLS", "IsWebSocket", "Path"} {
		table = append(table, source(echoPkg, "Context", peer, Peer, reads))
	}
	return table
}
