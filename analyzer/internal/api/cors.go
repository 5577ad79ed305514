package api

// cors is net/http's model. Checked against rs/cors v1.11.1. It never refuses an origin.
//
// HandlerFunc has no row: it answers a preflight request with 204 and only adds headers to any other.
func cors() Framework {
	return Framework{Name: "rs/cors", Checked: "cors v1.11.1", Model: "eager", Calls: []*Call{
		row("github.com/rs/cors", "Cors", "ServeHTTP", HandsOn, on(0)), // negroni's shape
	}}
}
