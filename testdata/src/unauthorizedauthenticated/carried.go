package unauthorizedauthenticated

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
)

// What is kept with the request under a name that says nothing, and handed on to a method which answers by an error.

type scopeKey struct{}

// scope is what a middleware of another house keeps with the request.
type scope struct {
	IsAdmin bool
	UserID  int
}

type settings struct{ Open bool }

type failure struct {
	status int
	text   string
}

func (f *failure) Error() string { return f.text }

type answering func(w http.ResponseWriter, r *http.Request) *failure

func (h answering) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if f := h(w, r); f != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, f.text, f.status)
	}
}

func scopeOf(r *http.Request) *scope {
	return r.Context().Value(scopeKey{}).(*scope)
}

var removing = answering(removes)

func removes(w http.ResponseWriter, r *http.Request) *failure {
	sc := scopeOf(r)
	if r.URL.Query().Has("everywhere") {
		return removesEverywhere(w, sc)
	}
	return removesHere(w, &settings{})
}

func removesEverywhere(w http.ResponseWriter, sc *scope) *failure {
	if !sc.IsAdmin {
		return &failure{401, "for administrators"} // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// What the server is set to is nobody's permission.
func removesHere(w http.ResponseWriter, s *settings) *failure {
	if !s.Open {
		return &failure{401, "closed"}
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// What the client sends is no permission that anybody has given it.
var asking = answering(asks)

func asks(w http.ResponseWriter, r *http.Request) *failure {
	var sc scope
	if json.NewDecoder(r.Body).Decode(&sc) != nil {
		return &failure{400, "what?"}
	}
	return asksFor(w, &sc)
}

func asksFor(w http.ResponseWriter, sc *scope) *failure {
	if !sc.IsAdmin {
		return &failure{401, "for administrators"}
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func keepScope(r *http.Request, sc *scope) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), scopeKey{}, sc))
}

var errMayNot = errors.New("may not")

func mayAdminister(u *user) error {
	if !u.Admin {
		return errMayNot
	}
	return nil
}

// A helper asks for the permission, and returns an error of which the caller knows what it means.
func (s *server) administers(w http.ResponseWriter, r *http.Request) {
	u, err := s.user(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if err := mayAdminister(u); errors.Is(err, errMayNot) {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "not for you", http.StatusUnauthorized) // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
		return
	}
	w.Write([]byte(u.Name))
}
