package missingchallenge

import "net/http"

// A status that has not left its function stands where it is sent, and not where the variable was set.

func sendsLocal(w http.ResponseWriter) {
	status := 401
	func() { // want "missing-challenge: "
		w.WriteHeader(status)
	}()
	status = 403
	_ = status
}

func callsLocal(w http.ResponseWriter) { sendsLocal(w) }

func throughLocal(w http.ResponseWriter, r *http.Request) { callsLocal(w) }
