package missingchallenge

import "net/http"

func inDeferRight(w http.ResponseWriter, r *http.Request) {
	code := 200
	defer func() {
		if code == 401 {
			w.Header().Set("WWW-Authenticate", challenge)
		}
		w.WriteHeader(code)
	}()
	if !signedIn(r) {
		code = 401
	}
}

func inDeferSetBefore(w http.ResponseWriter, r *http.Request) {
	code := 200
	defer func() { w.WriteHeader(code) }()
	if !signedIn(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		code = 401
	}
}

// The argument is what the variable is now.
func argumentNow(w http.ResponseWriter, r *http.Request) {
	code := 403
	defer w.WriteHeader(code)
	code = 401
	_ = code
}

func argumentNowBare(w http.ResponseWriter, r *http.Request) {
	code := 401
	defer w.WriteHeader(code) // want "missing-challenge: 401"
	code = 403
	_ = code
}

func deferredHelper(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		defer fail(w, 401, "who are you?") // want "missing-challenge: .*401"
	}
}

// The last one deferred runs first.
func deferredOrder(w http.ResponseWriter, r *http.Request) {
	defer w.WriteHeader(401)
	defer w.Header().Set("WWW-Authenticate", challenge)
}
