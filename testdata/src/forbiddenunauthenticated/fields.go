package forbiddenunauthenticated

import "net/http"

// caller is what a middleware elsewhere has put into the context. Where a field that says who he is has nothing, nobody is there.
type caller struct {
	UID, UserID, Username, Name, Login, Email, Subject, Sub, Account, AccountID, Principal string
	Nickname                                                                               string
}

func fieldRoutes(mux *http.ServeMux, g *gate) {
	mux.HandleFunc("/who", who)
	mux.HandleFunc("/count", count)
	mux.HandleFunc("/bound", g.bound)
	mux.HandleFunc("/form", g.form)
	mux.HandleFunc("/formlookup", g.formLookup)
	mux.HandleFunc("/word", g.word)
}

// callerOf is never nil.
func callerOf(r *http.Request) caller {
	u, _ := r.Context().Value(userKey{}).(caller)
	return u
}

func who(w http.ResponseWriter, r *http.Request) {
	u := callerOf(r)
	switch r.PathValue("by") {
	case "uid":
		if u.UID == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "userid":
		if u.UserID == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "username":
		if u.Username == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "name":
		if u.Name == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "login":
		if u.Login == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "email":
		if u.Email == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "subject":
		if u.Subject == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "sub":
		if u.Sub == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "account":
		if u.Account == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "accountid":
		if u.AccountID == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "principal":
		if u.Principal == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		}
	case "nickname":
		if u.Nickname == "" {
			http.Error(w, "choose a nickname first", http.StatusForbidden)
		}
	}
}

// count: there are none, or there are some, and somebody has them.
func count(w http.ResponseWriter, r *http.Request) {
	u := userOf(r.Context())
	if u == nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if uploadsOf(u) > 0 {
		http.Error(w, "one is enough", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func uploadsOf(u *user) int { return len(u.Roles) }

// bound: a credential belongs to an address, and the address is what is wrong.
func (g *gate) bound(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") != r.RemoteAddr {
		http.Error(w, "not from here", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// form and formLookup: a session's cookie proves where a form comes from.

func (g *gate) form(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("sid")
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if c.Value != r.PostFormValue("csrf") {
		http.Error(w, "this form is old", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) formLookup(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("sid")
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if _, ok := g.flags[c.Value+r.PostFormValue("csrf")]; !ok {
		http.Error(w, "this form is old", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// word: what the client says is compared with what the server keeps, so that not the client alone decides.
func (g *gate) word(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("group") != g.key {
		http.Error(w, "not this group", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// order is filled from a form: what else stands in it is no password.
type order struct {
	Password string
	Teams    []string
}

func orderOf(r *http.Request) (o order) {
	o.Password = r.FormValue("password")
	o.Teams = r.Form["team"]
	return o
}

type teams interface{ Open(team string) bool }

var open teams

func orders(w http.ResponseWriter, r *http.Request) {
	o := orderOf(r)
	if !open.Open(o.Teams[0]) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("ordered"))
}
