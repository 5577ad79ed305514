package unauthorizedauthenticated

import (
	"context"
	"net/http"
)

// What else a context holds, and what else is kept with somebody.

type (
	originKey struct{}
	formKey   struct{}
	themeKey  struct{}
)

// card is what is known of a visitor.
type card struct {
	Name         string
	State, Nonce string
	Theme        string
}

type cardKey struct{}

func remember(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), originKey{}, r.Header.Get("Origin"))
		ctx = context.WithValue(ctx, formKey{}, r.PostFormValue("csrf"))
		ctx = context.WithValue(ctx, themeKey{}, theme)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

var theme = "dark"

func (s *server) contextRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/kept/origin", s.keptOrigin)
	mux.HandleFunc("/kept/form", s.keptForm)
	mux.HandleFunc("/kept/theme", s.keptTheme)
	mux.HandleFunc("/kept/state", s.keptState)
	mux.HandleFunc("/kept/nonce", s.keptNonce)
	mux.HandleFunc("/kept/name", s.keptName)
}

func (s *server) keptOrigin(w http.ResponseWriter, r *http.Request) {
	if _, err := s.user(r); err != nil {
		ask(w)
		return
	}
	if origin, _ := r.Context().Value(originKey{}).(string); origin != "https://example.org" {
		unauthorized(w, "origin")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) keptForm(w http.ResponseWriter, r *http.Request) {
	if _, err := s.user(r); err != nil {
		ask(w)
		return
	}
	if form, _ := r.Context().Value(formKey{}).(string); form == "" {
		unauthorized(w, "CSRF") // want `unauthorized-authenticated: .* what decides is not who it is, .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// keptTheme: what the server has put there is nothing that is known of anybody.
func (s *server) keptTheme(w http.ResponseWriter, r *http.Request) {
	if _, err := s.user(r); err != nil {
		ask(w)
		return
	}
	if kept, _ := r.Context().Value(themeKey{}).(string); kept != "dark" {
		unauthorized(w, "theme")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func cardOf(r *http.Request) *card {
	c, err := r.Cookie("card")
	if err != nil {
		return nil
	}
	return cards[c.Value]
}

var cards map[string]*card

// keptState and keptNonce: what was kept proves where a redirect comes from.

func (s *server) keptState(w http.ResponseWriter, r *http.Request) {
	c := cardOf(r)
	if c == nil {
		ask(w)
		return
	}
	if c.State != r.FormValue("s") {
		unauthorized(w, "start again")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) keptNonce(w http.ResponseWriter, r *http.Request) {
	c := cardOf(r)
	if c == nil {
		ask(w)
		return
	}
	if r.FormValue("n") != c.Nonce {
		unauthorized(w, "start again")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// keptName is whose page it is.
func (s *server) keptName(w http.ResponseWriter, r *http.Request) {
	c := cardOf(r)
	if c == nil {
		ask(w)
		return
	}
	if r.FormValue("name") != c.Name {
		unauthorized(w, "not yours") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
