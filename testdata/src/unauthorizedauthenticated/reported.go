package unauthorizedauthenticated

import (
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

func (s *server) routes(mux *http.ServeMux) {
	mux.HandleFunc("/admin", s.admin)
	mux.HandleFunc("/frozen", s.frozen)
	mux.HandleFunc("/number", numbered(s.byNumber))
	mux.HandleFunc("/publish", s.publish)
	mux.HandleFunc("/lapsed", s.lapsed)
	mux.HandleFunc("/both", s.both)
	mux.HandleFunc("/role", s.role)
	mux.HandleFunc("/method", s.method)
	mux.HandleFunc("/owner", s.owner)
	mux.HandleFunc("/member", s.member)
	mux.HandleFunc("/basic", s.basic)
	mux.HandleFunc("/switch", s.switched)
	mux.HandleFunc("/error", handle(s.withError))
	mux.HandleFunc("/unauthorized", s.helper)
	mux.HandleFunc("/key", s.byKey)
	mux.HandleFunc("/either", s.either)
	mux.HandleFunc("/neither", s.neither)
	mux.HandleFunc("/named", s.named)
	mux.HandleFunc("/jwt", s.byJWT)
	mux.HandleFunc("/csrf", s.csrf)
	mux.HandleFunc("/address", s.address)
	mux.Handle("/behind", s.authenticate(http.HandlerFunc(s.behind)))
	mux.Handle("/operators", s.authenticate(operators(http.HandlerFunc(s.behind))))
	mux.HandleFunc("/else", s.inElse)
	mux.HandleFunc("/group", s.group)
	mux.HandleFunc("/local", s.local)
}

func (s *server) admin(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if !u.Admin {
		http.Error(w, "for administrators", http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	writeError(w, http.StatusOK, "")
}

// The first half is right, the second is wrong.
func (s *server) both(w http.ResponseWriter, r *http.Request) {
	u, _ := r.Context().Value(userKey{}).(*user)
	if u == nil || !u.Admin {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "for administrators", http.StatusUnauthorized) // want "unauthorized-authenticated: .*answer 403; only the other half of the condition, nobody at all, is a 401$"
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) role(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if !slices.Contains(u.Roles, "editor") {
		writeError(w, http.StatusUnauthorized, "editors only") // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) method(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if !u.hasRole("publish") {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(401) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) owner(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	n, err := s.store.Note(r.Context(), r.PathValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if n.Author != u.ID {
		http.Error(w, "not yours", http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	w.Write([]byte(n.Text))
}

func (s *server) member(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	ok, err := s.store.Member(r.Context(), u, r.PathValue("group"))
	if err != nil {
		writeError(w, http.StatusInternalServerError, "database")
		return
	}
	if !ok {
		writeError(w, http.StatusUnauthorized, "members only") // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) basic(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok {
		ask(w)
		return
	}
	u, err := s.store.UserByName(r.Context(), name)
	if err != nil || bcrypt.CompareHashAndPassword(u.Hash, []byte(password)) != nil {
		ask(w)
		return
	}
	if r.Method == http.MethodDelete && !u.Admin {
		http.Error(w, "for administrators", http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) switched(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	switch {
	case err != nil:
		ask(w)
	case !u.hasRole("read"):
		w.WriteHeader(http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
	default:
		writeError(w, http.StatusOK, "")
	}
}

func adapt(f func(http.ResponseWriter, *http.Request) (int, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if status, err := f(w, r); err != nil {
			if status == http.StatusUnauthorized {
				w.Header().Set("WWW-Authenticate", challenge)
			}
			http.Error(w, err.Error(), status)
		}
	}
}

type apiError struct {
	Code int
	Msg  string
}

func (e *apiError) Error() string { return e.Msg }

// errPermission is called as in many servers.
var errPermission = &apiError{http.StatusUnauthorized, "no permission"}

func handle(f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var e *apiError
		if err := f(w, r); errors.As(err, &e) {
			w.Header().Set("WWW-Authenticate", challenge)
			writeError(w, e.Code, e.Msg)
		} else if err != nil {
			writeError(w, http.StatusInternalServerError, "internal error")
		}
	}
}

func (s *server) withError(w http.ResponseWriter, r *http.Request) error {
	u, err := s.user(r)
	if err != nil {
		return &apiError{Code: http.StatusUnauthorized, Msg: "log in"}
	}
	if !u.hasRole("read") {
		return &apiError{Code: http.StatusUnauthorized, Msg: "for readers"} // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
	}
	writeError(w, http.StatusOK, "")
	return nil
}

var errDenied = errors.New("denied")

func unauthorized(w http.ResponseWriter, msg string) {
	w.Header().Set("WWW-Authenticate", challenge)
	http.Error(w, msg, http.StatusUnauthorized)
}

func (s *server) helper(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		unauthorized(w, "log in")
		return
	}
	if !u.Admin {
		unauthorized(w, "for administrators") // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) byKey(w http.ResponseWriter, r *http.Request) {
	u, ok := s.byToken[r.Header.Get("X-Api-Key")]
	if !ok {
		ask(w)
		return
	}
	if !u.hasRole("admin") {
		unauthorized(w, "for administrators") // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	w.Write([]byte(u.Name))
}

// either: the first half is right, the second is wrong.
func (s *server) either(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil || !u.Admin {
		unauthorized(w, "for administrators") // want "unauthorized-authenticated: .*answer 403; only the other half of the condition, nobody at all, is a 401$"
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) neither(w http.ResponseWriter, r *http.Request) {
	if u, err := s.user(r); err == nil && u.hasRole("admin") {
		w.Write([]byte(u.Name))
		return
	}
	unauthorized(w, "for administrators") // want "unauthorized-authenticated: .*answer 403; only the other half of the condition, nobody at all, is a 401$"
}

func (s *server) named(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if u.Name != r.PathValue("name") {
		unauthorized(w, "not your page") // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) byJWT(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return nil, nil })
	if err != nil || !token.Valid {
		ask(w)
		return
	}
	claims := token.Claims.(jwt.MapClaims)
	if claims["role"] != "admin" {
		unauthorized(w, "for administrators") // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	if root, _ := claims["root"].(bool); !root {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) csrf(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	c, err := r.Cookie("csrf")
	if err != nil || c.Value != r.Header.Get("X-CSRF-Token") {
		http.Error(w, "CSRF", http.StatusUnauthorized) // want `unauthorized-authenticated: .*\(medium\)$`
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) address(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if r.Header.Get("Origin") != "https://example.org" {
		http.Error(w, "origin", http.StatusUnauthorized) // want "missing-challenge"
		return
	}
	w.Write([]byte(u.Name))
}

// behind is only called for somebody who is known.
func (s *server) behind(w http.ResponseWriter, r *http.Request) {
	u := r.Context().Value(userKey{}).(*user)
	if !u.Admin {
		http.Error(w, "for administrators", http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	w.Write([]byte(u.Name))
}

func operators(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, ok := r.Context().Value(userKey{}).(*user)
		if !ok {
			ask(w)
			return
		}
		if !u.hasRole("operate") {
			http.Error(w, "for operators", http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
			return
		}
		next.ServeHTTP(w, r)
	})
}

type claims struct {
	Subject string
	Scopes  []string
}

type claimsKey struct{}

func (s *server) inElse(w http.ResponseWriter, r *http.Request) {
	if u, err := s.user(r); err != nil {
		ask(w)
	} else if u.Admin {
		w.Write([]byte(u.Name))
	} else {
		http.Error(w, "for administrators", http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
	}
}

func (s *server) group(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if g := r.PathValue("group"); !u.Admin && !u.hasRole("join:"+g) {
		http.Error(w, "not your group", http.StatusUnauthorized) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) local(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	status := http.StatusOK
	if !u.Admin {
		status = http.StatusUnauthorized
	}
	w.WriteHeader(status) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
}

// The server is read-only, which has nothing to do with who asks: only shown to those who ask for low confidence.
func (s *server) frozen(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if s.readOnly {
		ask(w)
		return
	}
	w.Write([]byte(u.Name))
}

// What ends is what says who it is: authenticating again helps.
func (s *server) lapsed(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil || time.Now().After(u.Expires) {
		ask(w)
		return
	}
	w.Write([]byte(u.Name))
}

// can is a permission that no name tells: it is asked of somebody, for something.
func (u *user) can(action string) bool {
	for _, role := range u.Roles {
		if role == action {
			return true
		}
	}
	return false
}

func (s *server) publish(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil || !u.can("publish") {
		ask(w) // want "unauthorized-authenticated: .*answer 403; only the other half of the condition, nobody at all, is a 401$"
		return
	}
	w.Write([]byte(u.Name))
}

// numbered answers with the number that a handler returns.
func numbered(f func(http.ResponseWriter, *http.Request) (int, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if status, err := f(w, r); err != nil {
			w.Header().Set("WWW-Authenticate", challenge)
			http.Error(w, err.Error(), status)
		}
	}
}

func (s *server) byNumber(w http.ResponseWriter, r *http.Request) (int, error) {
	u, err := s.user(r)
	if err != nil {
		return http.StatusUnauthorized, err
	}
	if !u.Admin {
		return http.StatusUnauthorized, errDenied // want "unauthorized-authenticated: .*answer 403$"
	}
	w.Write([]byte(u.Name))
	return 0, nil
}

// rights is asked of somebody's id.
type rights interface {
	Can(id int64, what string) bool
}

func current(r *http.Request) *user {
	u, _ := r.Context().Value(userKey{}).(*user)
	return u
}

func edit(w http.ResponseWriter, r *http.Request, held rights) {
	if !held.Can(current(r).ID, r.PathValue("page")) {
		ask(w) // want "unauthorized-authenticated: .* only lacks the permission.*answer 403$"
		return
	}
	writeError(w, http.StatusOK, "")
}
