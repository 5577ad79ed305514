package unauthorizedauthenticated

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

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
