package unseen

import (
	"context"
	"net/http"
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
