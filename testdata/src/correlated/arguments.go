package correlated

import "net/http"

func notBoth(p, q bool) bool { return !(q && p) }

func notEither(p, q bool) bool { return !(p || q) }

// One argument is the other, negated: never both.
func neverBoth(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if notBoth(a, !a) {
		w.Write([]byte("hello"))
		return
	}
	w.Write([]byte("never"))
	w.WriteHeader(404)
}

func perhapsBoth(w http.ResponseWriter, r *http.Request) {
	a, b := r.FormValue("a") != "", r.FormValue("b") != ""
	if notBoth(a, !b) {
		w.Write([]byte("hello"))
		return
	}
	w.Write([]byte("never"))
	w.WriteHeader(404) // want "late-status: status 404 .* 200 has"
}

func alwaysEither(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if notEither(!a, a) {
		w.Write([]byte("unauthorized"))
	}
}

func perhapsNeither(w http.ResponseWriter, r *http.Request) {
	a, b := r.FormValue("a") != "", r.FormValue("b") != ""
	if notEither(!a, b) {
		w.Write([]byte("unauthorized")) // want "error-as-ok"
	}
}

// A status that is the argument, unless it is changed.
func changes(w http.ResponseWriter, code int) {
	if code >= 500 {
		code = 401
	}
	if code == 401 {
		http.Error(w, "hello", 200)
	}
}

func unchanged(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no", 404)
	changes(w, 407)
}

func changed(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no", 404)
	changes(w, 503) // want "late-status: status 200 .* 404 has"
}

// Two conditions on one argument, under two names.
func twoNames(w http.ResponseWriter, code int) {
	status := 200
	status = code
	defer func() {
		if code == 403 && status >= 400 {
			http.Error(w, "no", 404)
		}
	}()
}

func neitherName(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("hello"))
	twoNames(w, 401)
}

func bothNames(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("hello"))
	twoNames(w, 403) // want "late-status: status 404 .* 200 has"
}
