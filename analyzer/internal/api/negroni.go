package api

// negroni is net/http's model. Checked against urfave/negroni v3.1.2. A handler has the next one as its third argument
// and stops the chain by not calling it.
//
// Before has no row: what it registers runs just before the commit and may add headers.
func negroni() Framework {
	return Framework{Name: "negroni", Checked: "negroni v3.1.2", Model: "eager", Calls: []*Call{
		row("github.com/urfave/negroni", "Negroni", "ServeHTTP", HandsOn, on(0)),
		row("github.com/urfave/negroni", "Handler", "ServeHTTP", HandsOn, on(0)),
		row("github.com/urfave/negroni", "HandlerFunc", "ServeHTTP", HandsOn, on(0)),
		row("github.com/urfave/negroni", "Logger", "ServeHTTP", HandsOn, on(0)),
		row("github.com/urfave/negroni", "Recovery", "ServeHTTP", HandsOn, on(0)),
		row("github.com/urfave/negroni", "Static", "ServeHTTP", HandsOn, on(0)),

		row("github.com/urfave/negroni", "", "NewResponseWriter", Wraps, on(0)),
		row("github.com/urfave/negroni", "ResponseWriter", "Status", Spares|Asks, on(Recv)),
		row("github.com/urfave/negroni", "ResponseWriter", "Written", Spares|Asks, on(Recv)),
		row("github.com/urfave/negroni", "ResponseWriter", "Size", Spares|Asks, on(Recv)),

		row("github.com/urfave/negroni", "TextPanicFormatter", "FormatPanicError", Writes, on(0), body(2)),
		row("github.com/urfave/negroni", "HTMLPanicFormatter", "FormatPanicError", Writes, on(0), body(2)),
	}}
}
