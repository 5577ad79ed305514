package forbiddenunauthenticated

import (
	"encoding/json"
	"errors"
	"net/http"
)

// An account is looked up by the name that the client gives, and then its password is held against the one that was sent: where there
// is no such account, the login has failed.

type loginRecord struct {
	name, hash string
	locked     bool
}

func (r *loginRecord) matches(password string) bool { return r.hash == password }

func (r *loginRecord) verify(password string) error {
	if r.hash != password {
		return errors.New("wrong")
	}
	return nil
}

type accountsList interface {
	byName(name string) *loginRecord
	find(name string) (loginRecord, error)
}

type nameAndPassword struct{ Name, Password string }

type loginDesk struct{ accountsList }

func (d *loginDesk) logsIn(w http.ResponseWriter, r *http.Request) {
	var form nameAndPassword
	if err := json.NewDecoder(r.Body).Decode(&form); err != nil {
		http.Error(w, "not JSON", http.StatusBadRequest)
		return
	}
	account := d.byName(form.Name)
	if account == nil {
		http.Error(w, "no such account", http.StatusForbidden) // want "forbidden-unauthenticated: "
		return
	}
	if !account.matches(form.Password) {
		http.Error(w, "wrong password", http.StatusForbidden) // want "forbidden-unauthenticated: "
		return
	}
	w.Write([]byte("hello"))
}

func (d *loginDesk) logsInByValue(w http.ResponseWriter, r *http.Request) {
	var form nameAndPassword
	if err := json.NewDecoder(r.Body).Decode(&form); err != nil {
		http.Error(w, "not JSON", http.StatusBadRequest)
		return
	}
	account, err := d.find(form.Name)
	if err != nil {
		http.Error(w, "no such account", http.StatusForbidden) // want "forbidden-unauthenticated: "
		return
	}
	if account.verify(form.Password) != nil {
		http.Error(w, "wrong password", http.StatusForbidden) // want "forbidden-unauthenticated: "
		return
	}
	w.Write([]byte("hello"))
}

// What is looked up here is nobody who logs in.
func (d *loginDesk) looksUp(w http.ResponseWriter, r *http.Request) {
	account := d.byName(r.FormValue("name"))
	if account == nil || account.locked {
		http.Error(w, "not this one", http.StatusForbidden)
		return
	}
	w.Write([]byte(account.name))
}

// binder fills a form in a way that is not seen: what its field is called is all that is known of it.
type binder interface {
	bind(r *http.Request) *nameAndPassword
}

func (d *loginDesk) logsInUnseen(b binder) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		form := b.bind(r)
		account := d.byName(form.Name)
		if account == nil {
			http.Error(w, "no such account", http.StatusForbidden) // want "forbidden-unauthenticated: "
			return
		}
		if !account.matches(form.Password) {
			w.Header().Set("WWW-Authenticate", challenge)
			http.Error(w, "wrong password", http.StatusUnauthorized)
			return
		}
		w.Write([]byte("hello"))
	}
}
