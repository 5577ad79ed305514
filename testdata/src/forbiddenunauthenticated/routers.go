package forbiddenunauthenticated

import "net/http"

// Registrations in other shapes: what stands behind the middleware is silent, and what only seems to is not.

// member says whether somebody is known; each of the handlers below asks for itself once more.
func member(w http.ResponseWriter, r *http.Request) bool { return accountOf(r) != nil }

// same is no middleware at all.
func same(next http.Handler) http.Handler { return next }

// perhaps lets everybody through where the server is open.
func (s *server) perhaps(next http.Handler) http.Handler {
	if s.cfg.Maintenance {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.currentUser(r); err != nil {
			w.Header().Set("WWW-Authenticate", challenge)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// counted lets everybody through.
type counted struct {
	next http.Handler
	n    int
}

func (h *counted) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.n++
	h.next.ServeHTTP(w, r)
}

func newAsked(next http.Handler, a *accounts) *asked { return &asked{next: next, accounts: a} }

func newCounted(next http.Handler) *counted { return &counted{next: next} }

// chain is as in negroni.
type chain struct{}

func (c *chain) Use(h http.Handler)        {}
func (c *chain) UseFunc(f http.Handler)    {}
func (c *chain) UseHandler(h http.Handler) {}
func (c *chain) Handle(h http.Handler)     {}

func (s *server) moreRouters(a *accounts, mux *http.ServeMux) {
	mux.Handle("/same", same(http.HandlerFunc(openSame)))
	mux.Handle("/perhaps", s.perhaps(http.HandlerFunc(openPerhaps)))
	mux.Handle("/counted", &counted{next: http.HandlerFunc(openCounted)})
	mux.Handle("/newasked", newAsked(http.HandlerFunc(shutAsked), a))
	mux.Handle("/newcounted", newCounted(http.HandlerFunc(openNewCounted)))
	mux.Handle("/made", s.made())
	mux.Handle("/Made", s.authenticate(s.Made()))
	s.kept = http.HandlerFunc(keptElsewhere)

	r := new(router)
	r.With(logged).Get("/with", openWith)
	r.With(logged).With(s.authenticate).With(logged).Get("/deep", shutDeep)
	r.With(s.authenticate).Get("/shown", func(w http.ResponseWriter, r *http.Request) { showShut(w, r) })
	r.Get("/shown", func(w http.ResponseWriter, r *http.Request) { showOpen(w, r) })
	strict := r.With(s.authenticate)
	mount := func(path string) { strict.Get(path, shutMounted) }
	mount("/a")
	mount("/b")
	loose := new(router)
	mountLoose := func(path string) { loose.Get(path, openMounted) }
	mountLoose("/a")

	guarded, open := new(router), new(router)
	guarded.Use(s.authenticate)
	guarded.Group(func(r *router) { r.Get("/shut", shutGrouped) })
	open.Group(func(r *router) { r.Get("/open", openGrouped) })

	one, two, three := new(chain), new(chain), new(chain)
	one.UseFunc(s.authenticate(nil))
	one.Handle(http.HandlerFunc(shutUseFunc))
	two.UseHandler(s.authenticate(nil))
	two.Handle(http.HandlerFunc(shutUseHandler))
	three.UseHandler(logged(nil))
	three.Handle(http.HandlerFunc(openUseHandler))
}

func openSame(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func openPerhaps(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func openCounted(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func shutAsked(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func openNewCounted(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// made is called where it is registered, and nowhere else.
func (s *server) made() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !member(w, r) {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
			return
		}
		writeJSON(w, "hello")
	})
}

// Made may be called by others, who register what it returns without the middleware: they are told.
func (s *server) Made() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !member(w, r) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		writeJSON(w, "hello")
	})
}

// unmade is called by nobody who is seen.
func (s *server) unmade() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !member(w, r) {
			w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: 403 for a caller .* challenge \(medium\)$`
			return
		}
		writeJSON(w, "hello")
	})
}

// Whoever takes it from the field may do with it what he likes.
func keptElsewhere(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: 403 for a caller .* challenge \(medium\)$`
		return
	}
	writeJSON(w, "hello")
}

func openWith(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func shutDeep(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func shutMounted(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func openMounted(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func shutGrouped(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func openGrouped(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func shutUseFunc(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func shutUseHandler(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func openUseHandler(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// What a handler calls stands behind the same middleware.

func showShut(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func showOpen(w http.ResponseWriter, r *http.Request) {
	if !member(w, r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}
