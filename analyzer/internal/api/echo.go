package api

// echo is the eager model, with errors: what a handler returns is sent by the error handler. Checked against echo v4.16.0 and v5.4.4.
func echo() Framework {
	const pkg = "github.com/labstack/echo"
	calls := []Call{
		row(pkg, "Context", "NoContent", Commits, on(Recv), status(0)),
		row(pkg, "Context", "Redirect", Commits, on(Recv), status(0)),
		row(pkg, "Context", "File", Commits|Writes, on(Recv)),
		row(pkg, "Context", "Attachment", Commits|Writes, on(Recv)),
		row(pkg, "Context", "Inline", Commits|Writes, on(Recv)),
		row(pkg, "Context", "Error", Commits|Writes, on(Recv)),
		row(pkg, "Context", "SetCookie", Adds, on(Recv), header("Set-Cookie"), value(0)),
		row(pkg, "Context", "Response", Wraps, on(Recv)),
		row(pkg, "Response", "WriteHeader", Commits, on(Recv), status(0)),
		row(pkg, "Response", "Write", Writes, on(Recv), body(0)),
		row(pkg, "Response", "Header", GivesHeader, on(Recv)),
		row(pkg, "Response", "Flush", Writes, on(Recv)),
		row(pkg, "Response", "Hijack", Hijacks, on(Recv)),

		row(pkg, "", "NewHTTPError", MakesError, makes("HTTPError"), status(0)),
		row(pkg, "", "NewHTTPErrorWithInternal", MakesError, makes("HTTPError"), status(0)),
		row(pkg, "HTTPError", "SetInternal", KeepsError, value(Recv)),
		row(pkg, "HTTPError", "WithInternal", KeepsError, value(Recv)),
		row(pkg, "HTTPError", "Wrap", KeepsError, value(Recv)),
	}
	for _, encoder := range []string{"JSON", "JSONPretty", "JSONBlob", "HTML", "HTMLBlob", "String", "XML", "XMLPretty", "XMLBlob"} {
		calls = append(calls, row(pkg, "Context", encoder, Commits|Writes, on(Recv), status(0), body(1)))
	}
	for _, encoder := range []string{"JSONP", "JSONPBlob", "Blob", "Stream", "Render"} {
		calls = append(calls, row(pkg, "Context", encoder, Commits|Writes, on(Recv), status(0), body(2)))
	}
	return Framework{Name: "echo", Calls: calls,
		Contexts: []Context{
			{Pkg: pkg, Type: "Context", Set: "%s.Response().Header().Set(%s, %s)"},
			{Pkg: pkg, Type: "Response", Set: "%s.Header().Set(%s, %s)"},
		},
		Errors: []ErrorType{{Pkg: pkg, Type: "HTTPError", Field: "Code", By: "echo's error handler", Hook: "HTTPErrorHandler",
			Vars: map[string]int{"ErrBadRequest": 400, "ErrUnauthorized": 401, "ErrForbidden": 403, "ErrNotFound": 404}}},
	}
}
