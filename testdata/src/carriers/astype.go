package carriers

import (
	"errors"
	"net/http"
)

// An error is taken out of others by its type.

type answered struct {
	Code int
	Text string
}

func (e answered) Error() string { return e.Text }

func sendAnswered(w http.ResponseWriter, err error) {
	code := http.StatusInternalServerError
	if a, ok := errors.AsType[answered](err); ok {
		if a.Code != 0 {
			code = a.Code
		}
	}
	w.WriteHeader(code)
	if code == http.StatusUnauthorized {
		w.Write([]byte("who are you?"))
	}
}

func byType(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		sendAnswered(w, answered{Code: 401, Text: "who are you?"}) // want "missing-challenge: .*401"
		return
	}
	if r.URL.Path == "" {
		sendAnswered(w, answered{Code: 410, Text: "gone"})
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func byPointer(w http.ResponseWriter, r *http.Request) {
	err := entry(r)
	if e, ok := errors.AsType[*noEntry](err); ok && e.who != "" {
		w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: .*401"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func entry(r *http.Request) error {
	if r.URL.Path == "" {
		return &noEntry{"joe"}
	}
	return nil
}

// lacking is another name of a type.
type lacking = answered

func sendLacking(w http.ResponseWriter, err error) {
	var l *lacking
	if errors.As(err, &l) {
		w.WriteHeader(l.Code)
		return
	}
	w.WriteHeader(http.StatusInternalServerError)
}

func byAlias(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		sendLacking(w, &answered{Code: 401, Text: "who are you?"}) // want "missing-challenge: .*401"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
