package unauthorizedauthenticated

import (
	"context"
	"crypto/subtle"
	"errors"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// How somebody comes to be known, and what is no such way. What comes after it is about the page that a request comes from,
// so that a 401 is wrong for those who are known and for nobody else.

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

func elsewhere(r *http.Request) bool { return r.Header.Get("Origin") != "https://example.org" }

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
	if elsewhere(r) {
		unauthorized(w, "origin") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) constantTime(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Api-Key")), []byte(d.key)) == 0 {
		ask(w)
		return
	}
	if elsewhere(r) {
		unauthorized(w, "origin") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) flagged(w http.ResponseWriter, r *http.Request) {
	if !d.flags[r.Header.Get("X-Api-Key")] {
		ask(w)
		return
	}
	if elsewhere(r) {
		unauthorized(w, "origin") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) lookedUp(w http.ResponseWriter, r *http.Request) {
	if _, ok := d.keys.Lookup(r.Context(), r.Header.Get("X-Api-Key")); !ok {
		ask(w)
		return
	}
	if elsewhere(r) {
		unauthorized(w, "origin") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) checked(w http.ResponseWriter, r *http.Request) {
	if err := d.keys.Check(r.Header.Get("X-Api-Key")); err != nil {
		ask(w)
		return
	}
	if elsewhere(r) {
		unauthorized(w, "origin") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
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
	if elsewhere(r) {
		unauthorized(w, "origin") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
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
	if elsewhere(r) {
		unauthorized(w, "origin") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
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
	if elsewhere(r) {
		unauthorized(w, "origin")
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
	if elsewhere(r) {
		unauthorized(w, "origin")
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
	if elsewhere(r) {
		unauthorized(w, "origin")
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
	if elsewhere(r) {
		unauthorized(w, "origin")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) claimed(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("user") != d.key {
		ask(w)
		return
	}
	if elsewhere(r) {
		unauthorized(w, "origin")
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
	if u == nil && elsewhere(r) {
		unauthorized(w, "log in")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) behindOrigin(w http.ResponseWriter, r *http.Request) {
	if elsewhere(r) {
		unauthorized(w, "origin") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Whose thing it is.

// ownPage: the name is that of somebody whose password was right.
func (d *desk) ownPage(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || password != d.key {
		ask(w)
		return
	}
	if name != r.PathValue("name") {
		unauthorized(w, "not yours") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// notVerified: here it is only what the client says.
func (d *desk) notVerified(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || name != r.PathValue("name") || password != d.key {
		ask(w)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) root(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || password != d.key {
		ask(w)
		return
	}
	if name != "root" {
		unauthorized(w, "for root") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) user(r *http.Request) *user {
	u, _ := r.Context().Value(userKey{}).(*user)
	return u
}

// host: each user has a site.
func (d *desk) host(w http.ResponseWriter, r *http.Request) {
	u := d.user(r)
	if u == nil {
		ask(w)
		return
	}
	if r.Host != u.Name+".example.org" {
		unauthorized(w, "not your site") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// state: what was kept for somebody who is known proves where a redirect comes from.
func (d *desk) state(w http.ResponseWriter, r *http.Request) {
	u := d.user(r)
	if u == nil {
		ask(w)
		return
	}
	if r.FormValue("state") != u.Name {
		unauthorized(w, "start again")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// scheme: what is cut out of a credential is not somebody's name.
func (d *desk) scheme(w http.ResponseWriter, r *http.Request) {
	auth := r.Header.Get("Authorization")
	if !d.right(auth) {
		ask(w)
		return
	}
	if auth[:6] != "Bearer" || strings.Split(auth, " ")[0] != "Bearer" || strings.ToLower(auth) == "bearer" {
		unauthorized(w, "a token, please")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// may asks for somebody and for something.
func (d *desk) may(u *user, what string) bool { return d.grants[u.Name+" "+what] }

func (d *desk) mayPublish(w http.ResponseWriter, r *http.Request) {
	u := d.user(r)
	if u == nil {
		ask(w)
		return
	}
	if !d.may(u, "publish") {
		unauthorized(w, "you may not publish") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) mayEdit(w http.ResponseWriter, r *http.Request) {
	u := d.user(r)
	if u == nil {
		ask(w)
		return
	}
	if !d.may(u, r.PathValue("page")) {
		unauthorized(w, "not your page") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// secret: what is asked for is a password.
func (d *desk) secret(w http.ResponseWriter, r *http.Request) {
	u := d.user(r)
	if u == nil {
		ask(w)
		return
	}
	if !d.may(u, r.PostFormValue("password")) {
		unauthorized(w, "wrong password")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// permission: the name of what is called tells.
func (d *desk) permission(w http.ResponseWriter, r *http.Request) {
	u := d.user(r)
	if u == nil {
		ask(w)
		return
	}
	if err := d.keys.CheckPermission(r.Context(), u, "publish"); err != nil {
		unauthorized(w, err.Error()) // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) permissionOfKey(w http.ResponseWriter, r *http.Request) {
	u, ok := d.keys.Lookup(r.Context(), r.Header.Get("X-Api-Key"))
	if !ok {
		ask(w)
		return
	}
	if err := d.keys.CheckPermission(r.Context(), u, "publish"); err != nil {
		unauthorized(w, err.Error()) // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) permissionOfToken(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return nil, nil })
	if err != nil {
		ask(w)
		return
	}
	if err := d.keys.CheckPermission(r.Context(), token.Claims, "publish"); err != nil {
		unauthorized(w, err.Error()) // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// The challenge asks somebody who is known for more, so that to authenticate again does help.

func (d *desk) stepUp(w http.ResponseWriter, r *http.Request) {
	u := d.user(r)
	if u == nil {
		ask(w)
		return
	}
	if !u.Admin {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x", error="insufficient_user_authentication", max_age="60"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (d *desk) nonce(w http.ResponseWriter, r *http.Request) {
	u := d.user(r)
	if u == nil {
		ask(w)
		return
	}
	if !u.Admin {
		w.Header().Set("WWW-Authenticate", `DPoP error="use_dpop_nonce"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// One answer, one advice: this status is never seen.
func (d *desk) late(w http.ResponseWriter, r *http.Request) {
	u := d.user(r)
	if u == nil {
		ask(w)
		return
	}
	w.Write([]byte("hello"))
	if !u.Admin {
		w.WriteHeader(http.StatusUnauthorized) // want "late-status: status 401"
	}
}

// That the status is wrong is one mistake, and that the next handler runs is another.
func (d *desk) goesOn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u := d.user(r)
		if u == nil {
			ask(w)
			return
		}
		if !u.Admin {
			w.WriteHeader(http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$" "denial-falls-through: after this 401"
			w.Write([]byte("for administrators"))
		}
		next.ServeHTTP(w, r)
	})
}
