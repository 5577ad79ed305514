package correlated

import "net/http"

// The status is the argument, or another.
func deny(w http.ResponseWriter, code int) {
	if code == 403 {
		code = 404
	}
	w.WriteHeader(code)
}

func goesOn(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("a") == "" {
		w.Header().Set("WWW-Authenticate", "Basic realm=\"x\"")
		deny(w, 401) // want "denial-falls-through: after this 401"
		w.Write([]byte("no"))
	}
	w.Write([]byte("hello"))
}

func mapped(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("a") == "" {
		deny(w, 403)
		w.Write([]byte("no"))
	}
	w.Write([]byte("hello"))
}

// A condition on the argument goes along to the helper's helper.
func fail(w http.ResponseWriter, code int) { inner(w, code) }

func inner(w http.ResponseWriter, code int) {
	if code == 401 {
		w.Header().Set("WWW-Authenticate", "Basic realm=\"x\"")
	}
	w.WriteHeader(code)
}

func fails(w http.ResponseWriter, r *http.Request) { fail(w, 401) }

// The wrapper sets the challenge with a 401 that goes through it, and with no other.
type asking struct{ http.ResponseWriter }

func (a *asking) WriteHeader(code int) {
	a.ResponseWriter.Header().Set("WWW-Authenticate", "Basic realm=\"x\"")
	a.ResponseWriter.WriteHeader(code)
}

func idle(w http.ResponseWriter, code int) {}

func besideWrapper(w http.ResponseWriter, r *http.Request) {
	idle(&asking{w}, 401)
	w.WriteHeader(401) // want "missing-challenge"
}

func throughWrapper(w http.ResponseWriter, r *http.Request) { deny(&asking{w}, 401) }

// The next handler may set what was deleted before.
func deletes(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Del("WWW-Authenticate")
		next.ServeHTTP(w, r)
		w.WriteHeader(401)
	})
}

// manyWays ends in many ways, of which only one has answered: what else decides does not matter.
func manyWays(w http.ResponseWriter, mode string, a, b, c bool) {
	if a {
		println("a")
	}
	if b {
		println("b")
	}
	if c {
		println("c")
	}
	switch mode {
	case "x":
	case "y":
		w.Write([]byte("hello"))
	case "z":
	}
}

func knowsTheWay(w http.ResponseWriter, r *http.Request) {
	mode := r.FormValue("mode")
	manyWays(w, mode, r.FormValue("a") != "", r.FormValue("b") != "", r.FormValue("c") != "")
	if mode == "x" {
		http.Error(w, "no", 404)
	}
}

func theOtherWay(w http.ResponseWriter, r *http.Request) {
	mode := r.FormValue("mode")
	manyWays(w, mode, r.FormValue("a") != "", r.FormValue("b") != "", r.FormValue("c") != "")
	if mode == "y" {
		http.Error(w, "no", 404) // want "late-status: status 404 .* 200 has"
	}
}
