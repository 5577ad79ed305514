package api

const irisPkg = "github.com/kataras/iris/context"

// iris is the lazy model: a status is remembered and leaves with the first byte, or when the last handler has returned. The next
// handler runs only where Next is called, and not after the chain was stopped. Checked against iris v12.2.11.
//
// After Record all can be taken back until the end: nothing is said of what follows it. What stops the chain with a body sends it
// then; an error status without a body gets its page at the end, by OnErrorCode or of iris' own.
func iris() Framework {
	calls := []*Call{
		row(irisPkg, "Context", "StatusCode", Stores, on(Recv), status(0)),
		row(irisPkg, "Context", "NotFound", Stores, on(Recv), code(404)),
		row(irisPkg, "Context", "WriteNotModified", Stores, on(Recv), code(304)),
		row(irisPkg, "Context", "Header", Adds, on(Recv), name(0), value(1)), // an empty value deletes
		row(irisPkg, "Context", "SetCookie", Adds, on(Recv), header("Set-Cookie"), value(0)),
		row(irisPkg, "Context", "UpsertCookie", Adds, on(Recv), header("Set-Cookie"), value(0)),
		row(irisPkg, "Context", "SetCookieKV", Adds, on(Recv), header("Set-Cookie"), value(1)),
		row(irisPkg, "Context", "StopExecution", Aborts, on(Recv)),
		row(irisPkg, "Context", "StopWithStatus", Stores|Aborts, on(Recv), status(0)),
		row(irisPkg, "Context", "StopWithPlainError", Stores|Aborts, on(Recv), status(0)),
		row(irisPkg, "Context", "StopWithText", Commits|Writes|Aborts, on(Recv), status(0), body(1)),
		row(irisPkg, "Context", "StopWithJSON", Commits|Writes|Aborts, on(Recv), status(0), body(1)),
		row(irisPkg, "Context", "StopWithProblem", Commits|Writes|Aborts, on(Recv), status(0), body(1)),
		row(irisPkg, "Context", "StopWithError", Commits|Writes|Aborts, on(Recv), status(0), body(1)), // but for a nil error
		row(irisPkg, "Context", "Render", Commits|Writes, on(Recv), status(0)),
		row(irisPkg, "Context", "Redirect", Commits|Writes|Aborts, on(Recv)),
		row(irisPkg, "Context", "Next", HandsOn, on(Recv)),
		row(irisPkg, "Context", "NextOr", HandsOn, on(Recv)),
		row(irisPkg, "Context", "NextOrNotFound", HandsOn, on(Recv)),
		row(irisPkg, "Context", "Do", HandsOn, on(Recv)),
		row(irisPkg, "Context", "Proceed", HandsOn, on(Recv)),
		row(irisPkg, "Context", "ProceedAndReportIfStopped", HandsOn, on(Recv)),
		row(irisPkg, "Context", "Exec", HandsOn, on(Recv)),
		row(irisPkg, "Context", "Record", Hijacks, on(Recv)),
		row(irisPkg, "Context", "Recorder", Hijacks, on(Recv)),
		row(irisPkg, "Context", "GetStatusCode", Spares|Asks, on(Recv)),
		row(irisPkg, "Context", "ResponseWriter", Wraps, on(Recv)),

		row(irisPkg, "ResponseWriter", "WriteHeader", Stores, on(Recv), status(0)),
		row(irisPkg, "ResponseWriter", "Write", Writes, on(Recv), body(0)),
		row(irisPkg, "ResponseWriter", "StatusCode", Spares|Asks, on(Recv)),
		row(irisPkg, "ResponseWriter", "Written", Spares|Asks, on(Recv)),
	}
	for _, write := range []string{"Write", "WriteString", "Writef", "Text", "HTML", "Binary", "Markdown"} {
		calls = append(calls, row(irisPkg, "Context", write, Writes, on(Recv), body(0)))
	}
	for _, encode := range []string{"JSON", "JSONP", "XML", "YAML", "TextYAML", "Protobuf", "MsgPack", "Problem", "Negotiate"} {
		calls = append(calls, row(irisPkg, "Context", encode, Writes|Early, on(Recv), body(0)))
	}
	for _, send := range []string{"View", "RenderComponent", "StreamWriter", "WriteWithExpiration", "ServeContent", "ServeContentWithRate", "ServeFile",
		"ServeFileWithRate", "SendFile", "SendFileWithRate"} {
		calls = append(calls, row(irisPkg, "Context", send, Writes|Early, on(Recv)))
	}
	return Framework{Name: "iris", Checked: "iris v12.2.11", Model: "lazy until the first byte", Not: "the error codes of x/errors", Calls: calls, Contexts: []Context{{Pkg: irisPkg, Type: "Context", Set: "%s.Header(%s, %s)"}}}
}

// irisSources: checked against iris v12.2.11.
func irisSources() []*Source {
	const root, store = "github.com/kataras/iris", "github.com/kataras/iris/core/memstore"
	table := []*Source{
		source(irisPkg, "Context", "GetHeader", Claim, by(InHeader, 0), reads),
		source(irisPkg, "Context", "GetCookie", Credential, by(InCookie, 0), reads),
		source(irisPkg, "Context", "GetRequestCookie", Credential, by(InCookie, 0), reads),
		source(store, "Store", "Set", 0, keeps(0, 1)),
		source(store, "Store", "Get", Unknown, by(Kept, 0), reads),
		source(store, "Store", "GetString", Unknown, by(Kept, 0), reads),
		source(irisPkg, "Context", "User", Identity, reads),
		source(irisPkg, "Context", "RemoteAddr", Peer, reads),
		source(irisPkg, "Context", "Method", Peer, reads),
		source(irisPkg, "Context", "Path", Peer, reads),
		source(irisPkg, "Context", "Host", Peer, reads),
		source(irisPkg, "Context", "IsAjax", Peer, reads),
		source(irisPkg, "Context", "IsSSL", Peer, reads),
		source(irisPkg, "Context", "GetReferrer", Peer, reads),
		source(root+"/middleware/basicauth", "", "New", Unknown, guards),
		source(root+"/middleware/basicauth", "", "Default", Unknown, guards),
		source(root+"/middleware/jwt", "Verifier", "Verify", Unknown, guards),
		source(root+"/middleware/jwt", "", "Get", Identity, reads),
	}
	for _, form := range []string{"URLParam", "URLParamDefault", "URLParamTrim", "URLParamEscape", "URLParamInt", "URLParamExists", "FormValue",
		"FormValueDefault", "PostValue", "PostValues", "PostValueMany", "PostValueTrim", "PostValueDefault", "PostValueString", "PostValueBool",
		"PostValueUint", "PostValueUint8", "PostValueUint16", "PostValueUint32", "PostValueUint64", "PostValueWeekday", "PostValueSimpleDate",
		"URLParamSlice", "URLParamIntDefault", "URLParamInt32Default", "URLParamInt64", "URLParamInt64Default", "URLParamUint64",
		"URLParamFloat64", "URLParamFloat64Default", "URLParamBool", "URLParamBoolDefault"} {
		table = append(table, source(irisPkg, "Context", form, Claim, by(InForm, 0), reads))
	}
	for _, number := range []string{"Int", "Int8", "Int16", "Int32", "Int64", "Float32", "Float64", "Complex64", "Complex128"} {
		table = append(table, source(irisPkg, "Context", "PostValue"+number, Claim, by(InForm, 0), reads),
			source(irisPkg, "Context", "PostValue"+number+"Default", Claim, by(InForm, 0), reads))
	}
	table = append(table, source(irisPkg, "Context", "PostValueTime", Claim, by(InForm, 1), reads))
	for _, claim := range []string{"Params", "URLParams", "URLParamsSorted", "FormValues", "FormFile", "FormFiles", "ReadJSONStream", "ReadMultipartRelated", "GetBody", "UnmarshalBody", "ReadJSON", "ReadXML", "ReadYAML",
		"ReadForm", "ReadQuery", "ReadHeaders", "ReadParams", "ReadURL", "ReadBody", "ReadMsgPack", "ReadProtobuf", "ReadJSONProtobuf"} {
		table = append(table, source(irisPkg, "Context", claim, Claim, reads))
	}
	return table
}
