package forbiddenunauthenticated

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

func (s *server) credentialRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/noheader", s.noHeader)
	mux.HandleFunc("/basic", s.basic)
	mux.HandleFunc("/basictwo", s.basicTwo)
	mux.HandleFunc("/bearer", s.bearer)
	mux.HandleFunc("/cut", s.cut)
	mux.HandleFunc("/cookie", s.cookie)
	mux.HandleFunc("/session", s.session)
	mux.HandleFunc("/apikey", s.apiKey)
	mux.HandleFunc("/apikeytable", s.apiKeyTable)
	mux.HandleFunc("/keystore", s.keyStore)
	mux.HandleFunc("/cert", clientCert)
	mux.HandleFunc("/certname", clientCertName)
	mux.HandleFunc("/login", s.login)
	mux.HandleFunc("/loginjson", s.loginJSON)
	mux.HandleFunc("/jwt", s.jwt)
	mux.HandleFunc("/jwtvalid", s.jwtValid)
	mux.HandleFunc("/query", s.queryToken)
	mux.HandleFunc("/proxy", s.proxy)
	mux.HandleFunc("/fields", s.fields)
	mux.HandleFunc("/feed", s.feed)
}

func (s *server) noHeader(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		http.Error(w, "no credentials", http.StatusForbidden) // want "forbidden-unauthenticated: .*Authorization header.*challenge$"
		return
	}
	fmt.Fprintln(w, "hello")
}

func (s *server) basic(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || s.keys[name] != password {
		http.Error(w, "wrong", http.StatusForbidden) // want "forbidden-unauthenticated: .*Basic.* challenge$"
		return
	}
	fmt.Fprintln(w, "hello", name)
}

func (s *server) basicTwo(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	u, err := s.users.ByName(r.Context(), name)
	if err != nil || bcrypt.CompareHashAndPassword(u.Hash, []byte(password)) != nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	fmt.Fprintln(w, "hello", u.Name)
}

func (s *server) bearer(w http.ResponseWriter, r *http.Request) {
	auth := r.Header.Get("Authorization")
	if !strings.HasPrefix(auth, "Bearer ") {
		writeError(w, http.StatusForbidden, "token required") // want "forbidden-unauthenticated: .*Authorization header.* challenge$"
		return
	}
	if auth[7:] != s.cfg.APIKey {
		writeError(w, http.StatusForbidden, "bad token") // want "forbidden-unauthenticated: .*Authorization header.*challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (s *server) cut(w http.ResponseWriter, r *http.Request) {
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Token "); ok && subtle.ConstantTimeCompare([]byte(token), s.cfg.Secret) == 1 {
		writeJSON(w, "hello")
	} else {
		w.WriteHeader(403) // want "forbidden-unauthenticated: .* challenge$"
	}
}

func (s *server) cookie(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session_id")
	if err != nil {
		http.Error(w, "please log in", http.StatusForbidden) // want `forbidden-unauthenticated: .*cookie "session_id".*challenge$`
		return
	}
	u, err := s.users.BySession(r.Context(), c.Value)
	if err != nil {
		http.Error(w, "session not found", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, u)
}

func (s *server) session(w http.ResponseWriter, r *http.Request) {
	var id string
	for _, c := range r.Cookies() {
		if c.Name == "sid" {
			id = c.Value
		}
	}
	if id == "" {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (s *server) apiKey(w http.ResponseWriter, r *http.Request) {
	got := sha256.Sum256([]byte(r.Header.Get("X-API-Key")))
	want := sha256.Sum256([]byte(s.cfg.APIKey))
	if subtle.ConstantTimeCompare(got[:], want[:]) != 1 {
		writeError(w, http.StatusForbidden, "invalid API key") // want "forbidden-unauthenticated: .*X-Api-Key header.*challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (s *server) apiKeyTable(w http.ResponseWriter, r *http.Request) {
	tenant, ok := s.keys[r.Header.Get("X-Auth-Token")]
	if !ok {
		writeError(w, http.StatusForbidden, "unknown token") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, tenant)
}

func (s *server) keyStore(w http.ResponseWriter, r *http.Request) {
	u, found := s.users.ByKey(r.Context(), r.Header.Get("X-Api-Key"))
	switch {
	case !found:
		writeError(w, http.StatusForbidden, "unknown key") // want "forbidden-unauthenticated: .* challenge$"
	case u.Banned:
		writeError(w, http.StatusForbidden, "your account is locked")
	default:
		writeJSON(w, u)
	}
}

func clientCert(w http.ResponseWriter, r *http.Request) {
	if r.TLS == nil || len(r.TLS.PeerCertificates) == 0 {
		http.Error(w, "client certificate required", http.StatusForbidden) // want "forbidden-unauthenticated: .*client certificate.* challenge$"
		return
	}
	fmt.Fprintln(w, r.TLS.PeerCertificates[0].Subject.CommonName)
}

func clientCertName(w http.ResponseWriter, r *http.Request) {
	if len(r.TLS.VerifiedChains) == 0 {
		http.Error(w, "unknown client", http.StatusForbidden) // want "forbidden-unauthenticated: .*client certificate.* challenge$"
		return
	}
	if r.TLS.VerifiedChains[0][0].Subject.CommonName != "backup" {
		http.Error(w, "only for backup", http.StatusForbidden)
		return
	}
	fmt.Fprintln(w, "hello")
}

func (s *server) login(w http.ResponseWriter, r *http.Request) {
	u, err := s.users.ByName(r.Context(), r.FormValue("username"))
	if err != nil {
		http.Error(w, "database", http.StatusInternalServerError)
		return
	}
	if err := bcrypt.CompareHashAndPassword(u.Hash, []byte(r.FormValue("password"))); err != nil {
		http.Error(w, "wrong password", http.StatusForbidden) // want `forbidden-unauthenticated: .*"password".* challenge$`
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: u.Name})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) loginJSON(w http.ResponseWriter, r *http.Request) {
	var req struct {
		Username string `json:"username"`
		Password string `json:"password"`
	}
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		writeError(w, http.StatusBadRequest, "bad request")
		return
	}
	if req.Username != "admin" || req.Password != s.cfg.APIKey {
		writeError(w, http.StatusForbidden, "wrong name or password") // want "forbidden-unauthenticated: .*Password.* challenge$"
		return
	}
	writeJSON(w, map[string]string{"token": "x"})
}

func (s *server) keyfunc(*jwt.Token) (any, error) { return s.cfg.Secret, nil }

func (s *server) jwt(w http.ResponseWriter, r *http.Request) {
	raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	token, err := jwt.Parse(raw, s.keyfunc)
	if err != nil {
		writeError(w, http.StatusForbidden, err.Error()) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, token.Claims)
}

func (s *server) jwtValid(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("jwt")
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	token, err := jwt.ParseWithClaims(c.Value, &jwt.RegisteredClaims{}, s.keyfunc)
	if err != nil || !token.Valid {
		writeError(w, http.StatusForbidden, "invalid token") // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (s *server) queryToken(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("access_token") != s.cfg.APIKey {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: .*"access_token".*challenge$`
		return
	}
	writeJSON(w, "hello")
}

func (s *server) proxy(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Proxy-Authorization") != "Basic "+s.cfg.APIKey {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: .*Proxy-Authorization header.*challenge$`
		return
	}
	writeJSON(w, "hello")
}

func (s *server) fields(w http.ResponseWriter, r *http.Request) {
	parts := strings.Fields(r.Header.Get("Authorization"))
	if len(parts) != 2 || !strings.EqualFold(parts[0], "bearer") {
		writeError(w, http.StatusForbidden, "malformed") // want "forbidden-unauthenticated: .*Authorization header.* challenge$"
		return
	}
	if _, ok := s.keys[parts[1]]; !ok {
		writeError(w, http.StatusForbidden, "unknown") // want "forbidden-unauthenticated: .*Authorization header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// feed takes the credentials where it finds them.
func (s *server) feed(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("X-Api-Key")
	if key == "" {
		key = r.URL.Query().Get("api_key")
	}
	if key == "" {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: .* challenge$`
		return
	}
	writeJSON(w, "hello")
}
