package unseen

import "net/http"

// An empty list is no header at all. Needed: the length of a slice literal.
func emptySlice(w http.ResponseWriter, r *http.Request) {
	w.Header()["Www-Authenticate"] = []string{}
	w.WriteHeader(401)
}

// The realm might end the string by itself. Needed: to suppose that no realm holds a quote.
func notClosed(w http.ResponseWriter, realm string) {
	w.Header().Set("WWW-Authenticate", `Basic realm="`+realm)
	w.WriteHeader(401)
}

// The status goes through a channel. Needed: nothing that would be worth it.
func throughChannel(w http.ResponseWriter, r *http.Request) {
	codes := make(chan int, 1)
	codes <- 401
	w.WriteHeader(<-codes)
}
