package correlated

import "net/http"

// With so many ways out, not all conditions are kept; what the caller knows of them may tell that nothing was written.
func severalWays(w http.ResponseWriter, p bool, code int) bool {
	switch code {
	case 200:
	case 401, 407:
	default:
		w.Write([]byte("hello"))
	}
	if code == 500 || p {
		code = 401
	}
	return true
}

func knowsWhichWay(w http.ResponseWriter, r *http.Request) {
	severalWays(w, true, 401)
	w.WriteHeader(404)
}

// Here it tells that something was: whether the challenge is missing or the status late is not known.
func answered(w http.ResponseWriter, r *http.Request) {
	writesForSome(w, true, 401)
	w.WriteHeader(401)
}

func writesForSome(w http.ResponseWriter, any bool, code int) {
	if code < 400 {
		return
	}
	if any || true {
		looks(code)
	}
	switch code {
	case 401, 407:
		w.Write([]byte("hello"))
	}
}

func looks(code int) {
	if code != 400 {
		println(code)
	}
}

// What the helper returns says whether it has answered.
func saysWhether(w http.ResponseWriter, r *http.Request) {
	if !writesAndSays(w, true, 500) {
		return
	}
	w.WriteHeader(401) // want "missing-challenge: 401 is sent with no WWW-Authenticate header"
}

func writesAndSays(w http.ResponseWriter, any bool, code int) bool {
	if code < 400 {
		return true
	}
	if any || true {
		looks(code)
	}
	switch code {
	case 401, 407:
		w.Write([]byte("hello"))
		return false
	}
	return true
}

// What is asked for two closures deep was asked for around them, and the challenge set.
func twoDeep(w http.ResponseWriter, r *http.Request) {
	mode := r.FormValue("mode")
	if mode == "x" {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
	}
	func() {
		func() {
			if mode == "x" {
				w.WriteHeader(401)
			}
		}()
	}()
}

func twoDeepBare(w http.ResponseWriter, r *http.Request) {
	mode := r.FormValue("mode")
	func() {
		func() {
			if mode == "x" {
				w.WriteHeader(401) // want "missing-challenge: 401 is sent with no WWW-Authenticate header"
			}
		}()
	}()
}

func twoDeepForSome(w http.ResponseWriter, r *http.Request) {
	mode := r.FormValue("mode")
	if mode == "x" {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
	}
	func() { // want "missing-challenge: twoDeepForSome answers 401, and no WWW-Authenticate header was set before this call"
		func() {
			if mode != "y" {
				w.WriteHeader(401)
			}
		}()
	}()
}
