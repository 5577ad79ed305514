package missingchallenge

import (
	"encoding/json"
	"errors"
	"net/http"
)

// sentence is an answer that sends itself: its methods have a copy of it, which they change.
type sentence struct {
	code int
	text any
}

var errBroken, errRefusedSentence = errors.New("broken"), errors.New("refused")

func (s sentence) send(w http.ResponseWriter) {
	if s.code == 0 {
		s.code = http.StatusOK
	}
	if s.text == nil {
		s.text = http.StatusText(s.code)
	}
	if err, ok := s.text.(error); ok {
		if errors.Is(err, errBroken) {
			s.code = http.StatusInternalServerError
		}
		s.text = err.Error()
	}
	w.WriteHeader(s.code)
	json.NewEncoder(w).Encode(s.text)
}

func sendsSentence(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		sentence{code: http.StatusUnauthorized, text: "who are you?"}.send(w) // want "missing-challenge: 401 is sent with no WWW-Authenticate header"
		return
	}
	sentence{text: "hello"}.send(w)
}

func sendsSentenceWell(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		sentence{code: http.StatusUnauthorized, text: "who are you?"}.send(w)
		return
	}
	sentence{text: "hello"}.send(w)
}

// A refusal becomes a sentence, with another status for one of the errors.
type refusal struct{ why error }

func (f refusal) send(w http.ResponseWriter) {
	s := sentence{code: http.StatusUnauthorized, text: f.why}
	if errors.Is(f.why, errRefusedSentence) {
		s.code = http.StatusForbidden
	}
	s.send(w) // want "missing-challenge: 401 is sent with no WWW-Authenticate header"
}

// What stood there has been replaced.
func (s sentence) found(w http.ResponseWriter) {
	s.code = http.StatusNotFound
	w.WriteHeader(s.code)
}

func sendsFound(w http.ResponseWriter, r *http.Request) {
	sentence{code: http.StatusUnauthorized}.found(w)
}
