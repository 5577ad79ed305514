package api

// goRestful is net/http's model: what is written leaves at once, and a filter stops the chain by not calling ProcessFilter. Checked
// against go-restful v3.14.0.
//
// The pretty printer, which is the default, marshals first: a value that cannot be marshalled leaves nothing sent. Where nobody can
// write the type that the client asks for, WriteEntity and WriteHeaderAndEntity answer 406 in the place of their status.
func goRestful() Framework {
	const pkg = "github.com/emicklei/go-restful"
	return Framework{Name: "go-restful", Checked: "go-restful v3.14.0", Model: "eager", Not: "filters of the package's own container", Calls: []*Call{
		row(pkg, "Response", "WriteHeader", Commits, on(Recv), status(0)),
		row(pkg, "Response", "Write", Writes, on(Recv), body(0)),
		row(pkg, "Response", "Flush", Writes, on(Recv)),
		row(pkg, "Response", "Hijack", Hijacks, on(Recv)),
		row(pkg, "Response", "AddHeader", Adds|Wraps, on(Recv), name(0), value(1)),
		row(pkg, "Response", "InternalServerError", Commits|Wraps, on(Recv), code(500)),
		row(pkg, "Response", "StatusCode", Spares|Asks, on(Recv)), // 200 where nothing has been sent
		row(pkg, "Response", "ContentLength", Spares|Asks, on(Recv)),

		row(pkg, "Response", "WriteError", Commits|Writes, on(Recv), status(0), body(1)),
		row(pkg, "Response", "WriteErrorString", Commits|Writes, on(Recv), status(0), body(1)),
		row(pkg, "Response", "WriteServiceError", Commits|Writes|Early, on(Recv), status(0), body(1)), // without its headers
		row(pkg, "Response", "WriteHeaderAndEntity", Commits|Writes|Early, on(Recv), status(0), body(1)),
		row(pkg, "Response", "WriteHeaderAndJson", Commits|Writes|Early, on(Recv), status(0), body(1)),
		row(pkg, "Response", "WriteHeaderAndXml", Commits|Writes|Early, on(Recv), status(0), body(1)),
		row(pkg, "Response", "WriteEntity", Writes|Early, on(Recv), body(0)), // 200
		row(pkg, "Response", "WriteAsJson", Writes|Early, on(Recv), body(0)),
		row(pkg, "Response", "WriteAsXml", Writes|Early, on(Recv), body(0)),
		row(pkg, "Response", "WriteJson", Writes|Early, on(Recv), body(0)),

		row(pkg, "", "NewResponse", Wraps, on(0)),
		row(pkg, "FilterChain", "ProcessFilter", HandsOn, on(1)),
		row(pkg, "Container", "ServeHTTP", HandsOn, on(0)),
		row(pkg, "Container", "Dispatch", HandsOn, on(0)),
	}, Contexts: []Context{{Pkg: pkg, Type: "Response", Set: "%s.Header().Set(%s, %s)"}}}
}

// goRestfulSources: checked against go-restful v3.14.0. The net/http request is a field of the request.
func goRestfulSources() []*Source {
	const pkg = "github.com/emicklei/go-restful"
	return []*Source{
		source(pkg, "Request", "HeaderParameter", Claim, by(InHeader, 0), reads),
		source(pkg, "Request", "QueryParameter", Claim, by(InForm, 0), reads),
		source(pkg, "Request", "QueryParameters", Claim, by(InForm, 0), reads),
		source(pkg, "Request", "BodyParameter", Claim, by(InForm, 0), reads),
		source(pkg, "Request", "PathParameter", Claim, reads),
		source(pkg, "Request", "PathParameters", Claim, reads),
		source(pkg, "Request", "ReadEntity", Claim, reads),
		source(pkg, "Request", "SelectedRoutePath", Peer, reads),
		source(pkg, "Request", "SetAttribute", 0, keeps(0, 1)),
		source(pkg, "Request", "Attribute", Unknown, by(Kept, 0), reads),
	}
}
