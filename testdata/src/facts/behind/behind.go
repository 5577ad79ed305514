package behind

import (
	"errors"
	"net/http"
)

// Refusal says why.
type Refusal struct {
	Status int
	Text   string
}

// Endpoint is implemented by one type.
type Endpoint interface {
	List(r *http.Request) (int, string)
	Refuse(w http.ResponseWriter, text string)
	Check(r *http.Request) *Refusal
	Verdict(text string) int
}

type endpoint struct{ secret string }

// NewEndpoint makes the only one.
func NewEndpoint(secret string) Endpoint { return &endpoint{secret} }

func (e *endpoint) List(r *http.Request) (int, string) {
	if r.Header.Get("Authorization") != e.secret {
		return http.StatusUnauthorized, "who are you?"
	}
	return http.StatusOK, "the items"
}

func (e *endpoint) Refuse(w http.ResponseWriter, text string) {
	http.Error(w, text, http.StatusUnauthorized)
}

func (e *endpoint) Check(r *http.Request) *Refusal {
	if r.Header.Get("Authorization") != e.secret {
		return &Refusal{http.StatusUnauthorized, "who are you?"}
	}
	return nil
}

func (e *endpoint) Verdict(text string) int {
	if text != e.secret {
		return http.StatusUnauthorized
	}
	return http.StatusOK
}

// Several is implemented by two types: which of them it is, nobody knows.
type Several interface {
	Status(r *http.Request) (int, error)
}

// Strict is one.
type Strict struct{}

// Status is 401.
func (Strict) Status(r *http.Request) (int, error) { return http.StatusUnauthorized, errSeveral }

// Lenient is the other.
type Lenient struct{}

// Status is 200.
func (Lenient) Status(r *http.Request) (int, error) { return http.StatusOK, nil }

var errSeveral = errors.New("several")

// Own is an interface whose methods are called where it is declared, too.
type Own interface {
	code(r *http.Request) int
}

type own struct{}

func (own) code(r *http.Request) int {
	if r.Header.Get("Authorization") == "" {
		return http.StatusUnauthorized // want "missing-challenge: this 401 is sent with no WWW-Authenticate header"
	}
	return http.StatusOK
}

// Serve asks one.
func Serve(w http.ResponseWriter, r *http.Request, o Own) {
	if code := o.code(r); code != http.StatusOK {
		w.WriteHeader(code)
		return
	}
	w.Write([]byte("the items"))
}

// Ask asks one of a text.
func Ask(e Endpoint, text string) int { return e.Verdict(text) }
