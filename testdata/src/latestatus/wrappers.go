package latestatus

import (
	"io"
	"net/http"
)

// recorder knows whether something was written.
type recorder struct {
	http.ResponseWriter
	code  int
	wrote bool
}

func (rec *recorder) WriteHeader(code int) {
	if rec.wrote {
		return
	}
	rec.wrote, rec.code = true, code
	rec.ResponseWriter.WriteHeader(code)
}

func (rec *recorder) Write(b []byte) (int, error) {
	rec.wrote = true
	return rec.ResponseWriter.Write(b)
}

func (rec *recorder) Written() bool { return rec.wrote }

func asksMethod(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &recorder{ResponseWriter: w}
		next.ServeHTTP(rec, r)
		if !rec.Written() {
			http.Error(rec, "no", 404)
		}
	})
}

func asksField(w http.ResponseWriter, r *http.Request) {
	rec := &recorder{ResponseWriter: w}
	if r.Method == "GET" {
		io.WriteString(rec, "hello")
	}
	if !rec.wrote {
		w.WriteHeader(404)
	}
}

// plain records and asks nobody.
type plain struct {
	http.ResponseWriter
	code int
}

func (p *plain) WriteHeader(code int) {
	p.code = code
	p.ResponseWriter.WriteHeader(code)
}

func throughPlain(w http.ResponseWriter, r *http.Request) {
	p := &plain{ResponseWriter: w}
	io.WriteString(p, "hello")
	p.WriteHeader(404) // want "late-status: status 404"
}

func aroundPlain(w http.ResponseWriter, r *http.Request) {
	p := &plain{ResponseWriter: w}
	io.WriteString(p, "hello")
	w.WriteHeader(404) // want "late-status: status 404"
}

// held keeps everything until it is released: nothing leaves before.
type held struct {
	http.ResponseWriter
	body []byte
	code int
}

func (h *held) WriteHeader(code int)        { h.code = code }
func (h *held) Write(b []byte) (int, error) { h.body = append(h.body, b...); return len(b), nil }

func (h *held) release() {
	h.ResponseWriter.WriteHeader(h.code)
	h.ResponseWriter.Write(h.body)
}

func throughHeld(w http.ResponseWriter, r *http.Request) {
	h := &held{ResponseWriter: w, code: 200}
	h.Write([]byte("no"))
	h.WriteHeader(404)
	h.release()
}
