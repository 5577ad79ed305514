package unauthorizedauthenticated

import (
	"crypto/subtle"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/pquerna/otp/totp"
	"golang.org/x/crypto/bcrypt"
)

func (s *server) silentRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/absent", s.absent)
	mux.HandleFunc("/unknown", s.unknown)
	mux.HandleFunc("/wrong", s.wrong)
	mux.HandleFunc("/expired", s.expired)
	mux.HandleFunc("/jwtexpired", s.jwtExpired)
	mux.HandleFunc("/stepup", s.stepUp)
	mux.HandleFunc("/recent", s.recent)
	mux.HandleFunc("/password", s.password)
	mux.HandleFunc("/merged", s.merged)
	mux.HandleFunc("/endless", s.endless)
	mux.HandleFunc("/listed", s.listed)
	mux.HandleFunc("/mergederr", s.mergedError)
	mux.HandleFunc("/forbidden", s.forbidden)
	mux.HandleFunc("/session", s.session)
	mux.HandleFunc("/key", s.key)
	mux.HandleFunc("/login", s.login)
	mux.HandleFunc("/revoked", s.revoked)
	mux.HandleFunc("/address", s.anonymousAddress)
	mux.HandleFunc("/csrf", s.anonymousCSRF)
	mux.HandleFunc("/two", s.twoWays)
	mux.HandleFunc("/mapped", s.mapped)
	mux.HandleFunc("/cert", s.cert)
	mux.HandleFunc("/otp", s.otp)
	mux.HandleFunc("/otpHeader", s.otpHeader)
	mux.HandleFunc("/otpCode", s.otpCode)
	mux.HandleFunc("/otpHelper", s.otpHelper)
	mux.HandleFunc("/adapted", adapt(s.adapted))
	mux.HandleFunc("/dpop", s.dpop)
	mux.Handle("/defensive", s.authenticate(http.HandlerFunc(s.defensive)))
}

func (s *server) absent(w http.ResponseWriter, r *http.Request) {
	if _, ok := r.Context().Value(userKey{}).(*user); !ok {
		unauthorized(w, "log in")
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) unknown(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil || u == nil {
		unauthorized(w, "log in")
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) wrong(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || name != "jane" || subtle.ConstantTimeCompare([]byte(password), []byte("secret")) != 1 {
		ask(w)
		return
	}
	w.Write([]byte(name))
}

func (s *server) expired(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if u.Expires.Before(time.Now()) {
		unauthorized(w, "the session has expired")
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) jwtExpired(w http.ResponseWriter, r *http.Request) {
	raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return nil, nil })
	switch {
	case errors.Is(err, jwt.ErrTokenExpired):
		unauthorized(w, "expired")
		return
	case err != nil:
		unauthorized(w, "bad token")
		return
	case !token.Valid:
		unauthorized(w, "bad token")
		return
	}
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok {
		unauthorized(w, "bad claims")
		return
	}
	if exp, _ := claims["exp"].(float64); int64(exp) < time.Now().Unix() {
		unauthorized(w, "expired")
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) stepUp(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if !u.SecondFactor {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x", error="insufficient_user_authentication", acr_values="mfa"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(u.Name))
}

// session has a field that says when it began.
type session struct {
	User   *user
	Began  time.Time
	MaxAge time.Duration
}

type sessionKey struct{}

func (s *server) recent(w http.ResponseWriter, r *http.Request) {
	ss, ok := r.Context().Value(sessionKey{}).(*session)
	if !ok {
		ask(w)
		return
	}
	if time.Since(ss.Began) > ss.MaxAge {
		unauthorized(w, "log in again")
		return
	}
	w.Write([]byte(ss.User.Name))
}

// password asks somebody who is known once more.
func (s *server) password(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if bcrypt.CompareHashAndPassword(u.Hash, []byte(r.PostFormValue("password"))) != nil {
		unauthorized(w, "wrong password")
		return
	}
	w.Write([]byte(u.Name))
}

// isAdmin says two things in one.
func (s *server) isAdmin(r *http.Request) bool {
	u, err := s.user(r)
	if err != nil {
		return false
	}
	return u.Admin
}

// merged does too: low.
func (s *server) merged(w http.ResponseWriter, r *http.Request) {
	if !s.isAdmin(r) {
		unauthorized(w, "for administrators")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) checkAdmin(r *http.Request) error {
	u, err := s.user(r)
	if err != nil {
		return err
	}
	if !u.Admin {
		return errDenied
	}
	return nil
}

// mergedError does too: low.
func (s *server) mergedError(w http.ResponseWriter, r *http.Request) {
	if err := s.checkAdmin(r); err != nil {
		unauthorized(w, err.Error())
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) forbidden(w http.ResponseWriter, r *http.Request) {
	switch err := s.checkAdmin(r); {
	case errors.Is(err, errDenied):
		w.WriteHeader(http.StatusForbidden)
	case err != nil:
		ask(w)
	default:
		writeError(w, http.StatusOK, "")
	}
}

func (s *server) session(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if errors.Is(err, http.ErrNoCookie) {
		unauthorized(w, "no cookie")
		return
	}
	if u, err := s.store.UserBySession(r.Context(), c.Value); err != nil {
		unauthorized(w, "no session")
	} else {
		w.Write([]byte(u.Name))
	}
}

func (s *server) key(w http.ResponseWriter, r *http.Request) {
	if key := r.Header.Get("X-API-Key"); !s.allowed[key] {
		unauthorized(w, "bad key")
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) login(w http.ResponseWriter, r *http.Request) {
	u, err := s.store.UserByName(r.Context(), r.FormValue("name"))
	if err != nil {
		unauthorized(w, "wrong name or password")
		return
	}
	if err := bcrypt.CompareHashAndPassword(u.Hash, []byte(r.FormValue("password"))); err != nil {
		unauthorized(w, "wrong name or password")
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: u.Name})
}

// revoked finds that the token is none any more.
func (s *server) revoked(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		ask(w)
		return
	}
	if s.allowed[c.Value] {
		unauthorized(w, "logged out")
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) anonymousAddress(w http.ResponseWriter, r *http.Request) {
	if !s.allowed[r.RemoteAddr] {
		unauthorized(w, "address")
		return
	}
	writeError(w, http.StatusOK, "")
}

func (s *server) anonymousCSRF(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("csrf")
	if err != nil || c.Value != r.Header.Get("X-CSRF-Token") {
		unauthorized(w, "CSRF")
		return
	}
	writeError(w, http.StatusOK, "")
}

// twoWays tries one credential after the other.
func (s *server) twoWays(w http.ResponseWriter, r *http.Request) {
	if u, err := s.user(r); err == nil {
		w.Write([]byte(u.Name))
		return
	}
	if name, password, ok := r.BasicAuth(); ok {
		if u, err := s.store.UserByName(r.Context(), name); err == nil && bcrypt.CompareHashAndPassword(u.Hash, []byte(password)) == nil {
			w.Write([]byte(u.Name))
			return
		}
	}
	ask(w)
}

func (s *server) mapped(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		status := http.StatusInternalServerError
		if errors.Is(err, errAnonymous) {
			status = http.StatusUnauthorized
			w.Header().Set("WWW-Authenticate", challenge)
		}
		w.WriteHeader(status)
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) cert(w http.ResponseWriter, r *http.Request) {
	if r.TLS == nil || len(r.TLS.PeerCertificates) == 0 || !s.allowed[r.TLS.PeerCertificates[0].Subject.CommonName] {
		unauthorized(w, "certificate")
		return
	}
	writeError(w, http.StatusOK, "")
}

// otp is a second factor: the first one alone is not enough to be known.
func (s *server) otp(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if r.PostFormValue("password") != string(u.Hash) {
		unauthorized(w, "wrong code")
		return
	}
	w.Write([]byte(u.Name))
}

// otpHeader has the code in a header of its own, and asks a helper that is told whose it is.
func (s *server) otpHeader(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if right, err := oneTime(u.Name, r.Header.Get("X-Shop-OTP")); !right || err != nil {
		ask(w)
		return
	}
	w.Write([]byte(u.Name))
}

// otpCode asks a library whether the code is right for somebody's secret.
func (s *server) otpCode(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if !totp.Validate(r.FormValue("number"), u.Name) {
		ask(w)
		return
	}
	w.Write([]byte(u.Name))
}

// otpHelper has a helper ask it: what the library compares inside says nothing more.
func (s *server) otpHelper(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if !rightCode(r.FormValue("number"), u.Name) {
		ask(w)
		return
	}
	w.Write([]byte(u.Name))
}

func rightCode(number, secret string) bool { return totp.Validate(number, secret) }

func (s *server) adapted(w http.ResponseWriter, r *http.Request) (int, error) {
	u, err := s.user(r)
	if err != nil {
		return http.StatusUnauthorized, err
	}
	if !u.Admin {
		return http.StatusForbidden, errDenied
	}
	writeError(w, http.StatusOK, "")
	return 0, nil
}

func (s *server) dpop(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if r.Header.Get("DPoP") == "" || r.Header.Get("X-DPoP-Nonce") != u.Name {
		w.Header().Set("WWW-Authenticate", `DPoP error="use_dpop_nonce"`)
		w.Header().Set("DPoP-Nonce", "1")
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(u.Name))
}

func (s *server) defensive(w http.ResponseWriter, r *http.Request) {
	u, ok := r.Context().Value(userKey{}).(*user)
	if !ok {
		ask(w)
		return
	}
	w.Write([]byte(u.Name))
}

// A token without an end is no good, whoever it names.
func (s *server) endless(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	if u.Expires.IsZero() {
		ask(w)
		return
	}
	w.Write([]byte(u.Name))
}

// Who is in none of the entries is not known after all, as far as can be told.
func (s *server) listed(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return
	}
	for _, name := range s.names {
		if name == u.Name {
			w.Write([]byte(name))
			return
		}
	}
	ask(w)
}
