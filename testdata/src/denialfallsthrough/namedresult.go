package denialfallsthrough

import "net/http"

// A named result is true from an earlier question, when the helper refuses and returns as it stands: its caller goes on after the
// denial.

var clients = map[string]string{"shop": "secret"}

func clientOf(w http.ResponseWriter, r *http.Request) (id string, ok bool) {
	id, secret, ok := r.BasicAuth()
	if !ok {
		id, secret = r.FormValue("client_id"), r.FormValue("client_secret")
	}
	if clients[id] != secret {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
		http.Error(w, "invalid client", http.StatusUnauthorized)
		return
	}
	ok = true
	return
}

func introspects(w http.ResponseWriter, r *http.Request) {
	id, ok := clientOf(w, r) // want "denial-falls-through: after this 401"
	if !ok {
		return
	}
	w.Write([]byte(id))
}
