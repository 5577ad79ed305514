package forbiddenunauthenticated

import "net/http"

// A 403 for everybody, with nothing asked.

type hatch struct {
	closed  bool
	private bool
	open    []string
}

func (g *hatch) routes(mux *http.ServeMux) error {
	mux.HandleFunc("/never", g.never)
	mux.Handle("/handler", http.HandlerFunc(g.asHandler))
	if g.closed {
		mux.HandleFunc("/closed", g.whenClosed)
	}
	if err := g.check(); err != nil {
		return err
	}
	mux.HandleFunc("/later", g.later)
	mux.Handle("/wrapped", logged(http.HandlerFunc(g.wrapped)))
	mux.HandleFunc("/switch", g.switched)
	mux.HandleFunc("/asked", g.asked)
	mux.HandleFunc("/helped", g.helped)
	mux.HandleFunc("/listed", g.listed)
	return nil
}

func (g *hatch) check() error { return nil }

func (g *hatch) never(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "forbidden", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for everybody, and no credentials were checked.*medium"
}

func (g *hatch) asHandler(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for everybody, and no credentials were checked.*medium"
}

// What comes after an early return is registered always.
func (g *hatch) later(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "forbidden", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for everybody, and no credentials were checked.*medium"
}

// It is the configuration that closes it.
func (g *hatch) whenClosed(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "closed", http.StatusForbidden)
}

func (g *hatch) switched(w http.ResponseWriter, r *http.Request) {
	if g.private {
		http.Error(w, "private", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// What a middleware asks before is not looked into here.
func (g *hatch) wrapped(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "forbidden", http.StatusForbidden)
}

// Somebody has shown who he is.
func (g *hatch) asked(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || name != "jane" || password != "secret" {
		w.Header().Set("WWW-Authenticate", `Basic realm="Restricted"`)
		w.WriteHeader(401)
		return
	}
	http.Error(w, "not even you", http.StatusForbidden)
}

// What is not on the list comes out of the loop.
func (g *hatch) listed(w http.ResponseWriter, r *http.Request) {
	for _, path := range g.open {
		if path == r.URL.Path {
			w.Write([]byte("hello"))
			return
		}
	}
	http.Error(w, "forbidden", http.StatusForbidden)
}

func (g *hatch) no(w http.ResponseWriter) { http.Error(w, "forbidden", http.StatusForbidden) }

// What is called to deny is judged where it is called.
func (g *hatch) helped(w http.ResponseWriter, r *http.Request) {
	if r.Host == "elsewhere.example" {
		g.no(w)
		return
	}
	w.Write([]byte("hello"))
}

// Elsewhere may know who registers it, and behind what.
func Elsewhere(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "forbidden", http.StatusForbidden)
}

func guarded(mux *stack) {
	mux.Use(logged)
	mux.Handle("/used", http.HandlerFunc(used))
}

// stack is a router with middlewares.
type stack struct {
	http.ServeMux
	before []func(http.Handler) http.Handler
}

func (c *stack) Use(m func(http.Handler) http.Handler) { c.before = append(c.before, m) }

func used(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "forbidden", http.StatusForbidden)
}
