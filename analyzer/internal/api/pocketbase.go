package api

const (
	pocketbaseCore   = "github.com/pocketbase/pocketbase/core"
	pocketbaseRouter = "github.com/pocketbase/pocketbase/tools/router"
	pocketbaseHook   = "github.com/pocketbase/pocketbase/tools/hook"
	pocketbaseAPIs   = "github.com/pocketbase/pocketbase/apis"
)

// pocketbase is net/http's model, with errors: what a handler returns is sent by the router, unless something was sent before. Checked
// against pocketbase v0.36.8.
func pocketbase() Framework {
	calls := []*Call{
		row(pocketbaseRouter, "Event", "String", Commits|Writes, on(Recv), status(0), body(1)),
		row(pocketbaseRouter, "Event", "HTML", Commits|Writes, on(Recv), status(0), body(1)),
		row(pocketbaseRouter, "Event", "JSON", Commits|Writes|Early, on(Recv), status(0), body(1)),
		row(pocketbaseRouter, "Event", "XML", Commits|Writes, on(Recv), status(0), body(1)),
		row(pocketbaseRouter, "Event", "Blob", Commits|Writes, on(Recv), status(0), body(2)),
		row(pocketbaseRouter, "Event", "Stream", Commits|Writes, on(Recv), status(0)),
		row(pocketbaseRouter, "Event", "NoContent", Commits, on(Recv), status(0)),
		row(pocketbaseRouter, "Event", "Redirect", Commits, on(Recv), status(0)),
		row(pocketbaseRouter, "Event", "FileFS", Writes|Early, on(Recv)),
		row(pocketbaseRouter, "Event", "Flush", Writes, on(Recv)),
		row(pocketbaseRouter, "Event", "SetCookie", Adds, on(Recv), header("Set-Cookie"), value(0)),
		row(pocketbaseRouter, "Event", "Written", Spares|Asks, on(Recv)),
		row(pocketbaseRouter, "Event", "Status", Spares|Asks, on(Recv)),
		row(pocketbaseHook, "Event", "Next", HandsOn, on(Recv)),

		row(pocketbaseRouter, "Event", "Error", MakesError, makes("ApiError"), status(0)),
		row(pocketbaseRouter, "", "NewApiError", MakesError, makes("ApiError"), status(0)),
		row(pocketbaseAPIs, "", "NewApiError", MakesError, makes("ApiError"), status(0)),
	}
	for kind, n := range map[string]int{
		"BadRequest": 400, "Unauthorized": 401, "Forbidden": 403,
		"NotFound": 404, "TooManyRequests": 429, "InternalServer": 500,
	} {
		calls = append(calls,
			row(pocketbaseRouter, "Event", kind+"Error", MakesError, makes("ApiError"), code(n)),
			row(pocketbaseRouter, "", "New"+kind+"Error", MakesError, makes("ApiError"), code(n)),
			row(pocketbaseAPIs, "", "New"+kind+"Error", MakesError, makes("ApiError"), code(n)))
	}
	set := "%s.Response.Header().Set(%s, %s)"
	return Framework{Name: "pocketbase", Checked: "pocketbase v0.36.8", Model: "eager, and errors that the router sends", Calls: calls,
		Contexts: []Context{{Pkg: pocketbaseCore, Type: "RequestEvent", Set: set, User: "Auth"}, {Pkg: pocketbaseRouter, Type: "Event", Set: set},
			{Pkg: pocketbaseHook, Type: "Event"}},
		Errors: []ErrorType{{Pkg: pocketbaseRouter, Type: "ApiError", Field: "Status", By: "pocketbase's router", Wrapped: true}}}
}

// pocketbaseSources: checked against pocketbase v0.36.8. The field Auth of an event is who is known.
func pocketbaseSources() []*Source {
	return []*Source{
		source(pocketbaseRouter, "Event", "Set", 0, keeps(0, 1)),
		source(pocketbaseRouter, "Event", "Get", Unknown, by(Kept, 0), reads),
		source(pocketbaseRouter, "Event", "RemoteIP", Peer, reads),
		source(pocketbaseRouter, "Event", "IsTLS", Peer, reads),
		source(pocketbaseRouter, "Event", "BindBody", Claim, reads),
		source(pocketbaseRouter, "Event", "FindUploadedFiles", Claim, reads),
		source(pocketbaseCore, "RequestEvent", "RealIP", Peer, reads),
		source(pocketbaseCore, "RequestEvent", "HasSuperuserAuth", Identity, permits),
		source(pocketbaseCore, "Record", "ValidatePassword", Credential, verifies),
		source(pocketbaseAPIs, "", "RequireAuth", Unknown, guards),
		source(pocketbaseAPIs, "", "RequireSuperuserAuth", Unknown, guards),
		source(pocketbaseAPIs, "", "RequireSuperuserOrOwnerAuth", Unknown, guards),
		source(pocketbaseAPIs, "", "RequireSameCollectionContextAuth", Unknown, guards),
	}
}
