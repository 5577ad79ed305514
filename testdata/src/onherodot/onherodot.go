// Package onherodot holds handlers that answer by herodot's writers, each run on the real ones by the module that checks the tables.
package onherodot

import (
	"errors"
	"io"
	"net/http"

	"github.com/ory/herodot"

	"onherodot/deny"
)

// Server has the writer.
type Server struct {
	Out    herodot.Writer
	JSON   *herodot.JSONWriter
	Tokens deny.Verifier
}

// Routes registers every handler under its name.
func (s *Server) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/noToken", s.noToken)
	mux.HandleFunc("/challenged", s.challenged)
	mux.HandleFunc("/coded", s.coded)
	mux.HandleFunc("/plain", s.plain)
	mux.HandleFunc("/refused", s.refused)
	mux.HandleFunc("/wrapped", s.wrapped)
	mux.HandleFunc("/goesOn", s.goesOn)
	mux.HandleFunc("/twice", s.twice)
	mux.HandleFunc("/fromAfar", s.fromAfar)
	mux.HandleFunc("/fromAfarChallenged", s.fromAfarChallenged)
	mux.HandleFunc("/judgedThere", s.judgedThere)
	mux.HandleFunc("/introspectedThere", s.introspectedThere)
	mux.HandleFunc("/chosenHere", s.chosenHere)
	mux.HandleFunc("/introspection", inactive)
}

// wire: - -> 401 bare
func (s *Server) noToken(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		s.Out.WriteError(w, r, herodot.ErrUnauthorized.WithReason("no token")) // want "missing-challenge: 401"
		return
	}
	s.Out.Write(w, r, "hello")
}

// wire: - -> 401 challenge
func (s *Server) challenged(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", `Bearer realm="files"`)
		s.Out.WriteError(w, r, &herodot.ErrUnauthorized)
		return
	}
	s.Out.Write(w, r, "hello")
}

// wire: - -> 401 bare
func (s *Server) coded(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		s.JSON.WriteErrorCode(w, r, http.StatusUnauthorized, errors.New("no token")) // want "missing-challenge: 401"
		return
	}
	s.JSON.Write(w, r, "hello")
}

// wire: - -> 500 bare
func (s *Server) plain(w http.ResponseWriter, r *http.Request) {
	s.JSON.WriteError(w, r, errors.New("no token"))
}

// wire: - -> 403 bare
func (s *Server) refused(w http.ResponseWriter, r *http.Request) {
	if _, err := s.Tokens.Verify(r.Header.Get("Authorization")); err != nil {
		s.JSON.WriteError(w, r, herodot.ErrForbidden.WithWrap(err)) // want "forbidden-unauthenticated: 403"
		return
	}
	s.JSON.Write(w, r, "hello")
}

func who(r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return herodot.ErrUnauthorized.WithReason("no token")
	}
	return nil
}

// wire: - -> 401 bare
func (s *Server) wrapped(w http.ResponseWriter, r *http.Request) {
	if err := who(r); err != nil {
		s.Out.WriteError(w, r, err) // want "missing-challenge: 401"
		return
	}
	s.Out.Write(w, r, "hello")
}

// wire: - -> 403 challenge
func (s *Server) goesOn(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", `Bearer realm="files"`)
		s.Out.WriteError(w, r, &herodot.ErrForbidden) // want "forbidden-unauthenticated: 403" "denial-falls-through"
	}
	s.Out.Write(w, r, "hello")
}

// wire: - -> 200 bare hello
func (s *Server) twice(w http.ResponseWriter, r *http.Request) {
	s.Out.Write(w, r, "hello")
	s.Out.WriteError(w, r, &herodot.ErrNotFound) // want "late-status: status 404"
}

// wire: - -> 401 bare
func (s *Server) fromAfar(w http.ResponseWriter, r *http.Request) {
	if _, err := deny.Rightly(r, s.Tokens); err != nil {
		s.Out.WriteError(w, r, err) // want "missing-challenge: 401"
		return
	}
	s.Out.Write(w, r, "hello")
}

// wire: - -> 401 challenge
func (s *Server) fromAfarChallenged(w http.ResponseWriter, r *http.Request) {
	if _, err := deny.Rightly(r, s.Tokens); err != nil {
		w.Header().Set("WWW-Authenticate", `Bearer realm="files"`)
		s.Out.WriteError(w, r, err)
		return
	}
	s.Out.Write(w, r, "hello")
}

// judgedThere passes on what was decided, and is told of, where it was decided.
//
// wire: - -> 403 bare
func (s *Server) judgedThere(w http.ResponseWriter, r *http.Request) {
	if _, err := deny.Subject(r, s.Tokens); err != nil {
		s.Out.WriteError(w, r, err)
		return
	}
	s.Out.Write(w, r, "hello")
}

// wire: - -> 403 bare
func (s *Server) introspectedThere(w http.ResponseWriter, r *http.Request) {
	if _, err := deny.Introspected(r, "http://"+r.Host+"/introspection"); err != nil {
		s.Out.WriteError(w, r, err)
		return
	}
	s.Out.Write(w, r, "hello")
}

// inactive is what an authorization server says of a token that has ended.
func inactive(w http.ResponseWriter, r *http.Request) { io.WriteString(w, `{"active": false}`) }

// chosenHere sends a variable that stands in another package for anybody to send.
//
// wire: - -> 403 bare
func (s *Server) chosenHere(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		s.Out.WriteError(w, r, deny.ErrForbidden) // want "forbidden-unauthenticated: 403"
		return
	}
	s.Out.Write(w, r, "hello")
}
