package missingchallenge

import "net/http"

// even and odd call one another: what they do in the end is not asked for, but it must be asked in finite time.
func even(w http.ResponseWriter, n int) {
	if n == 0 {
		w.WriteHeader(200)
		return
	}
	odd(w, n-1)
}

func odd(w http.ResponseWriter, n int) {
	if n == 0 {
		w.WriteHeader(403)
		return
	}
	even(w, n-1)
}

func callsEven(w http.ResponseWriter, r *http.Request) { even(w, len(r.URL.Path)) }

func retry(w http.ResponseWriter, r *http.Request, n int) {
	if n > 3 {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(401)
		return
	}
	retry(w, r, n+1)
}

// The challenge is set before the way into the circle.
func walkAll(w http.ResponseWriter, r *http.Request, depth int) int {
	w.Header().Set("WWW-Authenticate", challenge)
	if depth == 0 {
		w.WriteHeader(401)
		return 401
	}
	return walkAll(w, r, depth-1)
}

type visitor struct{ w http.ResponseWriter }

func (v *visitor) visit(paths []string) {
	for i := range paths {
		v.visit(paths[i+1:])
	}
}

func callsVisit(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		w.WriteHeader(401) // want "missing-challenge: 401"
		return
	}
	(&visitor{w}).visit(r.URL.Query()["path"])
}

var selfCalling func(w http.ResponseWriter, n int)

func init() {
	selfCalling = func(w http.ResponseWriter, n int) {
		if n > 0 {
			selfCalling(w, n-1)
		}
	}
}
