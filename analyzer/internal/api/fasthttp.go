package api

// fasthttp buffers: nothing leaves before the handler has returned, so the last status wins. Error and its like begin a new response:
// what was set before them is lost, and what is set after them stays, the reverse of net/http. Checked against fasthttp v1.78.0.
func fasthttp() Framework {
	const pkg = "github.com/valyala/fasthttp"
	f := Framework{Name: "fasthttp", Checked: "fasthttp v1.78.0", Model: "buffered", Not: "TimeoutErrorWithResponse", Contexts: []Context{
		{Pkg: pkg, Type: "RequestCtx", Waits: true, Set: "%s.Response.Header.Set(%s, %s)"},
		{Pkg: pkg, Type: "Response", Waits: true, Set: "%s.Header.Set(%s, %s)"},
		{Pkg: pkg, Type: "ResponseHeader", Waits: true, Set: "%s.Set(%s, %s)"},
	}}
	f.Calls = append(fasthttpContext(pkg), fasthttpHeaders(pkg)...)
	for _, t := range []string{"RequestCtx", "Response"} {
		f.Calls = append(f.Calls,
			row(pkg, t, "SetStatusCode", Stores, on(Recv), status(0)),
			row(pkg, t, "SendFile", Writes|Waits, on(Recv)))
		for _, fn := range []string{"SetBody", "SetBodyString", "SetBodyStream", "SetBodyStreamWriter"} {
			f.Calls = append(f.Calls, row(pkg, t, fn, Writes|Waits, on(Recv), body(0)))
		}
	}
	for _, fn := range []string{"AppendBody", "AppendBodyString", "SetBodyRaw"} {
		f.Calls = append(f.Calls, row(pkg, "Response", fn, Writes|Waits, on(Recv), body(0)))
	}
	f.Calls = append(f.Calls,
		row(pkg, "Response", "BodyWriter", Wraps, on(Recv)),
		row(pkg, "Response", "Reset", Clears, on(Recv)),
		row(pkg, "Response", "StatusCode", Spares|Asks, on(Recv)),
		row(pkg, "Response", "CopyTo", Copies, on(0), value(Recv)), // another server's answer, most often
		row(pkg, "ResponseHeader", "CopyTo", Copies, on(0), value(Recv)),
		row(pkg, "ResponseHeader", "SetStatusCode", Stores, on(Recv), status(0)),
		row(pkg, "ResponseHeader", "StatusCode", Spares|Asks, on(Recv)))
	return f
}

func fasthttpContext(pkg string) []*Call {
	const fresh = Stores | Writes | Waits | Clears
	calls := []*Call{
		row(pkg, "RequestCtx", "Error", fresh, on(Recv), status(1), body(0)),
		row(pkg, "RequestCtx", "NotFound", fresh, on(Recv), code(404)),
		row(pkg, "RequestCtx", "NotModified", Stores|Clears, on(Recv), code(304)),
		row(pkg, "RequestCtx", "TimeoutError", fresh, on(Recv), code(408), body(0)),
		row(pkg, "RequestCtx", "TimeoutErrorWithCode", fresh, on(Recv), status(1), body(0)),
		row(pkg, "RequestCtx", "Success", Writes|Waits, on(Recv), body(1)), // it leaves the status as it is
		row(pkg, "RequestCtx", "SuccessString", Writes|Waits, on(Recv), body(1)),
		row(pkg, "RequestCtx", "Redirect", Stores, on(Recv), status(1)),
		row(pkg, "RequestCtx", "RedirectBytes", Stores, on(Recv), status(1)),
		row(pkg, "RequestCtx", "SendFileBytes", Writes|Waits, on(Recv)),
		row(pkg, "RequestCtx", "SendFileLiteral", Writes|Waits, on(Recv)),
		row(pkg, "RequestCtx", "Hijack", Hijacks, on(Recv)), // after the handler's answer, which nobody takes for one
		row(pkg, "RequestCtx", "Write", Writes|Waits, on(Recv), body(0)),
		row(pkg, "RequestCtx", "WriteString", Writes|Waits, on(Recv), body(0)),
	}
	for _, fn := range []string{"ServeFile", "ServeFileBytes", "ServeFileBytesUncompressed", "ServeFileUncompressed", "ServeFileLiteral",
		"ServeFS", "ServeFSLiteral"} {
		calls = append(calls, row(pkg, "", fn, Writes|Waits, on(0)))
	}
	return calls
}

// fasthttpHeaders: a name or a value may be bytes.
func fasthttpHeaders(pkg string) []*Call {
	calls := []*Call{
		row(pkg, "ResponseHeader", "SetCanonical", Sets, on(Recv), name(0), value(1)),
		row(pkg, "ResponseHeader", "Del", Deletes, on(Recv), name(0)),
		row(pkg, "ResponseHeader", "DelBytes", Deletes, on(Recv), name(0)),
		row(pkg, "ResponseHeader", "Reset", Clears, on(Recv)),
	}
	for _, kind := range []string{"", "BytesK", "BytesV", "BytesKV"} {
		calls = append(calls,
			row(pkg, "ResponseHeader", "Set"+kind, Sets, on(Recv), name(0), value(1)),
			row(pkg, "ResponseHeader", "Add"+kind, Adds, on(Recv), name(0), value(1)))
	}
	return calls
}

// fasthttpSources: what is kept with the request may be a parameter of the path: routers keep them there too.
func fasthttpSources() []*Source {
	const pkg = "github.com/valyala/fasthttp"
	table := []*Source{
		source(pkg, "RequestHeader", "Peek", Claim, by(InHeader, 0), reads),
		source(pkg, "RequestHeader", "PeekAll", Claim, by(InHeader, 0), reads),
		source(pkg, "RequestHeader", "Cookie", Credential, by(InCookie, 0), reads),
		source(pkg, "RequestCtx", "FormValue", Claim, by(InForm, 0), reads),
		source(pkg, "RequestCtx", "SetUserValue", 0, keeps(0, 1)),
		source(pkg, "RequestCtx", "UserValue", Claim, by(Kept, 0), reads),
		source(pkg, "RequestCtx", "Value", Claim, by(Kept, 0), reads),
		source(pkg, "RequestCtx", "TLSConnectionState", Peer, reads),
	}
	for _, arg := range []string{"Peek", "PeekMulti", "Has", "GetBool", "GetUint", "GetUintOrZero", "GetUfloat", "GetUfloatOrZero"} {
		table = append(table, source(pkg, "Args", arg, Claim, by(InForm, 0), reads))
	}
	for _, claim := range []string{"PostBody", "PostArgs", "QueryArgs", "FormFile", "MultipartForm"} {
		table = append(table, source(pkg, "RequestCtx", claim, Claim, reads))
	}
	table = append(table, source(pkg, "Request", "Body", Claim, reads), source(pkg, "Request", "PostArgs", Claim, reads))
	for _, peer := range []string{"Host", "Method", "Path", "URI", "RequestURI", "Referer", "UserAgent", "RemoteAddr", "RemoteIP", "LocalAddr",
		"LocalIP", "IsTLS", "IsGet", "IsPost", "IsPut", "IsDelete", "IsHead", "IsPatch", "IsOptions"} {
		table = append(table, source(pkg, "RequestCtx", peer, Peer, reads))
	}
	for _, peer := range []string{"Host", "Method", "RequestURI", "Referer", "UserAgent", "ContentType"} {
		table = append(table, source(pkg, "RequestHeader", peer, Peer, reads))
	}
	return table
}
