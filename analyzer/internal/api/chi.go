package api

// chi is net/http's model. Checked against go-chi/chi v5.5.0 and go-chi/render v1.0.3.
//
// The status of render lives in the request's context: Status alone sends nothing, and after the answer it does
// nothing. A value that cannot be marshalled is answered 500. render.Respond is a variable, and a call of it dynamic.
func chi() Framework {
	return Framework{Name: "chi", Checked: "chi v5.5.0, render v1.0.3, jwtauth v5.3.3", Model: "eager", Calls: []*Call{
		row("github.com/go-chi/chi", "Mux", "ServeHTTP", HandsOn, on(0)),
		row("github.com/go-chi/chi", "ChainHandler", "ServeHTTP", HandsOn, on(0)),

		// Discard has no row: what comes after it is not sent. The wrapper sends 1xx on and does not take it for final.
		row("github.com/go-chi/chi/middleware", "", "NewWrapResponseWriter", Wraps, on(0)),
		row("github.com/go-chi/chi/middleware", "WrapResponseWriter", "Unwrap", Wraps, on(Recv)),
		row("github.com/go-chi/chi/middleware", "WrapResponseWriter", "Status", Spares|Asks, on(Recv)),
		row("github.com/go-chi/chi/middleware", "WrapResponseWriter", "BytesWritten", Spares|Asks, on(Recv)),
		row("github.com/go-chi/chi/middleware", "WrapResponseWriter", "Tee", Spares, on(Recv)),

		row("github.com/go-chi/render", "", "Status", StoresOnRequest, on(0), status(1)),
		row("github.com/go-chi/render", "", "Data", Commits|Writes|StatusFromRequest, on(0), request(1), under("StatusCtxKey"), body(2)),
		row("github.com/go-chi/render", "", "DefaultResponder", Commits|Writes|StatusFromRequest, on(0), request(1), under("StatusCtxKey"), body(2)),
		row("github.com/go-chi/render", "", "HTML", Commits|Writes|StatusFromRequest, on(0), request(1), under("StatusCtxKey"), body(2)),
		row("github.com/go-chi/render", "", "JSON", Commits|Writes|StatusFromRequest, on(0), request(1), under("StatusCtxKey"), body(2)),
		row("github.com/go-chi/render", "", "PlainText", Commits|Writes|StatusFromRequest, on(0), request(1), under("StatusCtxKey"), body(2)),
		row("github.com/go-chi/render", "", "XML", Commits|Writes|StatusFromRequest, on(0), request(1), under("StatusCtxKey"), body(2)),
		row("github.com/go-chi/render", "", "NoContent", Commits, on(0), code(204)),

		// These call the value's own Render first, which usually stores a status, and which may fail. Of a list the status is unknown.
		row("github.com/go-chi/render", "", "Render", Commits|Writes|Early|StatusFromRequest|Prepares, on(0), request(1), under("StatusCtxKey"), body(2)),
		row("github.com/go-chi/render", "", "RenderList", Commits|Writes|Early, on(0), body(2)),
	}}
}
