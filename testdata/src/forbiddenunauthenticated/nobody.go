package forbiddenunauthenticated

import (
	"net/http"
	"time"
)

// That there is nobody is told by a "yes", or by a truth value in a struct.

type hostel struct {
	users  users
	closed bool
	until  time.Time
}

func (i *hostel) routes(mux *http.ServeMux) {
	mux.HandleFunc("/anonymous", i.asksAnonymous)
	mux.HandleFunc("/guest", i.asksGuest)
	mux.HandleFunc("/found", i.asksFound)
	mux.HandleFunc("/pointer", i.asksPointer)
	mux.HandleFunc("/closed", i.asksClosed)
	mux.HandleFunc("/full", i.asksFull)
	mux.HandleFunc("/open", i.servesAnonymous)
	mux.HandleFunc("/admin", i.asksRight)
}

func (i *hostel) guest(r *http.Request) (*user, error) {
	c, err := r.Cookie("session")
	if err != nil {
		return nil, err
	}
	return i.users.BySession(r.Context(), c.Value)
}

func (i *hostel) anonymous(r *http.Request) bool {
	if _, err := r.Cookie("session"); err != nil {
		return true
	}
	return false
}

func (i *hostel) asksAnonymous(w http.ResponseWriter, r *http.Request) {
	if i.anonymous(r) {
		http.Error(w, "log in", http.StatusForbidden) // want "forbidden-unauthenticated: 403"
		return
	}
	w.Write([]byte("hello"))
}

func unnamed(r *http.Request) bool {
	_, err := r.Cookie("session")
	return err != nil
}

func (i *hostel) asksGuest(w http.ResponseWriter, r *http.Request) {
	if unnamed(r) {
		http.Error(w, "log in", http.StatusForbidden) // want "forbidden-unauthenticated: 403"
		return
	}
	w.Write([]byte("hello"))
}

// Who is nobody may see this, and who is somebody may not: he is known, and it is right.
func (i *hostel) servesAnonymous(w http.ResponseWriter, r *http.Request) {
	if i.anonymous(r) {
		w.Write([]byte("hello, stranger"))
		return
	}
	u, err := i.guest(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(401)
		return
	}
	if !u.Admin {
		http.Error(w, "only for strangers", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// stay is what a check has found.
type stay struct {
	guest *user
	ok    bool
	full  bool
}

func (i *hostel) find(r *http.Request) stay {
	u, err := i.guest(r)
	if err != nil {
		return stay{}
	}
	return stay{guest: u, ok: true}
}

func (i *hostel) asksFound(w http.ResponseWriter, r *http.Request) {
	if s := i.find(r); !s.ok {
		http.Error(w, "log in", http.StatusForbidden) // want "forbidden-unauthenticated: 403"
		return
	}
	w.Write([]byte("hello"))
}

func (i *hostel) findPointer(r *http.Request) *stay {
	s := &stay{}
	u, err := i.guest(r)
	if err != nil {
		return s
	}
	s.guest, s.ok = u, true
	return s
}

func (i *hostel) asksPointer(w http.ResponseWriter, r *http.Request) {
	if s := i.findPointer(r); !s.ok {
		http.Error(w, "log in", http.StatusForbidden) // want "forbidden-unauthenticated: 403"
		return
	}
	w.Write([]byte("hello"))
}

// room says by another truth value of the same struct that it is not about somebody.
func (i *hostel) room(r *http.Request) stay {
	if time.Now().After(i.until) {
		return stay{full: true}
	}
	return stay{ok: true}
}

func (i *hostel) asksFull(w http.ResponseWriter, r *http.Request) {
	if s := i.room(r); s.full {
		http.Error(w, "no room", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// A "yes" for another reason.
func (i *hostel) isClosed() bool {
	if i.closed {
		return true
	}
	return false
}

func (i *hostel) asksClosed(w http.ResponseWriter, r *http.Request) {
	if i.isClosed() {
		http.Error(w, "closed", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// right says no for somebody who is known.
func right(u *user) stay {
	if !u.has("rooms") {
		return stay{}
	}
	return stay{guest: u, ok: true}
}

func (i *hostel) asksRight(w http.ResponseWriter, r *http.Request) {
	u, err := i.guest(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(401)
		return
	}
	if s := right(u); !s.ok {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}
