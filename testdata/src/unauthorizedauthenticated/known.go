package unauthorizedauthenticated

import (
	"context"
	"crypto/subtle"
	"errors"
	"net/http"
	"strings"
)

// How somebody comes to be known, and what is no such way. What comes after it is about a form's token, so that a 401 is wrong
// for those who are known and for nobody else.

type desk struct {
	store
	key   string
	flags map[string]bool
	keys  interface {
		Check(key string) error
		Lookup(ctx context.Context, key string) (*user, bool)
		Allowed(ctx context.Context, key string) (bool, error)
		CheckPermission(ctx context.Context, u any, action string) error
	}
	grants map[string]bool
	limit  int
}

func forgedForm(r *http.Request) bool {
	c, err := r.Cookie("csrf")
	return err != nil || c.Value != r.Header.Get("X-CSRF-Token")
}

func (d *desk) routes(mux *http.ServeMux, s *server) {
	mux.HandleFunc("/compared", d.compared)
	mux.HandleFunc("/constant", d.constantTime)
	mux.HandleFunc("/flagged", d.flagged)
	mux.HandleFunc("/looked", d.lookedUp)
	mux.HandleFunc("/checked", d.checked)
	mux.HandleFunc("/helped", d.helped)
	mux.HandleFunc("/helpederr", d.helpedByError)
	mux.HandleFunc("/read", d.read)
	mux.HandleFunc("/token", d.tokenOnly)
	mux.HandleFunc("/asked", d.allowed)
	mux.HandleFunc("/proof", d.proof)
	mux.HandleFunc("/claimed", d.claimed)
	mux.HandleFunc("/lost", d.lost)
	mux.Handle("/behindorigin", s.authenticate(http.HandlerFunc(d.behindOrigin)))
	mux.HandleFunc("/own", d.ownPage)
	mux.HandleFunc("/notown", d.notVerified)
	mux.HandleFunc("/root", d.root)
	mux.HandleFunc("/host", d.host)
	mux.HandleFunc("/state", d.state)
	mux.HandleFunc("/scheme", d.scheme)
	mux.HandleFunc("/may", d.mayPublish)
	mux.HandleFunc("/mayid", d.mayEdit)
	mux.HandleFunc("/secret", d.secret)
	mux.HandleFunc("/permission", d.permission)
	mux.HandleFunc("/permissionkey", d.permissionOfKey)
	mux.HandleFunc("/permissionjwt", d.permissionOfToken)
	mux.HandleFunc("/stepup", d.stepUp)
	mux.HandleFunc("/nonce", d.nonce)
	mux.HandleFunc("/late", d.late)
	mux.Handle("/through", d.goesOn(http.HandlerFunc(d.read)))
}

func (d *desk) compared(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") != d.key {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) constantTime(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Api-Key")), []byte(d.key)) == 0 {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) flagged(w http.ResponseWriter, r *http.Request) {
	if !d.flags[r.Header.Get("X-Api-Key")] {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) lookedUp(w http.ResponseWriter, r *http.Request) {
	if _, ok := d.keys.Lookup(r.Context(), r.Header.Get("X-Api-Key")); !ok {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) checked(w http.ResponseWriter, r *http.Request) {
	if err := d.keys.Check(r.Header.Get("X-Api-Key")); err != nil {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// right does not know what it is given: its callers do.
func (d *desk) right(key string) bool { return key == d.key }

func (d *desk) helped(w http.ResponseWriter, r *http.Request) {
	if !d.right(r.Header.Get("X-Api-Key")) {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) rightly(key string) error {
	if err := d.keys.Check(key); err != nil {
		return errors.New("no such key")
	}
	return nil
}

func (d *desk) helpedByError(w http.ResponseWriter, r *http.Request) {
	if err := d.rightly(r.Header.Get("X-Api-Key")); err != nil {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// To find a credential, or to take it apart, is not to verify it.

func (d *desk) read(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("session"); err != nil {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) tokenOnly(w http.ResponseWriter, r *http.Request) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok || len(token) != 32 {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// The error is the database's, and the verdict stands beside it.
func (d *desk) allowed(w http.ResponseWriter, r *http.Request) {
	ok, err := d.keys.Allowed(r.Context(), r.Header.Get("X-Api-Key"))
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form")
		return
	}
	if !ok {
		ask(w)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// A CSRF token says where a form comes from, and not who has sent it.
func (d *desk) proof(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil || r.PostFormValue("csrf") != c.Value {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) claimed(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("user") != d.key {
		ask(w)
		return
	}
	if forgedForm(r) {
		unauthorized(w, "form")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Who was known by one thing has been found to be nobody by the other.
func (d *desk) lost(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") != d.key {
		ask(w)
		return
	}
	u, _ := r.Context().Value(userKey{}).(*user)
	if u == nil && forgedForm(r) {
		unauthorized(w, "log in")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) behindOrigin(w http.ResponseWriter, r *http.Request) {
	if forgedForm(r) {
		unauthorized(w, "form") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
