package api

// gorilla is net/http's model. Checked against gorilla/mux v1.8.1, handlers v1.5.2, sessions v1.4.0 and context v1.1.2; gorilla/csrf
// has no call that is given a response. gorilla/websocket stands with the other [websocket] libraries.
//
// A session is saved into a cookie, one header line per session, so it must be saved before the commit.
func gorilla() Framework {
	return Framework{Name: "gorilla", Checked: "mux v1.8.1, handlers v1.5.2, sessions v1.4.0, context v1.1.2", Model: "eager", Calls: []*Call{
		row("github.com/gorilla/mux", "Router", "ServeHTTP", HandsOn, on(0)),
		row("github.com/gorilla/handlers", "MethodHandler", "ServeHTTP", HandsOn, on(0)),

		row("github.com/gorilla/sessions", "", "Save", Adds, on(1), header("Set-Cookie")),
		row("github.com/gorilla/sessions", "Session", "Save", Adds, on(1), header("Set-Cookie")),
		row("github.com/gorilla/sessions", "Registry", "Save", Adds, on(0), header("Set-Cookie")),
		row("github.com/gorilla/sessions", "Store", "Save", Adds, on(1), header("Set-Cookie")),
		row("github.com/gorilla/sessions", "CookieStore", "Save", Adds, on(1), header("Set-Cookie")),
		row("github.com/gorilla/sessions", "FilesystemStore", "Save", Adds, on(1), header("Set-Cookie")),
	}}
}

// gorillaSources is how middlewares handed on what they found before requests had a context of their own.
func gorillaSources() []*Source {
	const pkg = "github.com/gorilla/context"
	return []*Source{
		source(pkg, "", "Set", 0, keeps(1, 2)),
		source(pkg, "", "Get", Unknown, by(Kept, 1), reads),
		source(pkg, "", "GetOk", Unknown, by(Kept, 1), reads),
	}
}
