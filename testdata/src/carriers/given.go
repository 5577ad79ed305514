package carriers

import (
	"errors"
	"net/http"
)

// An error that carries the status is given to the function that answers.

type problem struct {
	Code int
	Text string
}

func (p *problem) Error() string { return p.Text }

func newProblem(code int, text string) *problem { return &problem{Code: code, Text: text} }

func noToken() *problem { return newProblem(http.StatusUnauthorized, "no token") } // want "missing-challenge: this 401 is sent"

// respond answers with the status that an error carries, if one does.
func respond(w http.ResponseWriter, err error) {
	if err == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	var p *problem
	if !errors.As(err, &p) {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	http.Error(w, p.Text, p.Code)
}

func givesMade(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		respond(w, noToken())
		return
	}
	respond(w, nil)
}

func givesLiteral(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		respond(w, &problem{Code: 401}) // want "missing-challenge: 401 is sent"
		return
	}
	respond(w, nil)
}

func givesRight(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		respond(w, newProblem(401, "no token"))
		return
	}
	respond(w, newProblem(http.StatusNotFound, "nothing here"))
}

// A plain error carries no status.
func givesPlain(w http.ResponseWriter, r *http.Request) { respond(w, errors.New("401")) }

// respondAsking sets the challenge where it is wanted.
func respondAsking(w http.ResponseWriter, err error) {
	var p *problem
	if errors.As(err, &p) {
		if p.Code == http.StatusUnauthorized {
			w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		}
		http.Error(w, p.Text, p.Code)
	}
}

func givesAsked(w http.ResponseWriter, r *http.Request) {
	respondAsking(w, newProblem(401, "no token"))
}

// ranked makes an error of a status of which something is known.
func ranked(code int, text string) error {
	if code >= 500 {
		println(text)
	}
	return &problem{Code: code, Text: text}
}

func givesRanked(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		respond(w, ranked(http.StatusUnauthorized, "no token")) // want "missing-challenge: 401 is sent"
		return
	}
	respond(w, ranked(http.StatusNotFound, "nothing here"))
}
