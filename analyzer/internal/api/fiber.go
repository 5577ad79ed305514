package api

// fiber buffers: nothing leaves before the handler has returned, so the last status wins and a header may be set at any time. What
// stops the chain is not to call Next. An error that a handler returns is sent by the error handler, which keeps the headers and
// takes no notice of a status that was set before. Checked against fiber v2.52.15 and v3.1.0.
func fiber() Framework {
	const pkg = "github.com/gofiber/fiber"
	f := Framework{Name: "fiber", Checked: "fiber v2.52.15 and v3.1.0, contrib/jwt v1.1.2", Model: "buffered, and errors that the error handler sends", Not: "an error handler that another package puts in place of fiber's; WithAutoHandling"}
	for _, t := range []string{"Ctx", "DefaultCtx", "CustomCtx", "Res", "DefaultRes"} {
		f.Contexts = append(f.Contexts, Context{Pkg: pkg, Type: t, Waits: true, Set: "%s.Set(%s, %s)"})
		f.Calls = append(f.Calls, fiberStatus(pkg, t)...)
		f.Calls = append(f.Calls, fiberBodies(pkg, t)...)
		f.Calls = append(f.Calls,
			row(pkg, t, "Set", Sets, on(Recv), name(0), value(1)),
			row(pkg, t, "Append", Adds, on(Recv), name(0), value(1)),
			row(pkg, t, "Type", Wraps, on(Recv)),
			row(pkg, t, "Response", Wraps, on(Recv)),
			row(pkg, t, "RequestCtx", Wraps, on(Recv)))
	}
	for _, t := range []string{"Ctx", "DefaultCtx", "CustomCtx"} {
		f.Calls = append(f.Calls,
			row(pkg, t, "Next", HandsOn, on(Recv)),
			row(pkg, t, "RestartRouting", HandsOn, on(Recv)),
			row(pkg, t, "Context", Wraps, on(Recv)), // in v3 it is a context.Context, which leads nowhere
			row(pkg, t, "Res", Wraps, on(Recv)))
	}
	f.Contexts = append(f.Contexts, Context{Pkg: pkg, Type: "Redirect"})
	f.Calls = append(f.Calls, fiberRedirects(pkg)...)
	f.Calls = append(f.Calls,
		row(pkg, "", "NewError", MakesError, makes("Error"), status(0)),
		row(pkg, "", "DefaultErrorHandler", Stores|Writes|Waits, on(0), carrier(1)))
	f.Calls = append(f.Calls, fiberQuestions(pkg)...)
	f.Hooks = []Hook{
		{Pkg: pkg + "/middleware/keyauth", Type: "Config", Field: "ErrorHandler", Refuses: true, Major: "v3", Challenges: true, Proxies: true}, // after it has run
		{Pkg: pkg + "/middleware/basicauth", Type: "Config", Field: "Unauthorized", Refuses: true},
		{Pkg: "github.com/gofiber/contrib/jwt", Type: "Config", Field: "ErrorHandler", Refuses: true},
	}
	f.Errors = []ErrorType{{Pkg: pkg, Type: "Error", Field: "Code", By: "fiber's error handler", Wrapped: true, Hook: "ErrorHandler", Fallback: "DefaultErrorHandler",
		Vars: fiberErrors()}}
	return f
}

// fiberStatus: Redirect makes an answer of its own in v2; in v3 it is the beginning of a chain, which ends in one.
func fiberStatus(pkg, t string) []*Call {
	calls := []*Call{
		row(pkg, t, "Status", Stores|Wraps, on(Recv), status(0)),
		row(pkg, t, "SendStatus", Stores|Writes|Waits, on(Recv), status(0)), // the text of the status, unless there is a body
		row(pkg, t, "Redirect", Stores|Wraps, on(Recv), code(302)),
		row(pkg, t, "End", Writes, on(Recv)),   // sends what there is, at once
		row(pkg, t, "Drop", Hijacks, on(Recv)), // closes the connection
	}
	if t == "Ctx" {
		calls = append(calls,
			row(pkg, t, "RedirectToRoute", Stores, on(Recv), code(302)),
			row(pkg, t, "RedirectBack", Stores, on(Recv), code(302)))
	}
	return calls
}

// fiberBodies: a body is replaced by the next one, but for those that Write and its like append. None of them touches the status.
func fiberBodies(pkg, t string) []*Call {
	var calls []*Call
	for _, fn := range []string{"JSON", "JSONP", "XML", "CBOR", "MsgPack", "Send", "SendString", "SendStream", "Write", "WriteString",
		"Writef", "AutoFormat"} {
		calls = append(calls, row(pkg, t, fn, Writes|Waits, on(Recv), body(0)))
	}
	for _, fn := range []string{"SendFile", "Download", "SendStreamWriter", "Format"} {
		calls = append(calls, row(pkg, t, fn, Writes|Waits, on(Recv)))
	}
	return append(calls, row(pkg, t, "Render", Writes|Waits|Renders, on(Recv), body(1)))
}

// fiberRedirects: a redirect of v3 keeps its status to itself until it is told where to go. It is 303, or another that redirects.
func fiberRedirects(pkg string) []*Call {
	calls := []*Call{
		row(pkg, "Redirect", "Status", Wraps, on(Recv)),
		row(pkg, "Redirect", "With", Wraps, on(Recv)),
		row(pkg, "Redirect", "WithInput", Wraps, on(Recv)),
	}
	for _, fn := range []string{"To", "Route", "Back"} {
		calls = append(calls, row(pkg, "Redirect", fn, Stores, on(Recv), code(303)))
	}
	return calls
}

// fiberQuestions are functions that are given the context and only ask. A session sets a cookie when it is saved, and nothing else.
func fiberQuestions(pkg string) []*Call {
	const middleware = "/middleware/"
	calls := []*Call{
		row(pkg+middleware+"session", "Store", "Get", Spares, on(0)),
		row(pkg+middleware+"session", "", "FromContext", Spares, on(0)),
		row(pkg+middleware+"basicauth", "", "UsernameFromContext", Spares, on(0)),
		row(pkg+middleware+"keyauth", "", "TokenFromContext", Spares, on(0)),
		row(pkg+middleware+"csrf", "", "TokenFromContext", Spares, on(0)),
		row(pkg+middleware+"requestid", "", "FromContext", Spares, on(0)),
	}
	for _, fn := range []string{"Locals", "Params", "Query", "GetReqHeader", "StoreInContext", "ValueFromContext"} {
		calls = append(calls, row(pkg, "", fn, Spares, on(0)))
	}
	return calls
}

// fiberErrors are the package's errors, each with the status that it is named after.
func fiberErrors() map[string]int {
	return map[string]int{
		"ErrBadRequest": 400, "ErrUnauthorized": 401, "ErrPaymentRequired": 402, "ErrForbidden": 403, "ErrNotFound": 404,
		"ErrMethodNotAllowed": 405, "ErrNotAcceptable": 406, "ErrProxyAuthRequired": 407, "ErrRequestTimeout": 408, "ErrConflict": 409,
		"ErrGone": 410, "ErrLengthRequired": 411, "ErrPreconditionFailed": 412, "ErrRequestEntityTooLarge": 413,
		"ErrRequestURITooLong": 414, "ErrUnsupportedMediaType": 415, "ErrRequestedRangeNotSatisfiable": 416, "ErrExpectationFailed": 417,
		"ErrTeapot": 418, "ErrMisdirectedRequest": 421, "ErrUnprocessableEntity": 422, "ErrLocked": 423, "ErrFailedDependency": 424,
		"ErrTooEarly": 425, "ErrUpgradeRequired": 426, "ErrPreconditionRequired": 428, "ErrTooManyRequests": 429,
		"ErrRequestHeaderFieldsTooLarge": 431, "ErrUnavailableForLegalReasons": 451, "ErrInternalServerError": 500,
		"ErrNotImplemented": 501, "ErrBadGateway": 502, "ErrServiceUnavailable": 503, "ErrGatewayTimeout": 504,
		"ErrHTTPVersionNotSupported": 505, "ErrVariantAlsoNegotiates": 506, "ErrInsufficientStorage": 507, "ErrLoopDetected": 508,
		"ErrNotExtended": 510, "ErrNetworkAuthenticationRequired": 511,
	}
}

// fiberSources: what fiber's context says of the client, and what its middlewares establish. Checked against fiber v2.52.15 and v3.1.0,
// contrib/jwt v1.1.2.
func fiberSources() []*Source {
	const pkg = "github.com/gofiber/fiber"
	table := []*Source{
		source(pkg, "", "Locals", 0, keeps(1, 2)),
		source(pkg, "", "StoreInContext", 0, keeps(1, 2)),
		source(pkg, "", "ValueFromContext", Unknown, by(Kept, 1), reads),
		source(pkg, "", "GetReqHeader", Claim, by(InHeader, 1), reads),
		source(pkg, "", "Query", Claim, by(InForm, 1), reads),
		source(pkg, "", "Params", Claim, reads),
		source(pkg+"/middleware/requestid", "", "FromContext", Peer, reads),
	}
	for _, t := range []string{"Ctx", "DefaultCtx", "Req", "DefaultReq"} {
		table = append(table, fiberRequest(pkg, t)...)
	}
	for _, t := range []string{"Ctx", "DefaultCtx"} {
		table = append(table, fiberContext(pkg, t)...)
	}
	for _, form := range []string{"QueryBool", "QueryFloat", "QueryInt"} { // v2 alone, as what follows
		table = append(table, source(pkg, "Ctx", form, Claim, by(InForm, 0), reads))
	}
	for _, claim := range []string{"AllParams", "BodyParser", "CookieParser", "ParamsInt", "ParamsParser", "QueryParser", "ReqHeaderParser"} {
		table = append(table, source(pkg, "Ctx", claim, Claim, reads))
	}
	for _, claim := range []string{"All", "Body", "CBOR", "Cookie", "Custom", "Form", "Header", "JSON", "MsgPack", "Query", "URI", "XML"} {
		table = append(table, source(pkg, "Bind", claim, Claim, reads))
	}
	return append(table, fiberMiddleware(pkg)...)
}

func fiberRequest(pkg, t string) []*Source {
	table := []*Source{
		source(pkg, t, "Get", Claim, by(InHeader, 0), reads),
		source(pkg, t, "Cookies", Credential, by(InCookie, 0), reads),
		source(pkg, t, "Locals", 0, keeps(0, 1)),
	}
	for _, form := range []string{"Query", "FormValue"} {
		table = append(table, source(pkg, t, form, Claim, by(InForm, 0), reads))
	}
	for _, claim := range []string{"Params", "Queries", "Body", "BodyRaw", "FormFile", "MultipartForm"} {
		table = append(table, source(pkg, t, claim, Claim, reads))
	}
	for _, peer := range []string{"Accepts", "AcceptsCharsets", "AcceptsEncodings", "AcceptsLanguages", "AcceptsLanguagesExtended", "Host",
		"Hostname", "Port", "IP", "IPs", "Is", "IsFromLocal", "IsProxyTrusted", "Method", "OriginalURL", "Protocol", "Scheme",
		"Subdomains", "Fresh", "Stale"} {
		table = append(table, source(pkg, t, peer, Peer, reads))
	}
	return table
}

// fiberContext: what the context tells of the request beside what Req does.
func fiberContext(pkg, t string) []*Source {
	table := []*Source{
		source(pkg, t, "Value", Unknown, by(Kept, 0), reads),
		source(pkg, t, "HasHeader", Claim, by(InHeader, 0), reads),
		source(pkg, t, "GetReqHeaders", Claim, reads),
	}
	for _, peer := range []string{"Path", "BaseURL", "FullPath", "FullURL", "Secure", "XHR", "Route", "UserAgent", "Referer", "AcceptLanguage",
		"AcceptEncoding", "AcceptsJSON", "AcceptsHTML", "AcceptsXML", "AcceptsEventStream", "MediaType", "Charset", "IsJSON", "IsForm",
		"IsMultipart", "IsWebSocket", "IsPreflight", "HasBody", "RequestID", "Matched", "IsMiddleware"} {
		table = append(table, source(pkg, t, peer, Peer, reads))
	}
	return table
}

// fiberMiddleware: the guards let nobody through whom they do not know, unless their configuration says Next.
func fiberMiddleware(pkg string) []*Source {
	const session = "/middleware/session"
	return []*Source{
		source(pkg+"/middleware/basicauth", "", "New", Unknown, guards),
		source(pkg+"/middleware/keyauth", "", "New", Unknown, guards),
		source("github.com/gofiber/contrib/jwt", "", "New", Unknown, guards),
		source(pkg+"/middleware/basicauth", "", "UsernameFromContext", Identity, reads),
		source(pkg+"/middleware/keyauth", "", "TokenFromContext", Identity, reads),

		// Without a cookie these yield a new session and no error.
		source(pkg+session, "Store", "Get", Identity, reads),
		source(pkg+session, "Store", "GetByID", Identity, reads),
		source(pkg+session, "", "FromContext", Identity, reads),
		source(pkg+session, "Session", "Get", Identity, reads),
		source(pkg+session, "Middleware", "Get", Identity, reads),

		source(pkg+"/middleware/csrf", "", "TokenFromContext", Proof, reads),
	}
}
