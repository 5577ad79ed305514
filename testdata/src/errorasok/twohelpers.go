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
