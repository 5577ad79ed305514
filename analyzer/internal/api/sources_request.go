package api

import (
	"slices"
	"strings"
)

// requestSources is what a net/http request, and the routers that fill it, say of the client. Checked against go1.26.8.
func requestSources() []*Source {
	return []*Source{
		source("net/http", "Request", "BasicAuth", Credential, reads, names, called("the Basic credentials")),
		source("net/http", "Request", "Cookie", Credential, by(InCookie, 0), reads),
		source("net/http", "Request", "CookiesNamed", Credential, by(InCookie, 0), reads),
		source("net/http", "Request", "Cookies", Credential, reads),
		source("net/http", "Request", "FormValue", Claim, by(InForm, 0), reads),
		source("net/http", "Request", "PostFormValue", Claim, by(InForm, 0), reads),
		source("net/http", "Request", "PathValue", Claim, reads),
		source("net/http", "Request", "FormFile", Claim, reads),
		source("net/http", "Request", "ParseForm", Claim, reads),
		source("net/http", "Request", "ParseMultipartForm", Claim, reads),
		source("net/http", "Request", "UserAgent", Peer, reads),
		source("net/http", "Request", "Referer", Peer, reads),
		source("net/http", "Header", "Get", Claim, by(InHeader, 0), reads),
		source("net/http", "Header", "Values", Claim, by(InHeader, 0), reads),
		source("net/url", "Values", "Get", Claim, by(InForm, 0), reads),
		source("net/url", "Values", "Has", Claim, by(InForm, 0), reads),
		source("net/url", "URL", "Query", Claim, reads),
		source("net/http", "CrossOriginProtection", "Check", Proof, reads),
		source("context", "", "WithValue", 0, keeps(1, 2)),
		source("net", "", "SplitHostPort", 0, reads),
		source("net", "", "ParseIP", 0, reads),
		source("net/netip", "", "ParseAddr", 0, reads),

		source("github.com/gorilla/mux", "", "Vars", Claim, reads),
		source("github.com/go-chi/chi", "", "URLParam", Claim, reads),
		source("github.com/go-chi/chi", "", "URLParamFromCtx", Claim, reads),
		source("github.com/julienschmidt/httprouter", "Params", "ByName", Claim, reads),
	}
}

// RequestField is what a field of net/http.Request comes from; 0 where it is only a way to something else.
var RequestField = map[string]Origin{
	"Method": Peer, "URL": Peer, "Proto": Peer, "ProtoMajor": Peer, "ProtoMinor": Peer, "ContentLength": Peer,
	"TransferEncoding": Peer, "Host": Peer, "RemoteAddr": Peer, "RequestURI": Peer, "Pattern": Peer,
	"Body": Claim, "Form": Claim, "PostForm": Claim, "MultipartForm": Claim, "TLS": Peer,
}

// credentialHeaders are the request headers that say who one is: RFC 9110 section 11, and the names in wide use for API
// keys and access tokens.
var credentialHeaders = map[string]bool{
	"authorization": true, "proxy-authorization": true, "cookie": true, "x-api-key": true, "api-key": true, "apikey": true,
	"x-apikey": true, "x-auth-token": true, "x-access-token": true, "x-api-token": true, "x-token": true,
	"x-session-token": true, "x-auth-key": true, "x-authorization": true, "private-token": true, "x-id-token": true,
}

// credentialWords end the names of headers that servers make up for keys and tokens of their own: X-Agent-Key, X-Shop-Token; and for
// second factors, which are credentials too: one-time passwords (RFC 4226, RFC 6238).
var credentialWords = []string{"authorization", "token", "key", "secret", "apikey", "password", "jwt", "otp", "totp", "passcode"}

// otherKeys are the words before it in headers that say nothing of who sends them: what makes a request safe to repeat, what finds it in
// a log, what a cache or a partition files it under, how far a client has read.
var otherKeys = []string{"idempotency", "trace", "tracing", "request", "correlation", "cache", "surrogate", "partition", "routing", "lock",
	"page", "continuation", "sync"}

// credentialHeader reports whether a header says who sends it.
func credentialHeader(header string) bool {
	words := strings.Split(header, "-")
	return credentialHeaders[header] || slices.Contains(credentialWords, words[len(words)-1]) &&
		!slices.ContainsFunc(words, func(word string) bool { return slices.Contains(otherKeys, word) })
}

// peerHeaders describe the connection or the page that the request comes from.
var peerHeaders = map[string]bool{
	"origin": true, "referer": true, "user-agent": true, "host": true, "x-forwarded-for": true, "x-real-ip": true,
	"x-forwarded-host": true, "x-forwarded-proto": true, "x-forwarded-uri": true, "x-forwarded-method": true,
	"forwarded": true, "upgrade": true, "connection": true, "accept": true, "content-type": true, "content-length": true,
	"x-requested-with": true, "accept-encoding": true, "access-control-request-method": true,
	"access-control-request-headers": true,
}

// credentialFields are the names of form fields and query parameters that carry a credential: a login's password (and what
// RFC 6749 section 6, RFC 6750 section 2.3, OIDC and API keys use). A plain "token" may be a one-purpose link, so it is none.
var credentialFields = map[string]bool{
	"password": true, "passwd": true, "passphrase": true, "access_token": true, "api_key": true, "apikey": true, "api-key": true,
	"auth_token": true, "id_token": true, "client_secret": true, "refresh_token": true,
	"otp": true, "totp": true, "passcode": true,
}

// proofWords mark a header, cookie or field as the proof of something else than who one is.
var proofWords = []string{"csrf", "xsrf", "state", "nonce", "captcha", "signature", "verifier", "challenge",
	"hook", "x-gitlab-token", "x-goog-channel-token"} // that a message comes from the system which was told the secret

// ProofName reports whether what is found under a name proves something else than who one is.
func ProofName(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc(proofWords, func(word string) bool { return strings.Contains(lower, word) })
}

// AboutForgery reports whether a package is, by its name, about requests that another site has forged.
func AboutForgery(name string) bool {
	return strings.Contains(name, "csrf") || strings.Contains(name, "xsrf")
}

// Named is what a thing comes from that is looked up in the request under a constant name.
func Named(place Place, name string) Origin {
	if ProofName(name) {
		return Proof
	}
	lower := strings.ToLower(name)
	switch place {
	case InHeader:
		switch {
		case peerHeaders[lower], strings.HasPrefix(lower, "sec-"):
			return Peer
		case credentialHeader(lower):
			return Credential
		}
	case InCookie:
		return Credential
	case InSession:
		return Identity
	case InForm:
		if credentialFields[lower] {
			return Credential
		}
		if lower == "token" || lower == "code" {
			return Unknown // a credential, or a one-purpose link: an authenticator decides
		}
	}
	return Claim
}

// ProofField reports whether a field of somebody's claims or session, by its Go name, proves something else than who it is.
func ProofField(name string) bool {
	switch strings.ToLower(name) {
	case "state", "nonce", "csrf", "csrftoken", "xsrf", "xsrftoken":
		return true
	}
	return false
}

// CredentialField reports whether a field of a decoded request body, by its Go name, is a login's secret.
func CredentialField(name string) bool {
	switch strings.ToLower(name) {
	case "password", "passwd", "passphrase", "clientsecret", "accesstoken", "refreshtoken", "idtoken", "apikey",
		"otp", "totp", "passcode":
		return true
	}
	return false
}
