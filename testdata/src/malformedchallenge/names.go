package malformedchallenge

import "net/http"

const value = `Basic realm="x"`

func authentication(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authentication", value) // want "malformed-challenge: .*the name is WWW-Authenticate"
	w.WriteHeader(401)
}

func authenticated(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("WWW-Authenticated", value) // want "malformed-challenge: .*the name is WWW-Authenticate"
	http.Error(w, "who", http.StatusUnauthorized)
}

func prefixed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-WWW-Authenticate", value) // want "malformed-challenge: .*the name is WWW-Authenticate"
	w.WriteHeader(401)
}

func authorization(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authorization", value) // want "malformed-challenge: .*the name is WWW-Authenticate"
	w.WriteHeader(401)
}

func proxyName(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Proxy-Authentication", value) // want "malformed-challenge: .*the name is Proxy-Authenticate"
	w.WriteHeader(407)
}

// Both are set: clients find the right one.
func both(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-WWW-Authenticate", value)
	w.Header().Set("WWW-Authenticate", value)
	w.WriteHeader(401)
}

// No 401 follows.
func noDenial(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-WWW-Authenticate", value)
	w.WriteHeader(200)
}

// Headers of their own right.
func others(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", value)
	w.Header().Set("LFS-Authenticate", value)
	w.Header().Set("Authentication-Info", `nextnonce="x"`)
	w.WriteHeader(401)
}
