package malformedchallenge

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
)

type server struct{ realm string }

func (s server) unquotedByPlus(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", "Basic realm="+s.realm) // want "malformed-challenge: .*byte 12: the realm is not quoted"
	w.WriteHeader(401)
}

func (s server) unquotedBySprintf(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", fmt.Sprintf("Basic realm=%s", s.realm)) // want "malformed-challenge: .*byte 12: the realm is not quoted"
	w.WriteHeader(401)
}

func (s server) unquotedByVerb(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", fmt.Sprintf("Bearer realm=%v, error=\"invalid_token\"", s.realm)) // want "malformed-challenge: .*the realm is not quoted"
	w.WriteHeader(401)
}

func (s server) quotedTwice(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", fmt.Sprintf(`Basic realm="%q"`, s.realm)) // want "malformed-challenge: .*quoted twice"
	w.WriteHeader(401)
}

func (s server) quotedTwiceByQuote(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="`+strconv.Quote(s.realm)+`"`) // want "malformed-challenge: .*quoted twice"
	w.WriteHeader(401)
}

func (s server) noCommaBetween(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="`+s.realm+`" error="invalid_token"`) // want "malformed-challenge: .*without a comma"
	w.WriteHeader(401)
}

func (s server) noSchemeAtAll(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", fmt.Sprintf("realm=%q", s.realm)) // want "malformed-challenge: .*no scheme"
	w.WriteHeader(401)
}

func (s server) bareURL(w http.ResponseWriter, r *http.Request) {
	meta := "https://" + r.Host + "/.well-known/oauth-protected-resource"
	w.Header().Set("WWW-Authenticate", "Bearer resource_metadata="+meta) // want "malformed-challenge: .*resource_metadata is not quoted"
	w.WriteHeader(401)
}

const (
	scheme = "Basic"
	format = scheme + " realm=%s"
)

func (s server) byConstants(w http.ResponseWriter, r *http.Request) {
	value := fmt.Sprintf(format, s.realm)
	w.Header().Set("WWW-Authenticate", value) // want "malformed-challenge: .*byte 12: the realm is not quoted"
	w.WriteHeader(401)
}

// One of the two values is wrong.
func (s server) eitherOr(w http.ResponseWriter, r *http.Request) {
	value := `Basic realm="x"`
	if r.Method == "PUT" {
		value = "Basic realm=x"
	}
	w.Header().Set("WWW-Authenticate", value) // want "malformed-challenge: .*byte 12: the realm is not quoted"
	w.WriteHeader(401)
}

func (s server) right(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Add("WWW-Authenticate", `Basic realm="`+s.realm+`"`)
	h.Add("WWW-Authenticate", fmt.Sprintf("Basic realm=%q", s.realm))
	h.Add("WWW-Authenticate", fmt.Sprintf(`Basic realm="%s", charset="UTF-8"`, s.realm))
	h.Add("WWW-Authenticate", "Basic realm="+strconv.Quote(s.realm))
	h.Add("WWW-Authenticate", fmt.Sprintf("Digest realm=%q, nonce=%q, stale=%t", s.realm, "x", true))
	h.Add("WWW-Authenticate", fmt.Sprintf(`Bearer max_age="%d"`, 60))
	h.Add("WWW-Authenticate", fmt.Sprintf("Bearer realm=%q, max_age=%d", s.realm, 60))
	h.Add("WWW-Authenticate", fmt.Sprintf(`Bearer resource_metadata="https://%s/meta?q=%s"`, r.Host, url.QueryEscape("a b")))
	w.WriteHeader(401)
}

// What is in a hole may be anything, the whole rest included.
func (s server) unknown(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Add("WWW-Authenticate", s.realm)
	h.Add("WWW-Authenticate", s.realm+` realm="x"`)
	h.Add("WWW-Authenticate", "Basic "+s.realm)
	h.Add("WWW-Authenticate", r.URL.Query().Get("scheme")+" "+s.realm)
	h.Add("WWW-Authenticate", fmt.Sprintf("%s", s.realm))
	w.WriteHeader(401)
}
