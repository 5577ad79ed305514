package missingchallenge

import (
	"io"
	"net/http"
)

// A header that is set after the status has left does not leave any more.
func setTooLate(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(401) // want "missing-challenge: .*too late"
	w.Header().Set("WWW-Authenticate", challenge)
	io.WriteString(w, "who are you?")
}

func setTooLateAfterError(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		http.Error(w, "who are you?", 401) // want "missing-challenge: .*too late"
		w.Header().Set("WWW-Authenticate", challenge)
		return
	}
}

func setTooLateByIndex(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	w.WriteHeader(401) // want "missing-challenge: .*too late"
	h["Www-Authenticate"] = []string{challenge}
}

func setInDefer(w http.ResponseWriter, r *http.Request) {
	defer w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(401) // want "missing-challenge: .*too late"
}

// One of two is enough.
func setBeforeAndAfter(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(401)
	w.Header().Set("WWW-Authenticate", "Negotiate")
}
