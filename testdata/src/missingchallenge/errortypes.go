package missingchallenge

import (
	"errors"
	"fmt"
	"net/http"
)

// statusError is an error with a status; writeError sends it.
type statusError struct {
	status int
	text   string
}

func (e *statusError) Error() string { return e.text }

type failing func(w http.ResponseWriter, r *http.Request) error

func (f failing) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := f(w, r)
	if err == nil {
		return
	}
	var se *statusError
	if errors.As(err, &se) {
		http.Error(w, se.text, se.status)
		return
	}
	http.Error(w, "oh no", http.StatusInternalServerError)
}

func failingBare(w http.ResponseWriter, r *http.Request) error {
	if !signedIn(r) {
		return &statusError{status: 401, text: "who are you?"} // want "missing-challenge: .*401"
	}
	return &statusError{403, "not you"}
}

func failingRight(w http.ResponseWriter, r *http.Request) error {
	if !signedIn(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		return &statusError{401, "who are you?"}
	}
	return errors.New("oh no")
}

// The error is made where it is returned, although a closure has captured the status.
func failingCaptured(w http.ResponseWriter, r *http.Request) error {
	status := 404
	status = 401
	defer func() { println(status) }()
	if !signedIn(r) {
		return &statusError{status, "who are you?"} // want "missing-challenge: .*401"
	}
	status = 200
	return nil
}

// What is returned first goes into a variable that the deferred function could read: with one return alone it is never anything else.
func failingDeferred(w http.ResponseWriter, r *http.Request) error {
	defer println("done")
	return &statusError{401, "who are you?"} // want "missing-challenge: .*401"
}

func failingRoutes(mux *http.ServeMux) {
	mux.Handle("/a", failing(failingBare))
	mux.Handle("/deferred", failing(failingDeferred))
	mux.Handle("/b", failing(failingRight))
	mux.Handle("/c", failing(failingCaptured))
}

// errWho has no status: it gets one where it is mapped.
var errWho = errors.New("who are you?")

type mapping func(w http.ResponseWriter, r *http.Request) error

func (m mapping) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := m(w, r)
	switch {
	case err == nil:
	case errors.Is(err, errWho):
		http.Error(w, err.Error(), http.StatusUnauthorized) // want "missing-challenge: .*401"
	default:
		http.Error(w, err.Error(), 500)
	}
}

func mappingBare(w http.ResponseWriter, r *http.Request) error {
	if !signedIn(r) {
		return errWho
	}
	return nil
}

func mappingRoutes(mux *http.ServeMux) { mux.Handle("/", mapping(mappingBare)) }

func mappedInPlace(w http.ResponseWriter, r *http.Request) {
	err := find(r)
	switch {
	case errors.Is(err, errWho):
		http.Error(w, err.Error(), 401) // want "missing-challenge: 401"
	case err != nil:
		http.Error(w, err.Error(), 500)
	}
}

func find(r *http.Request) error {
	if !signedIn(r) {
		return fmt.Errorf("find: %w", errWho)
	}
	return nil
}

// statusOf maps errors to statuses.
func statusOf(err error) int {
	if errors.Is(err, errWho) {
		return http.StatusUnauthorized
	}
	return http.StatusInternalServerError
}

func mappedRight(w http.ResponseWriter, r *http.Request) {
	if err := find(r); err != nil {
		code := statusOf(err)
		if code == http.StatusUnauthorized {
			w.Header().Set("WWW-Authenticate", challenge)
		}
		http.Error(w, err.Error(), code)
	}
}

// notice has a status field that is nobody's status: only its text is used.
type notice struct {
	Code int
	Text string
}

func (n *notice) Error() string { return n.Text }

func noticed(r *http.Request) error {
	if !signedIn(r) {
		return &notice{Code: 401, Text: "who are you?"}
	}
	return nil
}

func redirects(w http.ResponseWriter, r *http.Request) {
	if err := noticed(r); err != nil {
		http.Redirect(w, r, "/login?why="+err.Error(), http.StatusFound)
		return
	}
	w.WriteHeader(204)
}

func showsNotice(w http.ResponseWriter, r *http.Request) {
	n := &notice{Code: http.StatusUnauthorized, Text: "who are you?"}
	fmt.Fprintln(w, n.Text)
}
