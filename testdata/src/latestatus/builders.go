package latestatus

import "net/http"

// builder collects an answer in a struct that its methods hand on.
type builder struct {
	w    http.ResponseWriter
	code int
	body []byte
}

func newBuilder(w http.ResponseWriter) *builder { return &builder{w: w, code: http.StatusOK} }

func (b *builder) withStatus(code int) *builder {
	b.code = code
	return b
}

func (b *builder) withBody(body string) *builder {
	b.body = []byte(body)
	return b
}

func (b *builder) write() {
	b.w.WriteHeader(b.code)
	b.w.Write(b.body)
}

func notFound(w http.ResponseWriter) {
	newBuilder(w).withStatus(http.StatusNotFound).withBody("not found").write()
}

// The helper has answered with 404, and not with the 200 that its builder began with.
func builtBefore(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("id") == "" {
		notFound(w)
	}
	http.Redirect(w, r, "/", http.StatusFound) // want "late-status: status 302 cannot reach the client: 404 has been sent before"
}

func builtAndDone(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("id") == "" {
		notFound(w)
		return
	}
	http.Redirect(w, r, "/", http.StatusFound)
}
