package unseen

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"facts/lib"
)

func signedIn(r *http.Request) bool {
	_, err := r.Cookie("session")
	return err == nil
}

// envelope is handed to its method as a copy. Needed: what is known of a local struct has to go into the copy.
type envelope struct {
	Status int `json:"status"`
}

func (e envelope) send(w http.ResponseWriter) {
	w.WriteHeader(e.Status)
	json.NewEncoder(w).Encode(e)
}

func sends(w http.ResponseWriter, r *http.Request) {
	e := envelope{Status: 200}
	if !signedIn(r) {
		e.Status = 401
	}
	e.send(w)
}

// builder is made by one function, filled by another and sent by a third. Needed: a function that returns its argument
// has to hand on what it has stored there, and a constructor the response that it was given.
type builder struct {
	w    http.ResponseWriter
	code int
}

func newBuilder(w http.ResponseWriter) *builder { return &builder{w: w, code: 200} }

func (b *builder) status(code int) *builder {
	b.code = code
	return b
}

func (b *builder) send() { b.w.WriteHeader(b.code) }

func chain(w http.ResponseWriter, r *http.Request) {
	newBuilder(w).status(401).send()
}

// statusError is found by its adapter also where it is wrapped. Needed: the argument of %w stands in a slice of empty
// interfaces, and its type has to be looked for behind that.
type statusError struct{ status int }

func (e *statusError) Error() string { return http.StatusText(e.status) }

type failing func(w http.ResponseWriter, r *http.Request) error

func (f failing) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := f(w, r)
	if err == nil {
		return
	}
	var se *statusError
	if errors.As(err, &se) {
		http.Error(w, "no", se.status)
		return
	}
	http.Error(w, "oh no", 500)
}

func wrapped(w http.ResponseWriter, r *http.Request) error {
	return fmt.Errorf("a page: %w", &statusError{401})
}

func wrappedRoutes(mux *http.ServeMux) { mux.Handle("/", failing(wrapped)) }

// kind is an error by value, and a type switch tells it from others. Needed: the fields of a struct that is boxed by
// value, and the guard of a type switch as that of an adapter.
type kind struct{ code int }

func (k kind) Error() string { return http.StatusText(k.code) }

type switching func(w http.ResponseWriter, r *http.Request) error

func (s switching) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch err := s(w, r).(type) {
	case nil:
	case kind:
		http.Error(w, err.Error(), err.code)
	default:
		http.Error(w, err.Error(), 500)
	}
}

func returnsKind(w http.ResponseWriter, r *http.Request) error { return kind{401} }

func switchingRoutes(mux *http.ServeMux) { mux.Handle("/", switching(returnsKind)) }

// The value is another package's variable. Needed: what is known of that variable where it is returned as an error.
func returnsVariable(w http.ResponseWriter, r *http.Request) error { return lib.ErrDenied }

func variableRoutes(mux *http.ServeMux) { mux.Handle("/", lib.Handler(returnsVariable)) }
