package correlated

import (
	"net/http"
	"strings"
)

// Of a text that is known, what it begins with is known too.
func prefixed(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	if path == "/.well-known/here" {
		w.Write([]byte("here"))
	}
	if strings.HasPrefix(path, "/api/") || strings.HasPrefix(path, "/.well-known/") {
		return
	}
	w.WriteHeader(404)
}

// So is what it ends with, and what is in it.
func suffixed(w http.ResponseWriter, r *http.Request) {
	switch mode := r.FormValue("mode"); mode {
	case "list":
		w.Write([]byte("all of it"))
		if strings.HasSuffix(mode, "one") || strings.Contains(mode, "x") || strings.EqualFold(mode, "ONE") {
			w.WriteHeader(404)
		}
	}
}

// One that begins otherwise goes on.
func otherwise(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	if path == "/here" {
		w.Write([]byte("here"))
	}
	if strings.HasPrefix(path, "/api/") {
		return
	}
	w.WriteHeader(404) // want "late-status: status 404"
}
