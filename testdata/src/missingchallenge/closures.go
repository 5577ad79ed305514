package missingchallenge

import "net/http"

func calledInPlace(w http.ResponseWriter, r *http.Request) {
	func() {
		if !signedIn(r) {
			w.WriteHeader(401) // want "missing-challenge: 401"
		}
	}()
}

func calledInPlaceRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	func() {
		if !signedIn(r) {
			w.WriteHeader(401)
		}
	}()
}

func setInClosure(w http.ResponseWriter, r *http.Request) {
	func() { w.Header().Set("WWW-Authenticate", challenge) }()
	w.WriteHeader(401)
}

func keptInVariable(w http.ResponseWriter, r *http.Request) {
	answer := func(code int) { w.WriteHeader(code) }
	if !signedIn(r) {
		answer(401) // want "missing-challenge: .*401"
		return
	}
	answer(403)
}

func keptInVariableRight(w http.ResponseWriter, r *http.Request) {
	answer := func(code int) {
		if code == 401 {
			w.Header().Set("WWW-Authenticate", challenge)
		}
		w.WriteHeader(code)
	}
	if !signedIn(r) {
		answer(401)
		return
	}
	answer(403)
}

func alwaysInVariable(w http.ResponseWriter, r *http.Request) {
	denied := func() {
		w.WriteHeader(401) // want "missing-challenge: 401"
	}
	if !signedIn(r) {
		denied()
		return
	}
	if strange(r) {
		denied()
	}
}

func someCallsRight(w http.ResponseWriter, r *http.Request) {
	denied := func() { w.WriteHeader(401) }
	if !signedIn(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		denied()
		return
	}
	if strange(r) {
		denied() // want "missing-challenge: .*401"
	}
}

func capturedStatus(w http.ResponseWriter, r *http.Request) {
	code := 403
	answer := func() { w.WriteHeader(code) }
	if !signedIn(r) {
		code = 401
		w.Header().Set("WWW-Authenticate", challenge)
	}
	answer()
}

// given takes the response as an argument, and shadows nothing.
func given(w http.ResponseWriter, r *http.Request) {
	answer := func(w http.ResponseWriter, code int) { w.WriteHeader(code) }
	answer(w, 401) // want "missing-challenge: .*401"
}

func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !signedIn(r) {
			http.Error(w, "who are you?", 401) // want "missing-challenge: 401"
			return
		}
		next.ServeHTTP(w, r)
	})
}

func middlewareRight(realm string) func(http.Handler) http.Handler {
	value := `Basic realm="` + realm + `"`
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !signedIn(r) {
				w.Header().Set("WWW-Authenticate", value)
				http.Error(w, "who are you?", 401)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func middlewareFunc(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if signedIn(r) {
			next(w, r)
			return
		}
		w.WriteHeader(401) // want "missing-challenge: 401"
	}
}

func registers(mux *http.ServeMux) {
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(401) // want "missing-challenge: 401"
	})
}

type options struct {
	ErrorHandler func(w http.ResponseWriter, r *http.Request)
	OnError      func(w http.ResponseWriter, err error)
}

// Defaults are what the program uses where its user names nothing else.
var Defaults = options{
	ErrorHandler: func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401"
	},
	OnError: func(w http.ResponseWriter, err error) {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, err.Error(), http.StatusUnauthorized)
	},
}

// A handler that cannot be seen may do anything.
func byOption(o options) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if o.ErrorHandler != nil {
			o.ErrorHandler(w, r)
			return
		}
		w.WriteHeader(401) // want "missing-challenge: 401"
	}
}

// A closure that is called in place calls a helper. Which clients get a challenge, only the function around it knows.
func refuseInside(w http.ResponseWriter) { w.WriteHeader(http.StatusUnauthorized) }

func insideForSome(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("b") != "" {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
	}
	func() { // want "missing-challenge: refuseInside answers 401, and no WWW-Authenticate header was set before this call"
		refuseInside(w)
	}()
}

func insideForNone(w http.ResponseWriter, r *http.Request) {
	func() {
		refuseInside(w) // want "missing-challenge: refuseInside answers 401, and no WWW-Authenticate header was set before this call"
	}()
}

func insideForAll(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
	func() {
		refuseInside(w)
	}()
}
