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

// fault prepares itself before it is rendered: its status is that of the answer.
type fault struct {
	Err  error `json:"-"`
	Code int   `json:"-"`
	Text string
}

func (f *fault) Render(w http.ResponseWriter, r *http.Request) error {
	render.Status(r, f.Code)
	return nil
}

func faultOf(err error) render.Renderer {
	return &fault{Err: err, Code: http.StatusUnauthorized, Text: "who are you?"} // want "missing-challenge: .*401"
}

var (
	errStranger = &fault{Code: 401, Text: "who are you?"} // want "missing-challenge: .*401"
	errNotYou   = &fault{Code: 403, Text: "not you"}
)

func rendersFault(w http.ResponseWriter, r *http.Request) {
	if err := knownBy(r); err != nil {
		render.Render(w, r, faultOf(err))
		return
	}
	render.Render(w, r, errNotYou)
}

func knownBy(r *http.Request) error {
	_, err := r.Cookie("session")
	return err
}

func rendersVariable(w http.ResponseWriter, r *http.Request) {
	render.Render(w, r, errStranger)
}

func rendersFaultRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	render.Render(w, r, errStranger)
}

// challengingFault sets the challenge when it is asked to prepare itself.
type challengingFault struct{ Code int }

func (f *challengingFault) Render(w http.ResponseWriter, r *http.Request) error {
	if f.Code == 401 {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	render.Status(r, f.Code)
	return nil
}

func rendersChallenging(w http.ResponseWriter, r *http.Request) {
	render.Render(w, r, &challengingFault{401})
}

// plainFault stores no status: what was stored before counts.
type plainFault struct{ Text string }

func (f *plainFault) Render(w http.ResponseWriter, r *http.Request) error { return nil }

func rendersPlain(w http.ResponseWriter, r *http.Request) {
	if strange(r) {
		render.Render(w, r, &plainFault{"hello"})
		return
	}
	render.Status(r, http.StatusUnauthorized)
	render.Render(w, r, &plainFault{"who are you?"}) // want "missing-challenge: 401"
}
