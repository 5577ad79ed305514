package forbiddenunauthenticated

import (
	"encoding/json"
	"errors"
	"net/http"
)

// What a check has said is kept in a variable.

type lodge struct {
	passwords map[string]string
	public    bool
	refresh   func(token string) (string, error)
}

func (l *lodge) routes(mux *http.ServeMux) {
	mux.HandleFunc("/flag", l.flag)
	mux.HandleFunc("/call", l.call)
	mux.HandleFunc("/switch", l.switched)
	mux.HandleFunc("/either", l.either)
	mux.HandleFunc("/refresh", l.refreshed)
	mux.HandleFunc("/nested", l.nested)
}

var errWrong = errors.New("wrong")

func (l *lodge) check(name, password string) error {
	if l.passwords[name] != password {
		return errWrong
	}
	return nil
}

func (l *lodge) flag(w http.ResponseWriter, r *http.Request) {
	authorized := false
	if name, password, ok := r.BasicAuth(); ok {
		authorized = l.check(name, password) == nil
	}
	if !authorized {
		http.Error(w, "log in", http.StatusForbidden) // want "forbidden-unauthenticated: .*the Basic credentials.* challenge$"
		return
	}
	w.Write([]byte("hello"))
}

func (l *lodge) valid(r *http.Request) bool {
	_, password, ok := r.BasicAuth()
	return ok && password == l.passwords["all"]
}

func (l *lodge) call(w http.ResponseWriter, r *http.Request) {
	allowed := l.public
	if !allowed {
		allowed = l.valid(r)
	}
	if !allowed {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the Basic credentials.* challenge$"
		return
	}
	w.Write([]byte("hello"))
}

// The operator's switch alone decides.
func (l *lodge) switched(w http.ResponseWriter, r *http.Request) {
	allowed := l.public
	if r.Method == http.MethodGet {
		allowed = true
	}
	if !allowed {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// The address decides, or the password does.
func (l *lodge) either(w http.ResponseWriter, r *http.Request) {
	inside := r.RemoteAddr == "[::1]:80"
	if !inside {
		inside = l.valid(r)
	}
	if !inside {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the Basic credentials.* challenge$"
		return
	}
	w.Write([]byte("hello"))
}

// A refresh token is a credential.
func (l *lodge) refreshed(w http.ResponseWriter, r *http.Request) {
	var req struct{ RefreshToken string }
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	token, err := l.refresh(req.RefreshToken)
	if err != nil {
		http.Error(w, "log in again", http.StatusForbidden) // want "forbidden-unauthenticated: .*the RefreshToken of the request body.* challenge$"
		return
	}
	w.Write([]byte(token))
}

// The switch only says what becomes of somebody who is not known.
func (l *lodge) nested(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("session"); err != nil {
		if !l.public {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the cookie .session.* challenge$"
			return
		}
	}
	w.Write([]byte("hello"))
}
