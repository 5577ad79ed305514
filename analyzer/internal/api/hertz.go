package api

const (
	hertzPkg      = "github.com/cloudwego/hertz/pkg/app"
	hertzProtocol = "github.com/cloudwego/hertz/pkg/protocol" // the response in a context
)

// hertz buffers: nothing leaves before the last handler has returned, and the last status wins. As in gin the next handler runs
// unless the chain was aborted. Checked against hertz v0.10.4.
//
// AbortWithMsg, NotFound and NotModified begin with an empty response: what was set before is lost.
func hertz() Framework {
	calls := []*Call{
		row(hertzPkg, "RequestContext", "Status", Stores, on(Recv), status(0)),
		row(hertzPkg, "RequestContext", "SetStatusCode", Stores, on(Recv), status(0)),
		row(hertzPkg, "RequestContext", "Header", Sets, on(Recv), name(0), value(1)), // an empty value deletes
		row(hertzPkg, "RequestContext", "SetCookie", Adds, on(Recv), header("Set-Cookie"), value(1)),
		row(hertzPkg, "RequestContext", "SetPartitionedCookie", Adds, on(Recv), header("Set-Cookie"), value(1)),
		row(hertzPkg, "RequestContext", "Abort", Aborts, on(Recv)),
		row(hertzPkg, "RequestContext", "AbortWithStatus", Stores|Aborts, on(Recv), status(0)),
		row(hertzPkg, "RequestContext", "AbortWithError", Stores|Aborts, on(Recv), status(0)),
		row(hertzPkg, "RequestContext", "AbortWithStatusJSON", Stores|Writes|Waits|Aborts, on(Recv), status(0), body(1)),
		row(hertzPkg, "RequestContext", "AbortWithMsg", Clears|Stores|Writes|Waits|Aborts, on(Recv), status(1), body(0)),
		row(hertzPkg, "RequestContext", "NotFound", Clears|Stores|Writes|Waits, on(Recv), code(404)),
		row(hertzPkg, "RequestContext", "NotModified", Clears|Stores, on(Recv), code(304)),
		row(hertzPkg, "RequestContext", "Next", HandsOn, on(Recv)),
		row(hertzPkg, "RequestContext", "Redirect", Stores, on(Recv), status(0)),
		row(hertzPkg, "RequestContext", "Hijack", Hijacks, on(Recv)),
		row(hertzPkg, "RequestContext", "Flush", Writes, on(Recv)),
		row(hertzPkg, "RequestContext", "HTML", Stores|Writes|Waits|Renders, on(Recv), status(0), body(2)),
		row(hertzPkg, "RequestContext", "Data", Stores|Writes|Waits, on(Recv), status(0), body(2)),
		row(hertzPkg, "RequestContext", "Render", Stores|Writes|Waits, on(Recv), status(0)),
		row(hertzPkg, "RequestContext", "SetBodyStream", Writes|Waits, on(Recv)),
		row(hertzPkg, "RequestContext", "File", Writes|Waits, on(Recv)),
		row(hertzPkg, "RequestContext", "FileFromFS", Writes|Waits, on(Recv)),
		row(hertzPkg, "RequestContext", "FileAttachment", Writes|Waits, on(Recv)),
	}
	for _, encoder := range []string{"JSON", "PureJSON", "IndentedJSON", "XML", "ProtoBuf", "String"} {
		calls = append(calls, row(hertzPkg, "RequestContext", encoder, Stores|Writes|Waits, on(Recv), status(0), body(1)))
	}
	for _, write := range []string{"Write", "WriteString", "SetBodyString"} {
		calls = append(calls, row(hertzPkg, "RequestContext", write, Writes|Waits, on(Recv), body(0)))
	}
	set := "%s.Header(%s, %s)"
	return Framework{Name: "hertz", Checked: "hertz v0.10.4", Model: "buffered", Not: "middlewares of hertz-contrib", Calls: append(calls, hertzResponse()...), Contexts: []Context{
		{Pkg: hertzPkg, Type: "RequestContext", Waits: true, Flows: true, Set: set, Stop: "%s.Abort()"},
		{Pkg: hertzProtocol, Type: "Response", Waits: true},
		{Pkg: hertzProtocol, Type: "ResponseHeader", Waits: true}}}
}

// hertzResponse is the context's field Response, and the headers in it.
func hertzResponse() []*Call {
	const pkg = hertzProtocol
	calls := []*Call{
		row(pkg, "Response", "SetStatusCode", Stores, on(Recv), status(0)),
		row(pkg, "Response", "Reset", Clears, on(Recv)),
		row(pkg, "Response", "BodyWriter", Wraps, on(Recv)),
		row(pkg, "ResponseHeader", "SetStatusCode", Stores, on(Recv), status(0)),
		row(pkg, "ResponseHeader", "Set", Sets, on(Recv), name(0), value(1)),
		row(pkg, "ResponseHeader", "SetBytesV", Sets, on(Recv), name(0), value(1)),
		row(pkg, "ResponseHeader", "SetCanonical", Sets, on(Recv), name(0), value(1)),
		row(pkg, "ResponseHeader", "Add", Adds, on(Recv), name(0), value(1)),
		row(pkg, "ResponseHeader", "SetArgBytes", Sets, on(Recv), name(0), value(1)),
		row(pkg, "ResponseHeader", "AddArgBytes", Adds, on(Recv), name(0), value(1)),
		row(pkg, "ResponseHeader", "SetCookie", Adds, on(Recv), header("Set-Cookie"), value(0)),
		row(pkg, "ResponseHeader", "Del", Deletes, on(Recv), name(0)),
		row(pkg, "ResponseHeader", "DelBytes", Deletes, on(Recv), name(0)),
		row(pkg, "ResponseHeader", "Reset", Clears, on(Recv)),
	}
	for _, write := range []string{"SetBody", "SetBodyRaw", "SetBodyString", "AppendBody", "AppendBodyString"} {
		calls = append(calls, row(pkg, "Response", write, Writes|Waits, on(Recv), body(0)))
	}
	for _, write := range []string{"SetBodyStream", "SetBodyStreamNoReset"} {
		calls = append(calls, row(pkg, "Response", write, Writes|Waits, on(Recv)))
	}
	return calls
}

// hertzSources: checked against hertz v0.10.4.
func hertzSources() []*Source {
	const request = "github.com/cloudwego/hertz/pkg/protocol"
	table := []*Source{
		source(hertzPkg, "RequestContext", "GetHeader", Claim, by(InHeader, 0), reads),
		source(hertzPkg, "RequestContext", "Cookie", Credential, by(InCookie, 0), reads),
		source(hertzPkg, "RequestContext", "Set", 0, keeps(0, 1)),
		source(hertzPkg, "RequestContext", "Value", Unknown, by(Kept, 0), reads),
		source(hertzPkg+"/middlewares/server/basic_auth", "", "BasicAuth", Unknown, guards),
		source(hertzPkg+"/middlewares/server/basic_auth", "", "BasicAuthForRealm", Unknown, guards),
		source(request, "RequestHeader", "Get", Claim, by(InHeader, 0), reads),
		source(request, "RequestHeader", "Peek", Claim, by(InHeader, 0), reads),
		source(request, "RequestHeader", "Cookie", Credential, by(InCookie, 0), reads),
	}
	for _, get := range []string{"Get", "MustGet", "GetString", "GetBool", "GetInt", "GetInt32", "GetInt64", "GetUint", "GetUint32", "GetUint64",
		"GetFloat32", "GetFloat64", "GetTime", "GetDuration", "GetStringSlice", "GetStringMap", "GetStringMapString", "GetStringMapStringSlice"} {
		table = append(table, source(hertzPkg, "RequestContext", get, Unknown, by(Kept, 0), reads))
	}
	for _, form := range []string{"Query", "DefaultQuery", "GetQuery", "PostForm", "DefaultPostForm", "GetPostForm", "PostFormArray", "GetPostFormArray",
		"FormValue"} {
		table = append(table, source(hertzPkg, "RequestContext", form, Claim, by(InForm, 0), reads))
	}
	for _, claim := range []string{"Param", "FormFile", "MultipartForm", "Bind", "BindAndValidate", "BindJSON", "BindQuery", "BindHeader", "BindPath",
		"BindForm", "BindProtobuf", "BindByContentType", "GetRawData", "Body", "QueryArgs", "PostArgs", "RequestBodyStream"} {
		table = append(table, source(hertzPkg, "RequestContext", claim, Claim, reads))
	}
	for _, peer := range []string{"ClientIP", "RemoteAddr", "Host", "Path", "FullPath", "Method", "IsGet", "IsHead", "IsPost", "UserAgent", "ContentType", "URI",
		"IfModifiedSince"} {
		table = append(table, source(hertzPkg, "RequestContext", peer, Peer, reads))
	}
	return table
}
