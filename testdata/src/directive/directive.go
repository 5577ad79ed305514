// Package directive has comments that silence findings, and some that do not.
package directive

import "net/http"

func above(w http.ResponseWriter, r *http.Request) {
	//authvet:ignore missing-challenge the clients of this service know what to do
	w.WriteHeader(401)
}

func behind(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(401) //authvet:ignore missing-challenge the clients of this service know what to do
}

func otherRule(w http.ResponseWriter, r *http.Request) {
	/* want "directive: nothing is reported here by late-status" */ //authvet:ignore late-status it is early
	w.WriteHeader(401)                                              // want "missing-challenge: 401"
}

func noReason(w http.ResponseWriter, r *http.Request) {
	/* want "directive: say why" */ //authvet:ignore missing-challenge
	w.WriteHeader(401)              // want "missing-challenge: 401"
}

func unknownRule(w http.ResponseWriter, r *http.Request) {
	/* want "directive: no rule is called .missing-chalenge." */ //authvet:ignore missing-chalenge a word is wrong
	w.WriteHeader(401)                                           // want "missing-challenge: 401"
}

func noRule(w http.ResponseWriter, r *http.Request) {
	/* want "directive: expected" */ //authvet:ignore
	w.WriteHeader(401)               // want "missing-challenge: 401"
}

func noSuchDirective(w http.ResponseWriter, r *http.Request) {
	/* want "directive: expected" */ //authvet:disable missing-challenge nobody cares
	w.WriteHeader(401)               // want "missing-challenge: 401"
}

func unused(w http.ResponseWriter, r *http.Request) {
	/* want "directive: nothing is reported here by missing-challenge" */ //authvet:ignore missing-challenge once it was needed
	w.WriteHeader(403)
}

func tooFar(w http.ResponseWriter, r *http.Request) {
	/* want "directive: nothing is reported here" */ //authvet:ignore missing-challenge two lines above

	w.WriteHeader(401) // want "missing-challenge: 401"
}

// A directive behind a call is about that call alone, and not about the next one.
func nextLine(w http.ResponseWriter, r *http.Request) {
	if r.Method == "PUT" {
		w.WriteHeader(401) //authvet:ignore missing-challenge the clients of this service know what to do
	} else {
		w.WriteHeader(401) // want "missing-challenge: 401"
	}
}

// Prose about directives is no directive: // authvet:ignore missing-challenge has a blank in front.
func prose(w http.ResponseWriter, r *http.Request) {
	// authvet:ignore missing-challenge a blank too many
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// Two rules on one line take one comment each.
func both(w http.ResponseWriter, r *http.Request) {
	//authvet:ignore malformed-challenge an old client wants it so
	w.Header().Set("WWW-Authenticate", "Basic realm=x")
	w.WriteHeader(401)
	//authvet:ignore late-status it is only counted
	w.WriteHeader(500)
}
