package directive

import "net/http"

// Test doubles may answer as they like.
func double(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(401)
}
