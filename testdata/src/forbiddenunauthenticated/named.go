package forbiddenunauthenticated

import "net/http"

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
	mux.HandleFunc("/same", i.same)
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

type hall struct{ ID string }

type roomUser struct {
	ID string
	in *hall
}

func (u *roomUser) hall() *hall { return u.in }

// isSame says no where there is nobody, and where there is somebody else.
func isSame(a, b *roomUser) bool {
	if a == nil {
		return b == nil
	}
	if b == nil {
		return false
	}
	return a.ID == b.ID && a.hall().ID == b.hall().ID
}

type lodgerKey struct{}

var lodgers interface{ Get(room string) any }

// One answer for two outcomes is low, and so not shown.
func (i *inn) same(w http.ResponseWriter, r *http.Request) {
	before, _ := lodgers.Get(r.PathValue("room")).(*roomUser)
	now, _ := r.Context().Value(lodgerKey{}).(*roomUser)
	if before != nil && !isSame(before, now) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}
