package api

const herodotPkg = "github.com/ory/herodot"

// herodot is net/http's model, with errors that carry a status: its writers look for one with errors.As, and answer 500 where there is
// none. None of them sets a challenge. Checked against herodot v0.6.2 and v0.10.8.
func herodot() Framework {
	var calls []*Call
	for _, writer := range []string{"Writer", "JSONWriter", "TextWriter", "NegotiationHandler"} {
		calls = append(calls,
			row(herodotPkg, writer, "Write", Commits|Writes, on(0), code(200), body(2)),
			row(herodotPkg, writer, "WriteCode", Commits|Writes, on(0), status(2), body(3)),
			row(herodotPkg, writer, "WriteCreated", Commits|Writes, on(0), code(201), body(3)),
			row(herodotPkg, writer, "WriteError", Commits|Writes, on(0), carrier(2)),
			row(herodotPkg, writer, "WriteErrorCode", Commits|Writes, on(0), status(2), body(3)))
	}
	// Each returns a copy with the status of the error that it was called on.
	for _, with := range []string{"WithWrap", "WithID", "WithTrace", "WithReason", "WithReasonf", "WithError", "WithErrorf",
		"WithDebug", "WithDebugf", "WithDetail", "WithDetailf"} {
		calls = append(calls, row(herodotPkg, "DefaultError", with, KeepsError, value(Recv)))
	}
	return Framework{Name: "herodot", Checked: "herodot v0.6.2, v0.10.8", Model: "eager, and errors that its writers send",
		Calls: calls,
		Errors: []ErrorType{{Pkg: herodotPkg, Type: "DefaultError", Field: "CodeField", By: "herodot's writer", Wrapped: true, Apart: true, Called: true,
			Vars: map[string]int{"ErrNotFound": 404, "ErrUnauthorized": 401, "ErrForbidden": 403, "ErrInternalServerError": 500,
				"ErrBadRequest": 400, "ErrUnsupportedMediaType": 415, "ErrConflict": 409, "ErrMisconfiguration": 500, "ErrUpstreamError": 502}}}}
}
