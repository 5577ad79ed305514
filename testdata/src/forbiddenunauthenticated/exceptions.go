package forbiddenunauthenticated

import "net/http"

// Exceptions come after the question that decides.
func (g *gate) past(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == g.key {
		writeJSON(w, "hello")
		return
	}
	if g.cfg.Maintenance {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	if r.URL.Path == "/health" {
		writeJSON(w, "healthy")
		return
	}
	w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
}

// What comes last is no exception, but the other thing that lets in.
func (g *gate) pastClaim(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == g.key {
		writeJSON(w, "hello")
		return
	}
	if r.FormValue("page") == "welcome" {
		writeJSON(w, "welcome")
		return
	}
	w.WriteHeader(http.StatusForbidden)
}

func (g *gate) pastCookie(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/health" {
		writeJSON(w, "healthy")
		return
	}
	if _, err := r.Cookie("sid"); err == nil {
		writeJSON(w, "hello")
		return
	}
	w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: .*cookie "sid".* challenge$`
}

// A value that is a condition: the second half stands for both.
func (g *gate) joined(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("X-Api-Key")
	allowed := key != "" && key == g.key
	if !allowed {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// admits has more than one reason to say no.
func (g *gate) admits(r *http.Request) bool {
	if g.cfg.ReadOnly {
		return false
	}
	if userOf(r.Context()) == nil {
		return false
	}
	return true
}

// All that leads to this handler is seen, so that there may be nobody.
func (g *gate) mixed(w http.ResponseWriter, r *http.Request) {
	if !g.admits(r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// Nobody knows what leads here: a middleware may have left only the other reason.
func (g *gate) mixedElsewhere(w http.ResponseWriter, r *http.Request) {
	if !g.admits(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) aloneElsewhere(w http.ResponseWriter, r *http.Request) {
	if userOf(r.Context()) == nil {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: 403 for a caller .*\(medium\)$`
		return
	}
	if g.cfg.ReadOnly {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) admitsKey(r *http.Request) bool {
	if g.cfg.ReadOnly {
		return false
	}
	if r.Header.Get("X-Api-Key") != g.key {
		return false
	}
	return true
}

// A key that is wrong is wrong behind any middleware.
func (g *gate) keyElsewhere(w http.ResponseWriter, r *http.Request) {
	if !g.admitsKey(r) {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: .*X-Api-Key header.*\(medium\)$`
		return
	}
	writeJSON(w, "hello")
}

// The flag belongs to the credential.
func (g *gate) opened(w http.ResponseWriter, r *http.Request) {
	if !g.flags[r.Header.Get("X-Api-Key")] {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		return
	}
	if r.FormValue("role") == "guest" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}
