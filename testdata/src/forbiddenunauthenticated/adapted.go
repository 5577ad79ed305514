package forbiddenunauthenticated

import (
	"errors"
	"net/http"
)

// What a handler returns is made an answer by the function that it is given to.

type desk struct{ lodge }

func (d *desk) routes(mux *http.ServeMux) {
	mux.HandleFunc("/int", answering(d.returnsInt))
	mux.HandleFunc("/variable", failing(d.returnsVariable))
	mux.HandleFunc("/closure", answering(func(w http.ResponseWriter, r *http.Request) (int, error) {
		if !d.valid(r) {
			return http.StatusForbidden, errWrong // want "forbidden-unauthenticated: .*the Basic credentials.* challenge$"
		}
		return http.StatusForbidden, errors.New("nobody may have this")
	}))
	mux.HandleFunc("/other", failing(d.returnsOther))
}

// answering answers with the number that a handler returns.
func answering(f func(http.ResponseWriter, *http.Request) (int, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		status, err := f(w, r)
		if err == nil {
			return
		}
		if status == http.StatusUnauthorized {
			w.Header().Set("WWW-Authenticate", challenge)
		}
		http.Error(w, err.Error(), status)
	}
}

func (d *desk) returnsInt(w http.ResponseWriter, r *http.Request) (int, error) {
	if _, err := r.Cookie("session"); err != nil {
		return http.StatusForbidden, err // want "forbidden-unauthenticated: .*the cookie .session.* challenge$"
	}
	if !d.valid(r) {
		return http.StatusUnauthorized, errWrong
	}
	w.Write([]byte("hello"))
	return 0, nil
}

type failure struct {
	status int
	text   string
}

func (e *failure) Error() string { return e.text }

var (
	errLogin  = &failure{http.StatusForbidden, "log in"}
	errClosed = &failure{http.StatusForbidden, "closed"}
)

func failing(f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var e *failure
		if err := f(w, r); errors.As(err, &e) {
			http.Error(w, e.text, e.status)
		} else if err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	}
}

// The error with the status is a package variable.
func (d *desk) returnsVariable(w http.ResponseWriter, r *http.Request) error {
	if _, err := r.Cookie("session"); err != nil {
		return errLogin // want "forbidden-unauthenticated: .*the cookie .session.* challenge$"
	}
	w.Write([]byte("hello"))
	return nil
}

// The server is closed for all.
func (d *desk) returnsOther(w http.ResponseWriter, r *http.Request) error {
	if !d.public {
		return errClosed
	}
	w.Write([]byte("hello"))
	return nil
}

// RoundTrip is no handler: what it returns is for the client that it serves.
func (d *desk) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Header.Get("Authorization") == "" {
		return nil, &failure{http.StatusForbidden, "no token"}
	}
	return http.DefaultTransport.RoundTrip(r)
}
