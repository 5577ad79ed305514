package api

const (
	beegoPkg     = "github.com/beego/beego/server/web"
	beegoContext = "github.com/beego/beego/server/web/context"
)

// beego keeps two statuses: that of its Output is remembered, and leaves with Output's body or when the controller has returned; that
// of the ResponseWriter leaves at once, and so does 200 with what is written there. Checked against a snapshot of beego v2.3.10
// (939cfde).
//
// Abort, CustomAbort and StopRun panic. The filters and the controller after a filter run unless something was sent: a status that is
// only remembered stops nobody, and one remembered before StopRun is lost.
func beego() Framework {
	calls := []*Call{
		row(beegoContext, "BeegoOutput", "SetStatus", Stores, on(Recv), status(0)),
		row(beegoContext, "BeegoOutput", "Header", Sets, on(Recv), name(0), value(1)),
		row(beegoContext, "BeegoOutput", "Cookie", Adds, on(Recv), header("Set-Cookie"), value(1)),
		row(beegoContext, "BeegoOutput", "Body", Writes, on(Recv), body(0)),
		row(beegoContext, "BeegoOutput", "Download", Writes|Early, on(Recv)),
		row(beegoContext, "Context", "Abort", Commits|Exits, on(Recv), status(0)),
		row(beegoContext, "Context", "WriteString", Writes|Bypasses, on(Recv), body(0)),
		row(beegoContext, "Context", "Redirect", Commits|Writes, on(Recv), status(0)),
		row(beegoContext, "Context", "SetCookie", Adds, on(Recv), header("Set-Cookie"), value(1)),
		row(beegoContext, "Context", "SetSecureCookie", Adds, on(Recv), header("Set-Cookie"), value(2)),
		row(beegoContext, "Context", "RenderMethodResult", Writes|Early, on(Recv)),
		row(beegoContext, "Response", "WriteHeader", Commits, on(Recv), status(0)),
		row(beegoContext, "Response", "Write", Writes|Bypasses, on(Recv), body(0)),
		row(beegoContext, "Response", "Flush", Writes, on(Recv)),
		row(beegoContext, "Response", "Hijack", Hijacks, on(Recv)),

		row(beegoPkg, "Controller", "Abort", Commits|Writes|Exits, on(Recv), status(0)), // the status as text
		row(beegoPkg, "Controller", "CustomAbort", Commits|Writes|Exits, on(Recv), status(0), body(1)),
		row(beegoPkg, "Controller", "StopRun", Exits),
		row(beegoPkg, "Controller", "Redirect", Commits|Writes, on(Recv), status(1)),
		row(beegoPkg, "Controller", "Render", Writes|Early, on(Recv)),
		row(beegoPkg, "Controller", "SetSecureCookie", Adds, on(Recv), header("Set-Cookie"), value(2)),
		row(beegoPkg, "", "Exception", Commits|Writes, on(1), status(0)),
	}
	for _, encode := range []string{"JSON", "JSONP", "XML", "YAML", "Proto", "ServeFormatted"} {
		calls = append(calls, row(beegoContext, "BeegoOutput", encode, Writes|Early, on(Recv), body(0)))
	}
	for _, encode := range []string{"Resp", "JSONResp", "XMLResp", "YamlResp", "ProtoResp"} {
		calls = append(calls, row(beegoContext, "Context", encode, Writes|Early, on(Recv), body(0)))
	}
	for _, encode := range []string{"Resp", "JSONResp", "XMLResp", "YamlResp"} {
		calls = append(calls, row(beegoPkg, "Controller", encode, Writes|Early, on(Recv), body(0)))
	}
	for _, serve := range []string{"ServeJSON", "ServeJSONP", "ServeXML", "ServeYAML", "ServeFormatted"} { // what Data holds
		calls = append(calls, row(beegoPkg, "Controller", serve, Writes|Early, on(Recv)))
	}
	return Framework{Name: "beego", Checked: "beego v2.3.10", Model: "lazy until the first byte", Not: "the body in `c.Data` before ServeJSON", Calls: calls, Contexts: []Context{
		{Pkg: beegoPkg, Type: "Controller", Before: "Prepare", Set: "%s.Ctx.Output.Header(%s, %s)"},
		{Pkg: beegoContext, Type: "Context", Flows: true, StopsWhenSent: true, Repeats: true, Set: "%s.Output.Header(%s, %s)"},
		{Pkg: beegoContext, Type: "BeegoOutput", StatusField: "Status", Set: "%s.Header(%s, %s)"},
		{Pkg: beegoContext, Type: "Response", Set: "%s.Header().Set(%s, %s)"},
	}}
}

// beegoSources: checked against a snapshot of beego v2.3.10 (939cfde).
func beegoSources() []*Source {
	const filter = beegoPkg + "/filter"
	table := []*Source{
		source(beegoContext, "BeegoInput", "Header", Claim, by(InHeader, 0), reads),
		source(beegoContext, "BeegoInput", "Cookie", Credential, by(InCookie, 0), reads),
		source(beegoContext, "BeegoInput", "Query", Claim, by(InForm, 0), reads),
		source(beegoContext, "BeegoInput", "SetData", 0, keeps(0, 1)),
		source(beegoContext, "BeegoInput", "GetData", Unknown, by(Kept, 0), reads),
		source(beegoContext, "BeegoInput", "Session", Unknown, by(Kept, 0), reads),
		source(beegoContext, "Context", "GetCookie", Credential, by(InCookie, 0), reads),
		source(beegoContext, "Context", "CheckXSRFCookie", Proof, reads),
		source(beegoContext, "Context", "XSRFToken", Proof, reads),
		source(beegoPkg, "Controller", "SetSession", 0, keeps(0, 1)),
		source(beegoPkg, "Controller", "GetSession", Unknown, by(Kept, 0), reads),
		source(beegoPkg, "Controller", "CheckXSRFCookie", Proof, reads),
		source(beegoPkg, "Controller", "XSRFToken", Proof, reads),
		source(beegoPkg, "Controller", "IsAjax", Peer, reads),
		source(filter+"/auth", "", "Basic", Unknown, guards),
		source(filter+"/auth", "", "NewBasicAuthenticator", Unknown, guards),
		source(filter+"/apiauth", "", "APIBasicAuth", Unknown, guards),
		source(filter+"/apiauth", "", "APISecretAuth", Unknown, guards),
	}
	for _, get := range []string{"GetString", "GetStrings", "GetInt", "GetInt8", "GetInt16", "GetInt32", "GetInt64", "GetUint8", "GetUint16",
		"GetUint32", "GetUint64", "GetBool", "GetFloat"} {
		table = append(table, source(beegoPkg, "Controller", get, Claim, by(InForm, 0), reads))
	}
	for _, claim := range []string{"Bind", "BindYAML", "BindForm", "BindJSON", "BindProtobuf", "BindXML", "ParseForm", "Input", "GetFile", "GetFiles"} {
		table = append(table, source(beegoPkg, "Controller", claim, Claim, reads))
	}
	for _, claim := range []string{"Bind", "BindYAML", "BindForm", "BindJSON", "BindProtobuf", "BindXML"} {
		table = append(table, source(beegoContext, "Context", claim, Claim, reads))
	}
	for _, claim := range []string{"Param", "Params", "Bind", "CopyBody"} {
		table = append(table, source(beegoContext, "BeegoInput", claim, Claim, reads))
	}
	for _, peer := range []string{"IP", "Proxy", "Host", "Domain", "Port", "Scheme", "Site", "SubDomains", "Method", "URI", "URL", "Protocol", "Is", "IsGet", "IsPost",
		"IsAjax", "IsSecure", "IsWebsocket", "IsUpload", "Referer", "Refer", "UserAgent"} {
		table = append(table, source(beegoContext, "BeegoInput", peer, Peer, reads))
	}
	return table
}
