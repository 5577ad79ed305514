package missingchallenge

import (
	"context"
	"net/http"
	"strconv"

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

// answer puts the status where Status would put it, into the context of a request of its own.
func answer(w http.ResponseWriter, r *http.Request, code int, v any) {
	ctx := context.WithValue(r.Context(), render.StatusCtxKey, code)
	render.JSON(w, r.WithContext(ctx), v)
}

func rendersReply(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		answer(w, r, http.StatusUnauthorized, "who are you?") // want "missing-challenge: .*401"
		return
	}
	answer(w, r, http.StatusForbidden, "not you")
}

// What else is put there leaves the status as it was remembered.
func rendersOther(w http.ResponseWriter, r *http.Request) {
	render.Status(r, http.StatusUnauthorized)
	ctx := context.WithValue(r.Context(), otherKey{}, http.StatusOK)
	render.JSON(w, r.WithContext(ctx), "who are you?") // want "missing-challenge: .*401"
}

type otherKey struct{}

// Where it is put there on one path only, no status is known.
func rendersPerhaps(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		ctx := r.Context()
		if n == 0 {
			ctx = context.WithValue(ctx, render.StatusCtxKey, http.StatusBadRequest)
		}
		render.JSON(w, r.WithContext(ctx), map[string]string{"error": err.Error()})
	}
}
