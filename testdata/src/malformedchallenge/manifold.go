package malformedchallenge

import (
	"net/http"
	"net/url"
)

// A function with too many paths is given up, and the value of a challenge is read all the same.

type manifold struct {
	find func(a, b, c, d, e, f, g, h, i bool) error
}

func (m *manifold) serve(w http.ResponseWriter, q url.Values) {
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
	if m.find(a, b, c, d, e, f, g, h, i) != nil {
		w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token" error_description="no such token"`) // want "malformed-challenge: .*byte 29: "
		w.WriteHeader(http.StatusUnauthorized)
	}
}
