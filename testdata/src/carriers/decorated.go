package carriers

import (
	"errors"
	"fmt"
	"net/http"
)

// An error with a status in it is decorated by a method that changes a copy of it.

type fault struct {
	code   int
	text   string
	reason string
}

func (f *fault) Error() string { return f.text + f.reason }

// withReason changes a copy.
func (f *fault) withReason(reason string) *fault {
	c := *f
	c.reason = reason
	return &c
}

// withText is called on a copy.
func (f fault) withText(text string) *fault {
	f.text = text
	return &f
}

// withCode is another error, with another status.
func (f *fault) withCode(code int) *fault {
	c := *f
	c.code = code
	return &c
}

var (
	errNoToken = &fault{code: 401, text: "no token"}      // want "missing-challenge: .*401"
	errExpired = &fault{code: 401, text: "it is expired"} // want "missing-challenge: .*401"
	errNothing = &fault{code: 404, text: "nothing here"}
	errMoved   = &fault{code: 401, text: "never sent with this status"}
	errStale   = fault{code: 401, text: "stale"} // want "missing-challenge: .*401"
)

type faulting func(w http.ResponseWriter, r *http.Request) error

func (h faulting) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var f *fault
	switch err := h(w, r); {
	case err == nil:
	case errors.As(err, &f):
		http.Error(w, f.text, f.code)
	default:
		http.Error(w, "oh no", 500)
	}
}

func decorated(w http.ResponseWriter, r *http.Request) error {
	if !signedIn(r) {
		return errNoToken.withReason(r.URL.Path)
	}
	return errNothing.withReason(r.URL.Path)
}

func decoratedTwice(w http.ResponseWriter, r *http.Request) error {
	return fmt.Errorf("page: %w", errExpired.withReason("too old").withText("no"))
}

func decoratedOther(w http.ResponseWriter, r *http.Request) error {
	return errMoved.withCode(404).withReason("moved")
}

func decoratedValue(w http.ResponseWriter, r *http.Request) error {
	return errStale.withText("really").withReason("stale")
}

func decoratedFresh(w http.ResponseWriter, r *http.Request) error {
	return errMoved.withCode(401) // want "missing-challenge: .*401"
}

func decoratedRoutes(mux *http.ServeMux) {
	mux.Handle("/a", faulting(decorated))
	mux.Handle("/b", faulting(decoratedTwice))
	mux.Handle("/c", faulting(decoratedOther))
	mux.Handle("/d", faulting(decoratedValue))
	mux.Handle("/e", faulting(decoratedFresh))
}
