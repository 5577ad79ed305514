package missingchallenge

import (
	"net/http"

	"github.com/go-chi/render"
)

// The status waits on the request until something is rendered.
func rendered(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		render.Status(r, http.StatusUnauthorized)
		render.JSON(w, r, "who are you?") // want "missing-challenge: .*401"
		return
	}
	render.Status(r, http.StatusForbidden)
	render.JSON(w, r, "not you")
}

func renderedRight(w http.ResponseWriter, r *http.Request) {
	render.Status(r, http.StatusUnauthorized)
	w.Header().Set("WWW-Authenticate", challenge)
	render.PlainText(w, r, "who are you?")
}

func renderedReset(w http.ResponseWriter, r *http.Request) {
	render.Status(r, http.StatusUnauthorized)
	render.Status(r, http.StatusOK)
	render.JSON(w, r, "hello")
}

// Status alone sends nothing.
func renderedNot(w http.ResponseWriter, r *http.Request) {
	render.Status(r, http.StatusUnauthorized)
}
