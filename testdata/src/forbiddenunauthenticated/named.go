package forbiddenunauthenticated

import (
	"net/http"
)

// A name says who somebody is, and the password proves it.

type guest interface{ Check(password string) error }

type inn struct {
	guests interface {
		ByName(name string) (guest, error)
	}
}

func (i *inn) routes(mux *http.ServeMux) {
	mux.HandleFunc("/login", i.login)
	mux.HandleFunc("/bare", i.bare)
	mux.HandleFunc("/twice", i.twice)
}

func (i *inn) login(w http.ResponseWriter, r *http.Request) {
	name, password, _ := r.BasicAuth()
	g, err := i.guests.ByName(name)
	if err != nil || g.Check(password) != nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .missing, wrong or unknown: the Basic credentials.: answer 401 with a challenge$"
		return
	}
	w.Write([]byte("hello"))
}

// That it was no preflight is not what decides.
func (i *inn) bare(w http.ResponseWriter, r *http.Request) {
	name, password, _ := r.BasicAuth()
	g, err := i.guests.ByName(name)
	if err != nil || g.Check(password) != nil {
		if r.Method == http.MethodOptions {
			w.Write(nil)
			return
		}
		w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401 is sent"
		return
	}
	w.Write([]byte("hello"))
}

// Whoever has proved it before is only asked again.
func (i *inn) twice(w http.ResponseWriter, r *http.Request) {
	name, password, _ := r.BasicAuth()
	g, err := i.guests.ByName(name)
	if err != nil || g.Check(password) != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if g.Check(r.FormValue("password")) != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}
