package carriers

import (
	"errors"
	"net/http"
)

// An error is asked for its status, by whatever type it is of.

type coded interface{ StatusCode() int }

type codedError struct {
	code int
	text string
}

func (e codedError) Error() string { return e.text }

// StatusCode is 500 where nobody has said more.
func (e codedError) StatusCode() int {
	if e.code == 0 {
		return http.StatusInternalServerError
	}
	return e.code
}

type noEntry struct{ who string }

func (e *noEntry) Error() string { return "no entry for " + e.who }

func (e *noEntry) StatusCode() int { return http.StatusUnauthorized }

type notThere struct{}

func (notThere) Error() string { return "nothing here" }

func (notThere) StatusCode() int { return http.StatusNotFound }

type asking func(w http.ResponseWriter, r *http.Request) error

func (h asking) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	if err == nil {
		return
	}
	code := http.StatusInternalServerError
	var c coded
	if errors.As(err, &c) {
		code = c.StatusCode()
	}
	http.Error(w, err.Error(), code)
}

func asksCoded(w http.ResponseWriter, r *http.Request) error {
	if !signedIn(r) {
		return codedError{code: 401, text: "who are you?"} // want "missing-challenge: .*401"
	}
	return codedError{text: "oh no"}
}

func asksConstant(w http.ResponseWriter, r *http.Request) error {
	if !signedIn(r) {
		return &noEntry{r.URL.Path} // want "missing-challenge: .*401"
	}
	return notThere{}
}

func asksPlain(w http.ResponseWriter, r *http.Request) error { return errors.New("401") }

func askingRoutes(mux *http.ServeMux) {
	mux.Handle("/a", asking(asksCoded))
	mux.Handle("/b", asking(asksConstant))
	mux.Handle("/c", asking(asksPlain))
}

// writeAsked is called with the error, and asserts what it wants to know.
func writeAsked(w http.ResponseWriter, err error) {
	if c, ok := err.(coded); ok {
		http.Error(w, err.Error(), c.StatusCode())
		return
	}
	http.Error(w, err.Error(), 500)
}

func asksDirectly(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		writeAsked(w, &noEntry{}) // want "missing-challenge: 401"
		return
	}
	writeAsked(w, notThere{})
}

func whoCalls(r *http.Request) error {
	if !signedIn(r) {
		return codedError{code: 401, text: "who are you?"} // want "missing-challenge: this 401"
	}
	return nil
}

func asksReturned(w http.ResponseWriter, r *http.Request) {
	if err := whoCalls(r); err != nil {
		writeAsked(w, err)
	}
}

// writeAskedWell sets the challenge where it is wanted.
func writeAskedWell(w http.ResponseWriter, err error) {
	if c, ok := err.(coded); ok {
		if c.StatusCode() == 401 {
			w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		}
		w.WriteHeader(c.StatusCode())
	}
}

func asksWell(w http.ResponseWriter, r *http.Request) {
	writeAskedWell(w, &noEntry{})
}
