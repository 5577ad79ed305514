package api

// fiber buffers: nothing leaves before the handler has returned, the last status wins, and an error that is returned is sent by
// the error handler. Checked against fiber v2.52.15 and v3.1.0.
func fiber() Framework {
	const pkg = "github.com/gofiber/fiber"
	var calls []Call
	for _, t := range []string{"Ctx", "DefaultCtx", "Res", "DefaultRes"} {
		calls = append(calls,
			row(pkg, t, "Status", Stores|Wraps, on(Recv), status(0)),
			row(pkg, t, "SendStatus", Stores|Writes|Waits, on(Recv), status(0)),
			row(pkg, t, "Set", Sets, on(Recv), name(0), value(1)),
			row(pkg, t, "Append", Adds, on(Recv), name(0), value(1)),
			row(pkg, t, "Cookie", Adds, on(Recv), header("Set-Cookie"), value(0)),
			row(pkg, t, "Next", HandsOn, on(Recv)),
			row(pkg, t, "RestartRouting", HandsOn, on(Recv)),
			row(pkg, t, "Type", Wraps, on(Recv)),
		)
		for _, w := range []string{"JSON", "JSONP", "XML", "CBOR", "MsgPack", "Send", "SendString", "SendStream", "Write", "WriteString", "Writef",
			"Format", "AutoFormat"} {
			calls = append(calls, row(pkg, t, w, Writes|Waits, on(Recv), body(0)))
		}
		calls = append(calls,
			row(pkg, t, "Render", Writes|Waits, on(Recv), body(1)),
			row(pkg, t, "SendFile", Writes|Waits, on(Recv)),
			row(pkg, t, "Download", Writes|Waits, on(Recv)),
		)
	}
	calls = append(calls, row(pkg, "", "NewError", MakesError, makes("Error"), status(0)))
	set := "%s.Set(%s, %s)"
	return Framework{Name: "fiber", Calls: calls,
		Contexts: []Context{{Pkg: pkg, Type: "Ctx", Set: set}, {Pkg: pkg, Type: "DefaultCtx", Set: set}, {Pkg: pkg, Type: "Res", Set: set}, {Pkg: pkg, Type: "DefaultRes", Set: set}},
		Errors: []ErrorType{{Pkg: pkg, Type: "Error", Field: "Code", By: "fiber's error handler", Wrapped: true, Hook: "ErrorHandler",
			Vars: map[string]int{"ErrBadRequest": 400, "ErrUnauthorized": 401, "ErrForbidden": 403, "ErrNotFound": 404, "ErrProxyAuthRequired": 407}}},
	}
}
