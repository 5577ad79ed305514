package forbiddenunauthenticated

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"net/http"
	"os"
	"strings"
	"time"
)

// The identity comes in other shapes than (user, error).

// accounts holds what was read at the start.
type accounts struct {
	byName map[string]*user
	db     users
	secret []byte
	public bool
	max    int
}

func (a *accounts) current(r *http.Request) (*user, error) {
	c, err := r.Cookie("account")
	if err != nil {
		return nil, err
	}
	return a.db.BySession(r.Context(), c.Value)
}

func (a *accounts) value(ctx context.Context, r *http.Request) user {
	u, err := a.current(r.WithContext(ctx))
	if err != nil {
		return user{}
	}
	return *u
}

type found struct {
	User *user
	Err  error
}

func (a *accounts) find(r *http.Request) found {
	u, err := a.current(r)
	if err != nil {
		return found{Err: err}
	}
	return found{User: u}
}

// signedIn is a middleware of its own.
type signedIn struct {
	next     http.Handler
	accounts *accounts
}

func (h *signedIn) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := h.accounts.current(r); err != nil {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: 403 for a caller .* challenge \(medium\)$`
		return
	}
	h.next.ServeHTTP(w, r)
}

// asked is one too, and asks as it should.
type asked struct {
	next     http.Handler
	accounts *accounts
}

func (h *asked) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := h.accounts.current(r); err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next.ServeHTTP(w, r)
}

// inner stands behind it each time.
func (a *accounts) inner(w http.ResponseWriter, r *http.Request) {
	if _, err := a.current(r); err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) routes(mux *http.ServeMux) {
	mux.HandleFunc("/stringkey", a.stringKey)
	mux.HandleFunc("/byvalue", a.byValue)
	mux.HandleFunc("/result", a.result)
	mux.HandleFunc("/resultuser", a.resultUser)
	mux.HandleFunc("/indexed", a.indexed)
	mux.HandleFunc("/posting", a.posting)
	mux.HandleFunc("/private", a.private)
	mux.HandleFunc("/nested", a.nested)
	mux.HandleFunc("/permission", a.permission)
	mux.HandleFunc("/signed", a.signedCookie)
	mux.HandleFunc("/link", a.signedLink)
	mux.HandleFunc("/upload", a.upload)
	mux.HandleFunc("/status", a.status)
	mux.HandleFunc("/closure", a.closure)
	mux.HandleFunc("/either", a.either)
	mux.HandleFunc("/sessioned", a.sessioned)
	mux.HandleFunc("/looked", a.lookedUp)
	mux.HandleFunc("/flag", a.flag)
	mux.HandleFunc("/crossed", a.crossed)
	mux.HandleFunc("/token", a.token)
	mux.HandleFunc("/typed", a.typed)
	mux.HandleFunc("/promote", a.promote)
	mux.Handle("/struct", &signedIn{http.HandlerFunc(a.stringKey), a})
	mux.Handle("/inner", &asked{http.HandlerFunc(a.inner), a})
	mux.Handle("/innertoo", &asked{next: http.HandlerFunc(a.inner), accounts: a})
}

func (a *accounts) stringKey(w http.ResponseWriter, r *http.Request) {
	if r.Context().Value("user") == nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) byValue(w http.ResponseWriter, r *http.Request) {
	if u := a.value(r.Context(), r); u.ID == 0 {
		writeError(w, http.StatusForbidden, "log in") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) result(w http.ResponseWriter, r *http.Request) {
	f := a.find(r)
	if f.Err != nil {
		writeError(w, http.StatusForbidden, "log in") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	if !f.User.Admin {
		writeError(w, http.StatusForbidden, "for administrators")
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) resultUser(w http.ResponseWriter, r *http.Request) {
	if f := a.find(r); f.User == nil {
		writeError(w, http.StatusForbidden, "log in") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) indexed(w http.ResponseWriter, r *http.Request) {
	if len(r.Header["Authorization"]) == 0 {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) posting(w http.ResponseWriter, r *http.Request) {
	u, _ := a.current(r)
	if r.Method == http.MethodPost && u == nil {
		writeError(w, http.StatusForbidden, "log in") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) private(w http.ResponseWriter, r *http.Request) {
	if _, err := a.current(r); err != nil && !a.public {
		writeError(w, http.StatusForbidden, "log in") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) nested(w http.ResponseWriter, r *http.Request) {
	u, err := a.current(r)
	if err == nil {
		if !u.Admin {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		if r.FormValue("password") != string(u.Hash) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		writeJSON(w, "hello")
	} else {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// check has the file system's error for a wrong password.
func (a *accounts) check(name, password string) error {
	if u := a.byName[name]; u == nil || string(u.Hash) != password {
		return os.ErrPermission
	}
	return nil
}

func (a *accounts) permission(w http.ResponseWriter, r *http.Request) {
	name, password, _ := r.BasicAuth()
	if err := a.check(name, password); errors.Is(err, os.ErrPermission) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) signedCookie(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("auth")
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	value, sig, _ := strings.Cut(c.Value, ".")
	mac := hmac.New(sha256.New, a.secret)
	mac.Write([]byte(value))
	got, _ := hex.DecodeString(sig)
	if !hmac.Equal(got, mac.Sum(nil)) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// signedLink is for whoever has the link.
func (a *accounts) signedLink(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	mac := hmac.New(sha256.New, a.secret)
	mac.Write([]byte(r.URL.Path + q.Get("expires")))
	if q.Get("sig") != base64.URLEncoding.EncodeToString(mac.Sum(nil)) {
		http.Error(w, "bad link", http.StatusForbidden)
		return
	}
	if t, err := time.Parse(time.RFC3339, q.Get("expires")); err != nil || time.Now().After(t) {
		http.Error(w, "old link", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) uploads(u *user) int { return len(u.Roles) }

func (a *accounts) upload(w http.ResponseWriter, r *http.Request) {
	u, err := a.current(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if a.uploads(u) > a.max {
		writeError(w, http.StatusForbidden, "quota")
		return
	}
	if u.Banned {
		writeError(w, http.StatusForbidden, "banned")
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) status(w http.ResponseWriter, r *http.Request) {
	var status int
	switch u, err := a.current(r); {
	case err != nil:
		status = http.StatusForbidden
	case u.Admin:
		status = http.StatusNoContent
	default:
		status = http.StatusForbidden
	}
	w.WriteHeader(status) // want "forbidden-unauthenticated: .* challenge; only the other half of the condition, somebody who may not, is a 403$"
}

func (a *accounts) closure(w http.ResponseWriter, r *http.Request) {
	deny := func(msg string) { http.Error(w, msg, http.StatusForbidden) }
	u, err := a.current(r)
	if err != nil {
		deny("log in") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	if !u.Admin {
		deny("for administrators")
		return
	}
	writeJSON(w, "hello")
}

// either: the first half is wrong, the second is right.
func (a *accounts) either(w http.ResponseWriter, r *http.Request) {
	u, err := a.current(r)
	if err != nil || !u.Admin {
		writeError(w, http.StatusForbidden, "for administrators") // want "forbidden-unauthenticated: .* challenge; only the other half of the condition, somebody who may not, is a 403$"
		return
	}
	writeJSON(w, "hello")
}

// session is what a session library keeps.
type session struct{ Values map[string]any }

var getSession func(r *http.Request, name string) (*session, error)

func (a *accounts) sessioned(w http.ResponseWriter, r *http.Request) {
	s, err := getSession(r, "session")
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	if s.Values["csrf"] != r.FormValue("csrf") {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	name, ok := s.Values["user"].(string)
	if !ok || name == "" {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, name)
}

func (a *accounts) lookedUp(w http.ResponseWriter, r *http.Request) {
	auth := r.Header.Get("Authorization")
	if auth == "" {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	u := a.byName[auth]
	if u == nil {
		writeError(w, http.StatusForbidden, "unknown") // want "forbidden-unauthenticated: .*Authorization header.* challenge$"
		return
	}
	if !u.Admin {
		writeError(w, http.StatusForbidden, "for administrators")
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) flag(w http.ResponseWriter, r *http.Request) {
	authorized := false
	if key := r.Header.Get("X-Api-Key"); key != "" {
		_, authorized = a.db.ByKey(r.Context(), key)
	}
	if !authorized {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) crossed(w http.ResponseWriter, r *http.Request) {
	if !strings.EqualFold(r.Header.Get("Sec-Fetch-Mode"), "cors") && r.Header.Get("Cookie") == "" {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func bearer(r *http.Request) string {
	h := r.Header.Get("Authorization")
	if len(h) > 7 && strings.ToLower(h[:7]) == "bearer " {
		return h[7:]
	}
	return ""
}

func (a *accounts) token(w http.ResponseWriter, r *http.Request) {
	token := bearer(r)
	if token == "" {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	if token != string(a.secret) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

type deniedError struct{ name string }

func (e *deniedError) Error() string { return e.name + " may not" }

func (a *accounts) mayWrite(r *http.Request) error {
	u, err := a.current(r)
	if err != nil {
		return err
	}
	if !u.has("writer") {
		return &deniedError{u.Name}
	}
	return nil
}

// typed has an error of which only somebody hears who is known.
func (a *accounts) typed(w http.ResponseWriter, r *http.Request) {
	if err := a.mayWrite(r); err != nil {
		var d *deniedError
		if errors.As(err, &d) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	writeJSON(w, "hello")
}

func (a *accounts) promote(w http.ResponseWriter, r *http.Request) {
	u, err := a.current(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if r.FormValue("role") == "root" && !u.has("root") {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}
