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

// What the next handler has answered nobody knows.
func afterNext(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status := 401
		defer func() {
			w.Header().Del("WWW-Authenticate")
			w.WriteHeader(status)
		}()
		next.ServeHTTP(w, r)
	})
}

func afterNextAtOnce(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r)
		w.Header().Del("WWW-Authenticate")
		w.WriteHeader(401)
	})
}

func beforeNext(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			w.Header().Del("WWW-Authenticate")
			w.WriteHeader(401) // want "missing-challenge"
		}()
		if signedIn(r) {
			next.ServeHTTP(w, r)
		}
	})
}

// A status that the closure has captured is told of wherever it is sent.
func twoPlaces(w http.ResponseWriter, r *http.Request) {
	status := 200
	status = 401
	defer func() {
		if r.FormValue("a") != "" {
			http.Error(w, "who are you?", status) // want "missing-challenge"
		} else {
			w.WriteHeader(status) // want "missing-challenge"
		}
	}()
}

// A deferred closure calls a helper: whether there is a challenge, only the function around it knows.
func refuseLate(w http.ResponseWriter) {
	w.WriteHeader(http.StatusUnauthorized)
}

func defersForSome(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("b") != "" {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
	}
	defer func() {
		refuseLate(w) // want "missing-challenge: refuseLate answers 401, and no WWW-Authenticate header was set before this call"
	}()
}

func defersTwiceForSome(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("b") != "" {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
	}
	defer func() {
		defer refuseLate(w) // want "missing-challenge: refuseLate answers 401, and no WWW-Authenticate header was set before this call"
	}()
}

func defersForNone(w http.ResponseWriter, r *http.Request) {
	defer func() {
		refuseLate(w) // want "missing-challenge: refuseLate answers 401, and no WWW-Authenticate header was set before this call"
	}()
}

func defersForAll(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
	defer func() {
		refuseLate(w)
	}()
}

// Who comes to the bare answer of the closure has given the response to the next handler before, which may have answered.
func deferredAfterNext(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		done := r.FormValue("a") != ""
		defer func() {
			if done {
				w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
			}
			w.WriteHeader(http.StatusUnauthorized)
		}()
		if done {
			return
		}
		next.ServeHTTP(w, r)
	})
}

func deferredBeforeNext(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		done := r.FormValue("a") != ""
		defer func() {
			if !done {
				w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
			}
			w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path"
		}()
		if done {
			return
		}
		next.ServeHTTP(w, r)
	})
}
