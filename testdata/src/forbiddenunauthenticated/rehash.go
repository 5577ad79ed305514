package forbiddenunauthenticated

import (
	"crypto/subtle"
	"errors"
	"net/http"
	"os"
)

// A truth value beside an error need not be the verdict: here it says whether the hash is to be renewed.

var errMismatch = errors.New("no such password")

type hash struct {
	sum    []byte
	rounds int
}

func (h *hash) read(text []byte) error {
	if len(text) < 10 {
		return errors.New("no hash")
	}
	h.sum, h.rounds = text[2:], int(text[0])
	return nil
}

func (h *hash) compare(password []byte) error {
	if subtle.ConstantTimeCompare(password, h.sum) != 1 {
		return errMismatch
	}
	return nil
}

func (h *hash) stale() bool { return h.rounds < 10 || len(h.sum) < 16 }

func matches(text, password []byte) (renew bool, err error) {
	h := new(hash)
	if err := h.read(text); err != nil {
		return false, err
	}
	if err := h.compare(password); err != nil {
		return false, err
	}
	return h.stale(), nil
}

func renewed(w http.ResponseWriter, r *http.Request) {
	_, password, _ := r.BasicAuth()
	text, err := os.ReadFile("hash")
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	renew, err := matches(text, []byte(password))
	if err != nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 .*the Basic credentials"
		return
	}
	if renew {
		w.Write([]byte("renewed"))
	}
}

// Here it never says no without an error, and so says nothing.
func certain(password string) (bool, error) {
	if password != os.Getenv("PASSWORD") {
		return false, errMismatch
	}
	return true, nil
}

func sure(w http.ResponseWriter, r *http.Request) {
	_, password, _ := r.BasicAuth()
	if ok, err := certain(password); err != nil || !ok {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 .*the Basic credentials"
	}
}

var load func(user string) ([]byte, error)

// And here it is the verdict: the error is about something else, and the place is closed to everybody meanwhile.
func verdict(user, password string) (bool, error) {
	text, err := load(user)
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(text, []byte(password)) == 1, nil
}

func closed(w http.ResponseWriter, r *http.Request) {
	user, password, _ := r.BasicAuth()
	ok, err := verdict(user, password)
	if err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	if ok {
		w.Write([]byte("hello"))
	}
}

func spelt(user, password string) (bool, error) {
	text, err := load(user)
	if err != nil {
		return false, err
	}
	if string(text) != password {
		return false, nil
	}
	return true, nil
}

func speltClosed(w http.ResponseWriter, r *http.Request) {
	user, password, _ := r.BasicAuth()
	ok, err := spelt(user, password)
	if err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	if ok {
		w.Write([]byte("hello"))
	}
}
