package malformedchallenge

import "net/http"

func basicWithoutRealm(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", "Basic") // want "malformed-challenge: .*Basic without realm"
	w.WriteHeader(401)
}

func basicCharset(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="x", charset="ISO-8859-1"`) // want "malformed-challenge: .*expected UTF-8"
	w.WriteHeader(401)
}

func digestWithoutNonce(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Digest realm="x"`) // want "malformed-challenge: .*Digest without nonce"
	w.WriteHeader(401)
}

func digestQuotedAlgorithm(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Digest realm="x", nonce="y", algorithm="MD5"`) // want "malformed-challenge: .*algorithm is quoted"
	w.WriteHeader(401)
}

func digestUnquotedQop(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Digest realm="x", nonce="y", qop=auth`) // want "malformed-challenge: .*qop is not quoted"
	w.WriteHeader(401)
}

func negotiateRealm(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Negotiate realm="x"`) // want "malformed-challenge: .*Negotiate takes none"
	w.WriteHeader(401)
}

// Low: nobody but the author can know what is meant by these.
func low(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("WWW-Authenticate", "Bearer")
	w.Header().Add("WWW-Authenticate", `xBasic realm="x"`)
	w.Header().Add("WWW-Authenticate", "FormBased")
	w.Header().Add("WWW-Authenticate", "AWS4-HMAC-SHA256")
	w.Header().Add("LFS-Authenticate", `Basic realm="x"`)
	w.WriteHeader(401)
}

func errorOf403(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Bearer error="insufficient_scope"`) // want "malformed-challenge: .*insufficient_scope belongs to status 403"
	w.WriteHeader(401)
}

func errorOf400(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Bearer error="invalid_request"`) // want "malformed-challenge: .*invalid_request belongs to status 400"
	http.Error(w, "no", http.StatusUnauthorized)
}

func errorOf401(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`) // want "malformed-challenge: .*invalid_token belongs to status 401"
	http.Error(w, "no", http.StatusForbidden)
}

func errorsRight(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "GET":
		w.Header().Set("WWW-Authenticate", `Bearer error="insufficient_scope", scope="read"`)
		w.WriteHeader(403)
	case "PUT":
		w.Header().Set("WWW-Authenticate", `Bearer error="invalid_request"`)
		w.WriteHeader(400)
	default:
		w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
		w.WriteHeader(401)
	}
}

// The status is one of two: nothing can be said of the error.
func errorOfEither(w http.ResponseWriter, r *http.Request) {
	code := 401
	if r.Method == "PUT" {
		code = 403
	}
	w.Header().Set("WWW-Authenticate", `Bearer error="insufficient_scope"`)
	w.WriteHeader(code)
}
