// Package correlated has handlers in which branches, helpers and closures belong together: what is known in one decides the other.
package correlated

import "net/http"

func neither(p, q bool) bool { return !p && !q }

func negated(p bool) bool { return !(!p) }

func second(p, q bool) bool { return q }

// An argument that is computed of another one: not both can be false.
func contradicts(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	w.WriteHeader(404)
	if neither(a, !a) {
		w.WriteHeader(500)
	}
}

func agrees(w http.ResponseWriter, r *http.Request) {
	a, b := r.FormValue("a") != "", r.FormValue("b") != ""
	w.WriteHeader(404)
	if neither(a, !b) {
		w.WriteHeader(500) // want "late-status: status 500 .* 404 has"
	}
}

// The helper returns what it computes of its argument.
func asksTwice(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if negated(a) {
		http.Error(w, "no", 404)
	}
	if !a {
		http.Error(w, "no", 500)
	}
}

func asksTheSame(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if negated(a) {
		http.Error(w, "no", 404)
	}
	if a {
		http.Error(w, "no", 500) // want "late-status: status 500 .* 404 has"
	}
}

func asksSecond(w http.ResponseWriter, r *http.Request) {
	a, b := r.FormValue("a") != "", r.FormValue("b") != ""
	if second(b, a) {
		http.Error(w, "no", 404)
		return
	}
	if a {
		w.Write([]byte("never"))
	}
	w.WriteHeader(500)
}

// The number of letters, and whether there are none.
func lengths(w http.ResponseWriter, r *http.Request) {
	n := len(r.FormValue("n"))
	w.WriteHeader(200)
	if n == 1 {
		if n == 0 {
			w.WriteHeader(404)
		}
		w.WriteHeader(500) // want "late-status: status 500"
	}
}

// A loop of which the first round returns does not go round.
func rounds(w http.ResponseWriter, r *http.Request) {
	n := len(r.FormValue("n"))
	for i := 0; i < n; i++ {
		return
	}
	if n == 1 {
		w.WriteHeader(401)
	}
}

// What was found out before an inner loop still holds in the next round of the outer one.
func nested(w http.ResponseWriter, r *http.Request) {
	mode := r.FormValue("mode")
	for range 2 {
		if !(mode == "x") {
			http.Error(w, "no", 404)
			return
		} else {
			for range 2 {
				w.WriteHeader(500)
			}
		}
	}
}
