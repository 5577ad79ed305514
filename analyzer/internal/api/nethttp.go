package api

// netHTTP is the eager model: WriteHeader and the first byte (or a Flush) send what is there, and a handler that writes
// nothing answers 200. A final status is final; 1xx but 101 is none. Checked against go1.26.8.
//
// What a handler's constructor answers (FileServer, StripPrefix, TimeoutHandler …) is reached through [http.Handler].
func netHTTP() Framework {
	return Framework{Name: "net/http", Checked: "go1.26.8", Model: "eager", Calls: []*Call{
		row("net/http", "ResponseWriter", "WriteHeader", Commits, on(Recv), status(0)),
		row("net/http", "ResponseWriter", "Write", Writes, on(Recv), body(0)),
		row("net/http", "ResponseWriter", "Header", GivesHeader, on(Recv)),

		row("net/http", "Header", "Set", Sets, on(Recv), name(0), value(1)),
		row("net/http", "Header", "Add", Adds, on(Recv), name(0), value(1)),
		row("net/http", "Header", "Del", Deletes, on(Recv), name(0)),
		row("net/http", "Header", "Get", Spares, on(Recv), name(0)),
		row("net/http", "Header", "Values", Spares, on(Recv), name(0)),
		row("net/http", "Header", "Clone", Spares, on(Recv)),
		// The writer may be the response: r.Header.Write(w) echoes the request. The header map itself is spared.
		row("net/http", "Header", "Write", Writes, on(0), body(Recv)),
		row("net/http", "Header", "WriteSubset", Writes, on(0), body(Recv)),
		row("net/textproto", "MIMEHeader", "Set", Sets, on(Recv), name(0), value(1)),
		row("net/textproto", "MIMEHeader", "Add", Adds, on(Recv), name(0), value(1)),
		row("net/textproto", "MIMEHeader", "Del", Deletes, on(Recv), name(0)),
		row("net/textproto", "MIMEHeader", "Get", Spares, on(Recv), name(0)),
		row("net/textproto", "MIMEHeader", "Values", Spares, on(Recv), name(0)),
		row("maps", "", "Copy", Copies, on(0), value(1)),
		row("maps", "", "Clone", Spares, on(0)),

		// Error keeps WWW-Authenticate: only Content-Length goes, and Content-Type is its own.
		row("net/http", "", "Error", Commits|Writes, on(0), body(1), status(2)),
		row("net/http", "", "NotFound", Commits|Writes, on(0), code(404)),
		row("net/http", "", "Redirect", Commits|Writes, on(0), status(3)),
		row("net/http", "", "SetCookie", Adds, on(0), header("Set-Cookie"), value(1)), // an invalid cookie is dropped
		row("net/http", "", "ServeContent", Commits|Writes, on(0)),
		row("net/http", "", "ServeFile", Commits|Writes, on(0)),
		row("net/http", "", "ServeFileFS", Commits|Writes, on(0)),
		row("net/http", "", "MaxBytesReader", Spares, on(0)), // the 413 is the handler's to write
		row("net/http", "Request", "Write", Writes|Early, on(0)),
		row("net/http", "Request", "WriteProxy", Writes|Early, on(0)),
		row("net/http", "Response", "Write", Writes, on(0)), // the status line is written first

		row("net/http", "", "NewResponseController", Wraps, on(0)),
		row("net/http", "ResponseController", "Flush", Writes|Early, on(Recv)), // ErrNotSupported
		row("net/http", "ResponseController", "Hijack", Hijacks, on(Recv)),
		row("net/http", "ResponseController", "SetReadDeadline", Spares, on(Recv)),
		row("net/http", "ResponseController", "SetWriteDeadline", Spares, on(Recv)),
		row("net/http", "ResponseController", "EnableFullDuplex", Spares, on(Recv)),
		row("net/http", "Flusher", "Flush", Writes, on(Recv)),
		row("net/http", "Hijacker", "Hijack", Hijacks, on(Recv)),
		row("net/http", "Pusher", "Push", Spares, on(Recv)),
		row("net/http", "CloseNotifier", "CloseNotify", Spares, on(Recv)),

		row("net/http", "Handler", "ServeHTTP", HandsOn, on(0)),
		row("net/http", "HandlerFunc", "ServeHTTP", HandsOn, on(0)),
		row("net/http", "ServeMux", "ServeHTTP", HandsOn, on(0)),
		row("net/http/httputil", "ReverseProxy", "ServeHTTP", HandsOn, on(0)),
		row("net/http/cgi", "Handler", "ServeHTTP", HandsOn, on(0)),
		row("net/http/pprof", "", "Index", HandsOn, on(0)),
		row("net/http/pprof", "", "Cmdline", HandsOn, on(0)),
		row("net/http/pprof", "", "Profile", HandsOn, on(0)),
		row("net/http/pprof", "", "Symbol", HandsOn, on(0)),
		row("net/http/pprof", "", "Trace", HandsOn, on(0)),
		row("net/rpc", "Server", "ServeHTTP", HandsOn, on(0)),

		// Unlike the server, the recorder takes 1xx for final.
		row("net/http/httptest", "ResponseRecorder", "WriteHeader", Commits, on(Recv), status(0)),
		row("net/http/httptest", "ResponseRecorder", "Write", Writes, on(Recv), body(0)),
		row("net/http/httptest", "ResponseRecorder", "WriteString", Writes, on(Recv), body(0)),
		row("net/http/httptest", "ResponseRecorder", "Flush", Writes, on(Recv)),
		row("net/http/httptest", "ResponseRecorder", "Header", GivesHeader, on(Recv)),
		row("net/http/httptest", "ResponseRecorder", "Result", Asks, on(Recv)), // the first Result is kept
	}}
}
