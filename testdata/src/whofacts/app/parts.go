package app

import (
	"net/http"

	"whofacts/lib"
)

// proxy asks for credentials that the client's own server or this one holds against what it knows.
type proxy struct{ name, password string }

func (p *proxy) right(r *http.Request) bool {
	header := r.Header.Get("Proxy-Authorization")
	if header == "" {
		return false
	}
	name, password, ok := lib.ParseBasic(header)
	return ok && name == p.name && password == p.password
}

// Nobody is known where the parts of a header are not the right ones: the address only decides which way to ask.
func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !p.right(r) {
		if r.URL.Host != "" {
			w.Header().Set("Proxy-Authenticate", `Basic realm="Restricted"`)
			http.Error(w, "who are you?", http.StatusProxyAuthRequired)
		} else {
			w.Header().Set("WWW-Authenticate", `Basic realm="Restricted"`)
			http.Error(w, "who are you?", http.StatusUnauthorized)
		}
		return
	}
	w.Write([]byte("hello"))
}
