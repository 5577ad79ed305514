package missingchallenge

import "net/http"

// An empty line beside the challenge takes nothing away, in a closure either.
func emptyBeside(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
	func() {
		w.Header().Add("WWW-Authenticate", "")
		http.Error(w, "who are you?", http.StatusUnauthorized)
	}()
}

func emptyAlone(w http.ResponseWriter, r *http.Request) {
	func() {
		w.Header().Add("WWW-Authenticate", "")
		http.Error(w, "who are you?", http.StatusUnauthorized) // want "missing-challenge: "
	}()
}
