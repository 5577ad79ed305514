package api

// gin is the lazy model: a status is remembered and leaves with the first byte, with AbortWithStatus, or when the last handler has
// returned. The next handler runs unless the chain was aborted. Checked against gin v1.12.0.
func gin() Framework {
	const pkg = "github.com/gin-gonic/gin"
	calls := []Call{
		row(pkg, "Context", "Status", Stores, on(Recv), status(0)),
		row(pkg, "Context", "Header", Sets, on(Recv), name(0), value(1)), // an empty value deletes
		row(pkg, "Context", "SetCookie", Adds, on(Recv), header("Set-Cookie"), value(1)),
		row(pkg, "Context", "SetCookieData", Adds, on(Recv), header("Set-Cookie"), value(0)),
		row(pkg, "Context", "AbortWithStatus", Commits|Aborts, on(Recv), status(0)),
		row(pkg, "Context", "AbortWithError", Commits|Aborts, on(Recv), status(0)),
		row(pkg, "Context", "AbortWithStatusJSON", Commits|Writes|Aborts, on(Recv), status(0), body(1)),
		row(pkg, "Context", "AbortWithStatusPureJSON", Commits|Writes|Aborts, on(Recv), status(0), body(1)),
		row(pkg, "Context", "Abort", Aborts, on(Recv)),
		row(pkg, "Context", "Next", HandsOn, on(Recv)),
		row(pkg, "Context", "HTML", Commits|Writes, on(Recv), status(0), body(2)),
		row(pkg, "Context", "String", Commits|Writes, on(Recv), status(0), body(1)),
		row(pkg, "Context", "Data", Commits|Writes, on(Recv), status(0), body(2)),
		row(pkg, "Context", "DataFromReader", Commits|Writes, on(Recv), status(0)),
		row(pkg, "Context", "Render", Commits|Writes, on(Recv), status(0)),
		row(pkg, "Context", "Redirect", Commits|Writes, on(Recv), status(0)),
		row(pkg, "Context", "Negotiate", Commits|Writes, on(Recv), status(0)),
		row(pkg, "Context", "File", Commits|Writes, on(Recv)),
		row(pkg, "Context", "FileAttachment", Commits|Writes, on(Recv)),
		row(pkg, "Context", "FileFromFS", Commits|Writes, on(Recv)),
		row(pkg, "Context", "SSEvent", Writes, on(Recv)),
		row(pkg, "Context", "Stream", Writes, on(Recv)),

		row(pkg, "ResponseWriter", "WriteHeader", Stores, on(Recv), status(0)),
		row(pkg, "ResponseWriter", "WriteHeaderNow", Writes, on(Recv)),
		row(pkg, "ResponseWriter", "Write", Writes, on(Recv), body(0)),
		row(pkg, "ResponseWriter", "WriteString", Writes, on(Recv), body(0)),
		row(pkg, "ResponseWriter", "Status", Spares|Asks, on(Recv)),
		row(pkg, "ResponseWriter", "Written", Spares|Asks, on(Recv)),
		row(pkg, "ResponseWriter", "Size", Spares|Asks, on(Recv)),
	}
	for _, encoder := range []string{"JSON", "IndentedJSON", "SecureJSON", "JSONP", "AsciiJSON", "PureJSON", "XML", "YAML", "TOML",
		"ProtoBuf", "BSON"} {
		calls = append(calls, row(pkg, "Context", encoder, Commits|Writes, on(Recv), status(0), body(1)))
	}
	for _, binder := range []string{"Bind", "BindJSON", "BindXML", "BindQuery", "BindYAML", "BindTOML", "BindPlain", "BindHeader",
		"BindUri", "MustBindWith", "BindWith"} {
		calls = append(calls, row(pkg, "Context", binder, Fails|Aborts, on(Recv), code(400)))
	}
	return Framework{Name: "gin", Calls: calls, Contexts: []Context{{Pkg: pkg, Type: "Context", Flows: true, Set: "%s.Header(%s, %s)"}}}
}
