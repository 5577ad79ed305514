package api

// httprouter is net/http's model. Checked against julienschmidt/httprouter v1.3.0. Its handlers are plain functions
// that get the http.ResponseWriter itself.
func httprouter() Framework {
	return Framework{Name: "httprouter", Checked: "httprouter v1.3.0", Model: "eager", Calls: []*Call{
		row("github.com/julienschmidt/httprouter", "Router", "ServeHTTP", HandsOn, on(0)),
	}}
}
