package forbiddenunauthenticated

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// An error is asked for its type, and for its kind, where it has come to.

type kindError struct{ kind int }

func (e *kindError) Error() string { return "denied" }
func (e *kindError) Kind() int     { return e.kind }

const deniedKind = 2

func ownerOf(key string) (string, error) {
	name, ok := owners[key]
	if !ok {
		return "", &kindError{deniedKind}
	}
	return name, nil
}

var owners map[string]string

func ofKind(w http.ResponseWriter, r *http.Request) {
	name, err := ownerOf(r.Header.Get("Authorization"))
	if e, ok := err.(*kindError); ok && e.Kind() == deniedKind {
		http.Error(w, "denied", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*Authorization header.*medium"
		return
	}
	w.Write([]byte(name))
}

func ofType(w http.ResponseWriter, r *http.Request) {
	_, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return nil, nil })
	if err != nil {
		switch err.(type) {
		case *unverified:
			http.Error(w, "denied", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*Authorization header"
		default:
			http.Error(w, "broken", http.StatusInternalServerError)
		}
		return
	}
	w.Write([]byte("hello"))
}

// unverified stands for the type of a library's errors.
type unverified struct{}

func (*unverified) Error() string { return "not verified" }

// What the connection says is no matter of who sends it, whatever its error's type.
func ofOther(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		if _, ok := err.(*http.MaxBytesError); ok {
			http.Error(w, "too much", http.StatusForbidden)
			return
		}
	}
	w.Write([]byte("hello"))
}
