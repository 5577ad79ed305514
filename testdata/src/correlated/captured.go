package correlated

import "net/http"

// What is around a closure that is called in place excludes one of its branches.
func excluded(w http.ResponseWriter, r *http.Request) {
	switch mode := r.FormValue("mode"); mode {
	case "page":
		func() {
			if mode == "script" {
				w.WriteHeader(404)
			}
			http.Error(w, "no", 500)
		}()
	}
}

func notExcluded(w http.ResponseWriter, r *http.Request) {
	mode := r.FormValue("mode")
	if mode != "page" {
		func() {
			if mode == "script" {
				w.WriteHeader(404)
			}
			http.Error(w, "no", 500) // want "late-status: status 500 .* 404 has"
		}()
	}
}

// A constant that is captured, by a closure in a closure too.
func capturedConstant(w http.ResponseWriter, r *http.Request) {
	status := 404
	func() {
		if r.FormValue("a") != "" {
			if status != 500 {
				return
			}
			w.WriteHeader(200)
		}
		http.Error(w, "no", 404)
	}()
	func() {
		defer func() {
			if status == 500 {
				w.WriteHeader(500)
			}
		}()
	}()
}

// One that is set later is none.
func setLater(w http.ResponseWriter, r *http.Request) {
	var status int
	defer func() {
		if status == 500 {
			w.WriteHeader(200)
		}
		http.Error(w, "no", 404) // want "late-status: status 404 .* 200 has"
	}()
	status = 500
}

// A closure tells of an error, but only where something else has been written.
func deferredLast(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	defer func() {
		if a {
			w.Write([]byte("unauthorized"))
		}
	}()
	if !a {
		return
	}
	w.Write([]byte("hello"))
}

func deferredFirst(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	defer func() {
		if a {
			w.Write([]byte("unauthorized")) // want "error-as-ok"
		}
	}()
	if a {
		return
	}
	w.Write([]byte("hello"))
}

func deferredRefusal(w http.ResponseWriter, text string) { w.Write([]byte(text)) }

// What decides about a deferred call stands where it is deferred.
func refusesLater(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("a") != "" {
		defer deferredRefusal(w, "unauthorized") // want "error-as-ok"
	}
}

func alwaysLater(w http.ResponseWriter, r *http.Request) {
	defer deferredRefusal(w, "unauthorized: how to sign in")
}

// A deferred call is given what is known where it is deferred.
func givenLater(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if a {
		return
	}
	defer refusesIf(w, a)
	w.Write([]byte("hello"))
}

func givenLaterToo(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if !a {
		return
	}
	defer refusesIf(w, a) // want "late-status: status 404 .* 200 has"
	w.Write([]byte("hello"))
}

func refusesIf(w http.ResponseWriter, refused bool) {
	if refused {
		http.Error(w, "no", 404)
	}
}

// A closure in a closure: what the outer one is called after excludes it.
func deferredDeep(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if a {
		w.WriteHeader(404)
	}
	defer func() {
		func() {
			if a {
				w.Write([]byte("forbidden"))
			}
		}()
	}()
}

func deferredDeepFirst(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if !a {
		w.WriteHeader(404)
	}
	defer func() {
		func() {
			if a {
				w.Write([]byte("forbidden")) // want "error-as-ok"
			}
		}()
	}()
}

// In a middleware it stands in one more.
func deepInHandler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a := r.FormValue("a") != ""
		if a {
			w.WriteHeader(404)
		}
		defer func() {
			func() {
				if a {
					w.Write([]byte("forbidden"))
				} else {
					w.Write([]byte("unauthorized")) // want "error-as-ok"
				}
			}()
		}()
	})
}

// A denial in a closure is only gone past where it has been sent.
func deniedAfter(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	defer func() {
		if !a {
			http.Error(w, "no", 403) // want "late-status: status 403 .* 200 has"
		}
		http.Error(w, "hello", 200)
	}()
	if a {
		return
	}
	w.Write([]byte("hello"))
}

func deniedBefore(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	defer func() {
		if !a {
			w.WriteHeader(403) // want "denial-falls-through"
			w.Write([]byte("no"))
		}
		http.Error(w, "hello", 200)
	}()
}

// A variable that still is an argument, when a closure asks: 404 is not sent there.
func asksLater(w http.ResponseWriter, code int) {
	if code < 400 {
		w.WriteHeader(code)
	}
	func() {
		if code == 500 {
			http.Error(w, "hello", 200)
		}
	}()
	code = 404
}

func neverAsked(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(404)
	asksLater(w, 407)
}

func isAsked(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(404)
	asksLater(w, 500) // want "late-status: status 200 .* 404 has"
}
