// Package malformedchallenge has challenges that clients cannot parse, and some that only look like it.
package malformedchallenge

import "net/http"

func noScheme(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `error="invalid_token", error_description="expired"`) // want "malformed-challenge: .*byte 0: no scheme"
	w.WriteHeader(401)
}

func unquoted(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", "Basic realm=Restricted") // want "malformed-challenge: .*byte 12: the realm is not quoted"
	w.WriteHeader(401)
}

func unterminated(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="Restricted`) // want "malformed-challenge: .*not closed"
	w.WriteHeader(401)
}

func noComma(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="x" error="invalid_token"`) // want "malformed-challenge: .*byte 17: .*without a comma"
	w.WriteHeader(401)
}

func semicolon(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="x"; charset="UTF-8"`) // want "malformed-challenge: .*between parameters"
	w.WriteHeader(401)
}

func twice(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="x", realm="y"`) // want "malformed-challenge: .*realm stands twice"
	w.WriteHeader(401)
}

func colon(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Bearer: realm="x"`) // want "malformed-challenge: .*after the scheme Bearer"
	w.WriteHeader(401)
}

func emptyElement(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="x",, charset="UTF-8"`) // want "malformed-challenge: .*empty list element"
	w.WriteHeader(401)
}

func trailingComma(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="x", `) // want "malformed-challenge: .*comma at the end"
	w.WriteHeader(401)
}

func singleQuotes(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm='x'`) // want "malformed-challenge: .*single quotes"
	w.WriteHeader(401)
}

func bareURL(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", "Bearer resource_metadata=https://example.com/meta") // want "malformed-challenge: .*resource_metadata is not quoted"
	w.WriteHeader(401)
}

// The grammar counts on whatever status the value is sent, and also where nothing is sent in sight.
func onForbidden(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", "Basic realm=Restricted area") // want "malformed-challenge: .*the realm is not quoted"
	w.WriteHeader(403)
}

func proxy(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Proxy-Authenticate", "Basic realm=proxy") // want "malformed-challenge: Proxy-Authenticate: byte 12"
	w.WriteHeader(407)
}

// Each value is judged by itself.
func several(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("WWW-Authenticate", "Negotiate")
	w.Header().Add("WWW-Authenticate", `Basic realm=x`) // want "malformed-challenge: .*byte 12"
	w.WriteHeader(401)
}

func byIndex(w http.ResponseWriter, r *http.Request) {
	w.Header()["Www-Authenticate"] = []string{"Basic realm=x"} // want "malformed-challenge: .*byte 12"
	w.WriteHeader(401)
}

func right(w http.ResponseWriter, r *http.Request) {
	for _, value := range []string{r.Host} {
		w.Header().Add("WWW-Authenticate", value)
	}
	w.Header().Add("WWW-Authenticate", `Basic realm="Restricted", charset="UTF-8"`)
	w.Header().Add("WWW-Authenticate", `bearer realm="x", error="invalid_token", error_description="a, \"b\""`)
	w.Header().Add("WWW-Authenticate", `Digest realm="x", nonce="y", qop="auth, auth-int", algorithm=SHA-256, stale=true`)
	w.Header().Add("WWW-Authenticate", `Negotiate`)
	w.Header().Add("WWW-Authenticate", `Negotiate oRQwEqADCgEB`)
	w.Header().Add("WWW-Authenticate", `Basic realm="x", Bearer realm="y"`)
	w.Header().Add("WWW-Authenticate", `DPoP algs="ES256 PS256"`)
	w.Header().Add("WWW-Authenticate", `Bearer resource_metadata="https://example.com/meta"`)
	w.WriteHeader(401)
}

// Another header may look like a challenge, and is none.
func elsewhere(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Realm", "Basic realm=Restricted")
	w.Header().Set("Authentication-Info", "nextnonce=x y")
	r.Header.Set("WWW-Authenticate", "Basic realm=Restricted")
	w.WriteHeader(200)
}
