package missingchallenge

import (
	"errors"
	"net/http"
)

// refused is an error that is no pointer: who asks for it gets a copy.
type refused struct {
	text   string
	status int
}

func (r refused) Error() string { return r.text }

type refusing func(w http.ResponseWriter, r *http.Request) error

func (h refusing) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	var copied refused
	if errors.As(err, &copied) {
		http.Error(w, copied.text, copied.status)
		return
	}
	if err != nil {
		http.Error(w, "broken", http.StatusInternalServerError)
	}
}

var _ http.Handler = refusing(copiedError)

func copiedError(w http.ResponseWriter, r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return refused{"who are you?", http.StatusUnauthorized} // want "missing-challenge: refusing.ServeHTTP sends this 401 with no WWW-Authenticate header"
	}
	w.Write([]byte("hello"))
	return nil
}
