// Package denialfallsthrough has handlers that deny a client and go on, and some that only seem to.
package denialfallsthrough

import "net/http"

const challenge = `Bearer realm="x"`

// strange is a condition of which nothing is known.
var strange func(r *http.Request) bool

// ask denies.
func ask(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", challenge)
	http.Error(w, "who are you?", http.StatusUnauthorized)
}
