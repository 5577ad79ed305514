package api

// alice is net/http's model. Checked against justinas/alice v1.2.0: it builds chains of middleware and is never given a
// response. What it builds is called through [http.Handler].
func alice() Framework { return Framework{Name: "alice", Checked: "alice v1.2.0", Model: "eager"} }
