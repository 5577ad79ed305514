package forbiddenunauthenticated

import (
	"context"
	"net/http"
	"strings"
)

// router is as in chi.
type router struct{ mux *http.ServeMux }

func (r *router) Use(mw ...func(http.Handler) http.Handler)          {}
func (r *router) With(mw ...func(http.Handler) http.Handler) *router { return r }
func (r *router) Group(f func(r *router))                            { f(r) }
func (r *router) Route(path string, f func(r *router))               { f(r) }
func (r *router) Get(path string, h http.HandlerFunc)                {}
func (r *router) Post(path string, h http.HandlerFunc)               {}
func (r *router) Subrouter() *router                                 { return r }
func (r *router) HandleFunc(path string, h http.HandlerFunc)         {}
func (r *router) Handle(path string, h http.Handler)                 {}

type accountKey struct{}

// authenticate lets nobody through who is not known.
func (s *server) authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok {
			w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		u, ok := s.users.ByKey(r.Context(), token)
		if !ok {
			w.Header().Set("WWW-Authenticate", `Bearer realm="x", error="invalid_token"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), accountKey{}, u)))
	})
}

func accountOf(r *http.Request) *user {
	u, _ := r.Context().Value(accountKey{}).(*user)
	return u
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

func (s *server) routed() *router {
	r := new(router)
	r.Use(logged)
	r.Get("/open", s.openAccount)
	r.Group(func(r *router) {
		r.Use(s.authenticate)
		r.Get("/used", s.usedAccount)
		r.Post("/both", s.bothAccount)
	})
	r.Post("/bothtoo", s.bothAccount)
	one := new(router)
	one.With(logged, s.authenticate).Get("/with", s.withAccount)
	r.Route("/api", func(r *router) {
		r.Use(logged, s.authenticate)
		r.Route("/deep", func(r *router) {
			r.Get("/", s.deepAccount)
		})
	})
	sub := r.Subrouter()
	sub.Use(s.authenticate)
	sub.HandleFunc("/sub", s.subAccount)
	sub.HandleFunc("/closure", func(w http.ResponseWriter, r *http.Request) {
		if accountOf(r) == nil {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		writeJSON(w, "hello")
	})
	r.Handle("/wrapped", logged(s.authenticate(http.HandlerFunc(s.wrappedAccount))))
	r.Handle("/logged", logged(http.HandlerFunc(s.loggedAccount)))
	return r
}

func (s *server) openAccount(w http.ResponseWriter, r *http.Request) {
	if accountOf(r) == nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (s *server) loggedAccount(w http.ResponseWriter, r *http.Request) {
	if accountOf(r) == nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// bothAccount is registered twice, once without the middleware.
func (s *server) bothAccount(w http.ResponseWriter, r *http.Request) {
	if accountOf(r) == nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (s *server) usedAccount(w http.ResponseWriter, r *http.Request) {
	u := accountOf(r)
	if u == nil || !u.Admin {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (s *server) withAccount(w http.ResponseWriter, r *http.Request) {
	u, ok := r.Context().Value(accountKey{}).(*user)
	if !ok {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, u)
}

func (s *server) deepAccount(w http.ResponseWriter, r *http.Request) {
	if accountOf(r) == nil {
		writeError(w, http.StatusForbidden, "no account")
		return
	}
	writeJSON(w, "hello")
}

func (s *server) subAccount(w http.ResponseWriter, r *http.Request) {
	if u := accountOf(r); u == nil {
		writeError(w, http.StatusForbidden, "no account")
	} else {
		writeJSON(w, u)
	}
}

func (s *server) wrappedAccount(w http.ResponseWriter, r *http.Request) {
	if accountOf(r) == nil {
		writeError(w, http.StatusForbidden, "no account")
		return
	}
	writeJSON(w, "hello")
}
