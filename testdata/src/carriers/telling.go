package carriers

import (
	"errors"
	"net/http"
)

// refusal tells its status by a method, to whoever asks for that by an interface.
type refusal struct{ status int }

func (r refusal) Error() string   { return "refused" }
func (r refusal) StatusCode() int { return r.status }

// shortage has a code of its own, which is no status.
type shortage struct{ code int }

func (s shortage) Error() string   { return "out of it" }
func (s shortage) StatusCode() int { return 503 }

type coder interface {
	error
	StatusCode() int
}

func asserts(w http.ResponseWriter, err error) {
	if c, ok := err.(interface{ StatusCode() int }); ok {
		w.WriteHeader(c.StatusCode())
		return
	}
	w.WriteHeader(500)
}

func asks(w http.ResponseWriter, err error) {
	var c coder
	if errors.As(err, &c) {
		w.WriteHeader(c.StatusCode())
		return
	}
	w.WriteHeader(500)
}

func assertsRefusal(w http.ResponseWriter, r *http.Request) {
	asserts(w, refusal{401}) // want "missing-challenge: 401"
}

func asksRefusal(w http.ResponseWriter, r *http.Request) {
	asks(w, refusal{401}) // want "missing-challenge: 401"
}

func assertsOther(w http.ResponseWriter, r *http.Request) { asserts(w, refusal{404}) }

func asksShortage(w http.ResponseWriter, r *http.Request) { asks(w, shortage{401}) }
