package unseen

import (
	"context"
	"net/http"

	"github.com/go-chi/render"
)

// Several middlewares deep, the error is kept in the context until it is sent. Needed: what is stored in a context under a key, and
// that it is an error with a status.
type errKey struct{}

type statusError struct{ code int }

func (e *statusError) Error() string { return http.StatusText(e.code) }

func keepsError(r *http.Request) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), errKey{}, &statusError{401}))
}

func sendsKept(w http.ResponseWriter, r *http.Request) {
	if err, ok := r.Context().Value(errKey{}).(*statusError); ok {
		w.WriteHeader(err.code)
	}
}

// builder keeps headers of its own in a map of texts, which are copied at the end: what is in them is not followed, and the challenge could
// be. Needed: that such a map holds headers.
type builder struct {
	w       http.ResponseWriter
	status  int
	headers map[string]string
}

func newBuilder(w http.ResponseWriter) *builder {
	return &builder{w: w, status: http.StatusOK, headers: make(map[string]string)}
}

func (b *builder) withStatus(status int) *builder {
	b.status = status
	return b
}

func (b *builder) withHeader(name, value string) *builder {
	b.headers[name] = value
	return b
}

func (b *builder) write() {
	for name, value := range b.headers {
		b.w.Header().Set(name, value)
	}
	b.w.WriteHeader(b.status)
}

func built(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		newBuilder(w).withStatus(http.StatusUnauthorized).withHeader("Content-Type", "text/plain").write()
		return
	}
	newBuilder(w).write()
}

// choosyFault fills in its status before it stores it: with which of the two it is sent is not known. Needed: what stands in a field that one
// of the branches has changed.
type choosyFault struct{ Code int }

func (f *choosyFault) Render(w http.ResponseWriter, r *http.Request) error {
	if f.Code == 0 {
		f.Code = 500
	}
	render.Status(r, f.Code)
	return nil
}

func rendersChoosy(w http.ResponseWriter, r *http.Request) {
	render.Render(w, r, &choosyFault{Code: 401})
}
