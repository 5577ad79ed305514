package missingchallenge

import (
	"errors"
	"net/http"
)

// Who sends errors may run the handler anew.
type redirectedAgain struct{ mux *http.ServeMux }

var errAgain = errors.New("again")

type codedAgain struct{ status int }

func (c codedAgain) Error() string { return http.StatusText(c.status) }

func (h *redirectedAgain) serve(w http.ResponseWriter, r *http.Request) {
	if err := allowedAgain(r); err != nil {
		h.fail(w, r, err)
		return
	}
	h.mux.ServeHTTP(w, r)
}

func (h *redirectedAgain) fail(w http.ResponseWriter, r *http.Request, err error) {
	if err == errAgain {
		h.serve(w, r)
		return
	}
	c, ok := err.(codedAgain)
	if !ok {
		c = codedAgain{http.StatusInternalServerError}
	}
	w.WriteHeader(c.status)
}

func allowedAgain(r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return codedAgain{http.StatusUnauthorized} // want "missing-challenge: this 401 is sent with no WWW-Authenticate header"
	}
	return nil
}
