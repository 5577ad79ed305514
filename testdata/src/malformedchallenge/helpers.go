package malformedchallenge

import "net/http"

// The value is built in the helper: there it is mended, once.
func ask(w http.ResponseWriter, realm string) {
	w.Header().Set("WWW-Authenticate", "Basic realm="+realm) // want "malformed-challenge: .*byte 12: the realm is not quoted"
	w.WriteHeader(401)
}

func callsAsk(w http.ResponseWriter, r *http.Request) {
	if r.Method == "PUT" {
		ask(w, "x")
		return
	}
	ask(w, "y")
}

func askByMap(h http.Header, realm string) {
	h.Set("WWW-Authenticate", "Basic realm="+realm) // want "malformed-challenge: .*byte 12"
}

func callsAskByMap(w http.ResponseWriter, r *http.Request) {
	askByMap(w.Header(), "x")
	w.WriteHeader(401)
}

// The quotes come with the argument, so the place where it is put in is right.
func askQuoted(w http.ResponseWriter, quoted string) {
	w.Header().Set("WWW-Authenticate", `Basic realm="`+quoted+`"`)
	w.WriteHeader(401)
}

func callsAskQuoted(w http.ResponseWriter, r *http.Request) { askQuoted(w, "x") }

type wrapper struct{ http.ResponseWriter }

func (x wrapper) WriteHeader(code int) {
	if code == 401 {
		x.Header().Set("WWW-Authenticate", `Basic realm="x`) // want "malformed-challenge: .*not closed"
	}
	x.ResponseWriter.WriteHeader(code)
}

func inClosure(realm string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("WWW-Authenticate", "Basic realm="+realm) // want "malformed-challenge: .*byte 12"
		w.WriteHeader(401)
	}
}
