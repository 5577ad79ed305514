package forbiddenunauthenticated

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// tokenServer knows its callers by signed tokens, or by one password.
type tokenServer struct{ secret []byte }

func (s *tokenServer) routes(mux *http.ServeMux) {
	mux.HandleFunc("/issuer", s.issuer)
	mux.HandleFunc("/name", s.name)
	mux.HandleFunc("/bad", s.bad)
	mux.HandleFunc("/wrong", s.wrong)
	mux.HandleFunc("/forged", s.forged)
	mux.HandleFunc("/forgedHere", s.forgedHere)
}

func (s *tokenServer) check(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return s.secret, nil })
	return err
}

// Why the library fails is what the table says of it, and not what it compares inside.
func (s *tokenServer) wrong(w http.ResponseWriter, r *http.Request) {
	if s.check(bearer(r)) != nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*: the Authorization header.* challenge$"
		return
	}
	w.Write([]byte("hello"))
}

// A token may be signed that shows only where the request comes from.
func (s *tokenServer) forged(w http.ResponseWriter, r *http.Request) {
	if s.check(r.Header.Get("X-CSRF-Token")) != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

func (s *tokenServer) forgedHere(w http.ResponseWriter, r *http.Request) {
	if _, err := jwt.Parse(r.Header.Get("X-CSRF-Token"), func(*jwt.Token) (any, error) { return s.secret, nil }); err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

func (s *tokenServer) parse(raw string) (*jwt.RegisteredClaims, error) {
	var c jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return s.secret, nil }); err != nil {
		return nil, err
	}
	return &c, nil
}

func (s *tokenServer) issuer(w http.ResponseWriter, r *http.Request) {
	c, err := s.parse(bearer(r))
	if err != nil {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if c.Issuer != "us" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, c.Subject)
}

func (s *tokenServer) bad(w http.ResponseWriter, r *http.Request) {
	c, err := s.parse(bearer(r))
	if err != nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, c.Subject)
}

func (s *tokenServer) name(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || password != string(s.secret) {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if name != "admin" && r.PathValue("user") != name {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, name)
}
