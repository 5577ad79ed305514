package through

import (
	"net/http"

	"facts/behind"
)

// What stands behind an interface of another package is known where one type of that package implements it.
type listing struct {
	by      behind.Endpoint
	several behind.Several
}

func (l *listing) list(w http.ResponseWriter, r *http.Request) {
	code, text := l.by.List(r)
	w.WriteHeader(code) // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path"
	w.Write([]byte(text))
}

func (l *listing) listWell(w http.ResponseWriter, r *http.Request) {
	code, text := l.by.List(r)
	if code == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
	}
	w.WriteHeader(code)
	w.Write([]byte(text))
}

func (l *listing) refuse(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		l.by.Refuse(w, "who are you?") // want "missing-challenge: Refuse answers 401, and no WWW-Authenticate header was set before this call"
		return
	}
	w.Write([]byte("hello"))
}

func (l *listing) check(w http.ResponseWriter, r *http.Request) {
	if err := l.by.Check(r); err != nil {
		http.Error(w, err.Text, err.Status) // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path"
		return
	}
	w.Write([]byte("hello"))
}

func (l *listing) unknown(w http.ResponseWriter, r *http.Request) {
	if code, err := l.several.Status(r); err != nil {
		w.WriteHeader(code)
		return
	}
	w.Write([]byte("hello"))
}

// The same through a function of that package.
func (l *listing) asks(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(behind.Ask(l.by, r.Header.Get("Authorization"))) // want "missing-challenge: 401 is sent with no WWW-Authenticate header"
}
