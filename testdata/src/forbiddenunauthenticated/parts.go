package forbiddenunauthenticated

import (
	"net/http"
	"strconv"
)

// Handlers that are given parts of the path are handlers: what stands before them says who is known.

type ledger struct {
	users  users
	locked int64
}

type byNumber func(w http.ResponseWriter, r *http.Request, number int64)

func (l *ledger) signedIn(next byNumber) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("session")
		if err != nil {
			w.Header().Set("WWW-Authenticate", challenge)
			w.WriteHeader(401)
			return
		}
		if _, err := l.users.BySession(r.Context(), c.Value); err != nil {
			w.Header().Set("WWW-Authenticate", challenge)
			w.WriteHeader(401)
			return
		}
		number, _ := strconv.ParseInt(r.PathValue("number"), 10, 64)
		next(w, r, number)
	}
}

func (l *ledger) entry(w http.ResponseWriter, r *http.Request, number int64) {
	if r.FormValue("owner") == "" {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

func (l *ledger) numbered(next byNumber) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		number, _ := strconv.ParseInt(r.PathValue("number"), 10, 64)
		next(w, r, number)
	}
}

func (l *ledger) open(w http.ResponseWriter, r *http.Request, number int64) {
	if r.FormValue("owner") == "" {
		http.Error(w, "not yours", http.StatusForbidden) // want "forbidden-unauthenticated: 403"
		return
	}
	w.Write([]byte("hello"))
}

func (l *ledger) routes(mux *http.ServeMux) {
	mux.HandleFunc("/entry/{number}", l.signedIn(l.entry))
	mux.HandleFunc("/open/{number}", l.numbered(l.open))
}
