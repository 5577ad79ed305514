package errorasok

import "net/http"

// A text goes through two helpers, and is only written for a status that the handler does not pass.

func refuseWith(w http.ResponseWriter, code int, text string) {
	unlessFailed(w, code >= 400, text)
}

func unlessFailed(w http.ResponseWriter, failed bool, text string) {
	if !failed {
		w.Write([]byte(text))
	}
}

func neverWritten(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		refuseWith(w, 403, "unauthorized")
	}
}

func written(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		refuseWith(w, 202, "unauthorized") // want "error-as-ok: "
	}
}

// What a helper is given decides whether it writes.

func writeIf(w http.ResponseWriter, refused bool, text string) {
	if refused {
		w.Write([]byte(text))
	}
}

func decidedByArgument(w http.ResponseWriter, r *http.Request) {
	writeIf(w, r.Header.Get("Authorization") == "", "unauthorized") // want "error-as-ok: "
}

func undecided(w http.ResponseWriter, r *http.Request) {
	writeIf(w, true, "unauthorized is what you are told if you have no token")
}
