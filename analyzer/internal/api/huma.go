package api

const humaPkg = "github.com/danielgtaylor/huma"

// huma writes what an operation returns: an error with a status, wherever in the chain of errors it is, is sent with that status and
// with the headers of those around it. Checked against huma v2.37.2, with its adapter for net/http.
//
// A middleware has the response, and the next handler as its second argument. When its SetStatus leaves depends on the adapter: at
// once with net/http, with the first byte with gin, with the last handler with fiber; so it is taken to be remembered.
//
// ErrorWithHeaders has no row: what it returns may carry the challenge. Nor has NewError, which is a variable.
func huma() Framework {
	calls := []*Call{
		row(humaPkg, "Context", "SetStatus", Stores, on(Recv), status(0)),
		row(humaPkg, "Context", "SetHeader", Sets, on(Recv), name(0), value(1)),
		row(humaPkg, "Context", "AppendHeader", Adds, on(Recv), name(0), value(1)),
		row(humaPkg, "Context", "BodyWriter", Wraps, on(Recv)),
		row(humaPkg, "Context", "Status", Spares|Asks, on(Recv)),
		row(humaPkg, "", "WriteErr", Commits|Writes, on(1), status(2), body(3)),
		row(humaPkg, "", "WithContext", Wraps, on(0)),
		row(humaPkg, "", "WithValue", Wraps, on(0)),
	}
	for name, n := range map[string]int{
		"Status304NotModified": 304, "Error400BadRequest": 400, "Error401Unauthorized": 401,
		"Error402PaymentRequired": 402, "Error403Forbidden": 403, "Error404NotFound": 404,
		"Error405MethodNotAllowed": 405, "Error406NotAcceptable": 406,
		"Error407ProxyAuthRequired": 407, "Error409Conflict": 409, "Error410Gone": 410,
		"Error412PreconditionFailed": 412, "Error415UnsupportedMediaType": 415,
		"Error422UnprocessableEntity": 422, "Error429TooManyRequests": 429,
		"Error500InternalServerError": 500, "Error501NotImplemented": 501,
		"Error502BadGateway": 502, "Error503ServiceUnavailable": 503,
		"Error504GatewayTimeout": 504,
	} {
		calls = append(calls, row(humaPkg, "", name, MakesError, makes("ErrorModel"), code(n)))
	}
	return Framework{Name: "huma", Checked: "huma v2.37.2", Model: "error value", Not: "a program that replaces huma.NewError with one whose errors bring headers", Calls: calls, Contexts: []Context{{Pkg: humaPkg, Type: "Context", Set: "%s.SetHeader(%s, %s)"}},
		Errors: []ErrorType{{Pkg: humaPkg, Type: "ErrorModel", Field: "Status", By: "huma", Wrapped: true, Apart: true, Hook: "NewError", Unless: "GetHeaders"}}}
}

// humaSources: checked against huma v2.37.2. What an operation is given is a struct with tags, which name its places in the request.
func humaSources() []*Source {
	table := []*Source{
		source(humaPkg, "Context", "Header", Claim, by(InHeader, 0), reads),
		source(humaPkg, "Context", "Query", Claim, by(InForm, 0), reads),
		source(humaPkg, "Context", "Param", Claim, reads),
		source(humaPkg, "Context", "BodyReader", Claim, reads),
		source(humaPkg, "Context", "GetMultipartForm", Claim, reads),
		source(humaPkg, "Context", "Operation", Server, reads),
		source(humaPkg, "", "ReadCookie", Credential, by(InCookie, 1), reads),
		source(humaPkg, "", "ReadCookies", Credential, reads),
		source(humaPkg, "", "WithValue", 0, keeps(1, 2)),
	}
	for _, peer := range []string{"Method", "Host", "RemoteAddr", "URL", "Version", "TLS"} {
		table = append(table, source(humaPkg, "Context", peer, Peer, reads))
	}
	return table
}
