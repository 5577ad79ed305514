package missingchallenge

import (
	"net/http"
	"net/url"
)

// A function with too many paths is given up: in which state it calls its helpers is not known then, and nothing is said of them, unless
// it had come to the call before.

type manifold struct {
	find func(a, b, c, d, e, f, g, h, i bool) error
}

func (m *manifold) ServeHTTP(w http.ResponseWriter, r *http.Request) { m.serve(w, r.URL.Query()) }

func (m *manifold) serve(w http.ResponseWriter, q url.Values) {
	if q.Has("early") {
		m.early(w, q)
		return
	}
	var a, b, c, d, e, f, g, h, i bool
	if q.Has("a") {
		a = true
		w.Header().Set("X-A", "1")
	}
	if q.Has("b") {
		b = true
		w.Header().Set("X-B", "1")
	}
	if q.Has("c") {
		c = true
		w.Header().Set("X-C", "1")
	}
	if q.Has("d") {
		d = true
		w.Header().Set("X-D", "1")
	}
	if q.Has("e") {
		e = true
		w.Header().Set("X-E", "1")
	}
	if q.Has("f") {
		f = true
		w.Header().Set("X-F", "1")
	}
	if q.Has("g") {
		g = true
		w.Header().Set("X-G", "1")
	}
	if q.Has("h") {
		h = true
		w.Header().Set("X-H", "1")
	}
	if q.Has("i") {
		i = true
		w.Header().Set("X-I", "1")
	}
	if a {
		w.Write([]byte("a"))
	}
	if b {
		w.Write([]byte("b"))
	}
	if c {
		w.Write([]byte("c"))
	}
	if d {
		w.Write([]byte("d"))
	}
	if e {
		w.Write([]byte("e"))
	}
	if f {
		w.Write([]byte("f"))
	}
	if g {
		w.Write([]byte("g"))
	}
	if h {
		w.Write([]byte("h"))
	}
	if i {
		w.Write([]byte("i"))
	}
	w.Header().Set("WWW-Authenticate", `Basic realm="manifold"`)
	if m.find(a, b, c, d, e, f, g, h, i) != nil {
		m.deny(w)
	}
}

func (m *manifold) deny(w http.ResponseWriter) {
	http.Error(w, "unauthorized", http.StatusUnauthorized)
}

func (m *manifold) early(w http.ResponseWriter, q url.Values) {
	if q.Get("early") != "true" {
		m.refuse(w, http.StatusUnauthorized) // want "missing-challenge: 401 is sent with no WWW-Authenticate header"
	}
}

func (m *manifold) refuse(w http.ResponseWriter, code int) { w.WriteHeader(code) }
