package unseen

import (
	"net/http"

	"facts/lib"
)

func signedIn(r *http.Request) bool {
	_, err := r.Cookie("session")
	return err == nil
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

// The value is another package's variable. Needed: what is known of that variable where it is returned as an error.
func returnsVariable(w http.ResponseWriter, r *http.Request) error { return lib.ErrDenied }

func variableRoutes(mux *http.ServeMux) { mux.Handle("/", lib.Handler(returnsVariable)) }
