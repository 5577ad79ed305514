package forbiddenunauthenticated

import (
	"errors"
	"net/http"
)

// One question can be asked in many ways, and the answer may stand on either side.

// gate has what it asks for in its fields.
type gate struct {
	users users
	keys  map[string]*user
	flags map[string]bool
	key   string
	limit int
	cfg   config
}

func (g *gate) routes(mux *http.ServeMux) {
	mux.HandleFunc("/mirrored", g.mirrored)
	mux.HandleFunc("/false", g.isFalse)
	mux.HandleFunc("/nottrue", g.isNotTrue)
	mux.HandleFunc("/true", g.isTrue)
	mux.HandleFunc("/less", g.less)
	mux.HandleFunc("/most", g.most)
	mux.HandleFunc("/zero", g.zero)
	mux.HandleFunc("/some", g.some)
	mux.HandleFunc("/least", g.least)
	mux.HandleFunc("/notzero", g.notZero)
	mux.HandleFunc("/onemirrored", g.oneMirrored)
	mux.HandleFunc("/many", g.many)
	mux.HandleFunc("/two", g.two)
	mux.HandleFunc("/equal", g.equalSentinel)
	mux.HandleFunc("/notequal", g.notSentinel)
	mux.HandleFunc("/unlike", g.unlike)
	mux.HandleFunc("/named", g.named)
	mux.HandleFunc("/found", g.found)
	mux.HandleFunc("/greets", g.greets)
	mux.HandleFunc("/second", g.second)
	mux.HandleFunc("/expired", g.expired)
	mux.HandleFunc("/revoked", g.revoked)
	mux.HandleFunc("/invalid", g.invalid)
	mux.HandleFunc("/past", g.past)
	mux.HandleFunc("/pastclaim", g.pastClaim)
	mux.HandleFunc("/pastcookie", g.pastCookie)
	mux.HandleFunc("/joined", g.joined)
	mux.HandleFunc("/mixed", g.mixed)
	mux.HandleFunc("/opened", g.opened)
}

func (g *gate) mirrored(w http.ResponseWriter, r *http.Request) {
	if "" == r.Header.Get("X-Api-Key") {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) isFalse(w http.ResponseWriter, r *http.Request) {
	_, _, ok := r.BasicAuth()
	if ok == false {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*Basic credentials.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) isNotTrue(w http.ResponseWriter, r *http.Request) {
	_, _, ok := r.BasicAuth()
	if ok != true {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*Basic credentials.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) isTrue(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); ok == true {
		writeJSON(w, "hello")
		return
	}
	w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*Basic credentials.* challenge$"
}

// A length says whether there is a certificate at all.

func (g *gate) less(w http.ResponseWriter, r *http.Request) {
	if len(r.TLS.PeerCertificates) < 1 {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*client certificate.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) most(w http.ResponseWriter, r *http.Request) {
	if len(r.TLS.PeerCertificates) <= 0 {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*client certificate.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) zero(w http.ResponseWriter, r *http.Request) {
	if 0 == len(r.TLS.PeerCertificates) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*client certificate.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) some(w http.ResponseWriter, r *http.Request) {
	if len(r.TLS.PeerCertificates) > 0 {
		writeJSON(w, "hello")
		return
	}
	w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*client certificate.* challenge$"
}

func (g *gate) least(w http.ResponseWriter, r *http.Request) {
	if len(r.TLS.PeerCertificates) >= 1 {
		writeJSON(w, "hello")
		return
	}
	w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*client certificate.* challenge$"
}

func (g *gate) notZero(w http.ResponseWriter, r *http.Request) {
	if len(r.TLS.PeerCertificates) != 0 {
		writeJSON(w, "hello")
		return
	}
	w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*client certificate.* challenge$"
}

func (g *gate) oneMirrored(w http.ResponseWriter, r *http.Request) {
	if 1 > len(r.TLS.PeerCertificates) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*client certificate.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// Of these there are some, and they are too many or too few.

func (g *gate) many(w http.ResponseWriter, r *http.Request) {
	if len(r.TLS.PeerCertificates) > 1 {
		http.Error(w, "one certificate only", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) two(w http.ResponseWriter, r *http.Request) {
	switch n := len(r.TLS.PeerCertificates); {
	case n == 1:
		http.Error(w, "no intermediate certificate", http.StatusForbidden)
	case n >= 2:
		writeJSON(w, "hello")
	}
}

// One particular error is asked for.

func (g *gate) equalSentinel(w http.ResponseWriter, r *http.Request) {
	_, err := r.Cookie("sid")
	if err == http.ErrNoCookie {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: .*cookie "sid".* challenge$`
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) notSentinel(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("sid"); err != http.ErrNoCookie {
		writeJSON(w, "hello")
		return
	}
	w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: .*cookie "sid".* challenge$`
}

var errFull = errors.New("full")

func (g *gate) room() error {
	if g.limit > 10 {
		return errFull
	}
	return nil
}

// That it is not this error says nothing: what came before decides.
func (g *gate) unlike(w http.ResponseWriter, r *http.Request) {
	_, err := r.Cookie("sid")
	if err != nil && err != errFull {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: .*cookie "sid".* challenge$`
		return
	}
	if err := g.room(); err == errFull {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) check(r *http.Request) error {
	u, ok := g.keys[r.Header.Get("X-Api-Key")]
	if !ok {
		return errBadToken
	}
	if !u.has("reader") {
		return errScope
	}
	return nil
}

// Each error has been made for one reason.
func (g *gate) named(w http.ResponseWriter, r *http.Request) {
	switch g.check(r) {
	case errBadToken:
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
	case errScope:
		w.WriteHeader(http.StatusForbidden)
	default:
		writeJSON(w, "hello")
	}
}

// What is empty is something of a user, and not the user.
func (g *gate) found(w http.ResponseWriter, r *http.Request) {
	u, ok := g.keys[r.Header.Get("X-Api-Key")]
	if !ok || u.ID == 0 {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		return
	}
	if len(u.Roles) == 0 {
		http.Error(w, "you have no role", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// Credentials were looked at, so that it is not what the client says alone.
func (g *gate) greets(w http.ResponseWriter, r *http.Request) {
	name := "stranger"
	if c, err := r.Cookie("sid"); err == nil {
		name = c.Value
	}
	if r.FormValue("role") != "admin" {
		http.Error(w, "not for you, "+name, http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// Who is known has one more thing to show.
func (g *gate) second(w http.ResponseWriter, r *http.Request) {
	u := userOf(r.Context())
	if u == nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if r.Header.Get("X-Api-Key") == "" {
		http.Error(w, "not without the key of the day", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// visit is what a cookie stands for.
type visit struct {
	User                      *user
	Expired, Revoked, Invalid bool
}

var visits interface {
	ByCookie(value string) (*visit, error)
}

func visitOf(r *http.Request) *visit {
	c, err := r.Cookie("visit")
	if err != nil {
		return nil
	}
	v, err := visits.ByCookie(c.Value)
	if err != nil {
		return nil
	}
	return v
}

// The session is there, and good for nobody any more.

func (g *gate) expired(w http.ResponseWriter, r *http.Request) {
	if v := visitOf(r); v != nil && v.Expired {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) revoked(w http.ResponseWriter, r *http.Request) {
	if v := visitOf(r); v != nil && v.Revoked {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (g *gate) invalid(w http.ResponseWriter, r *http.Request) {
	if v := visitOf(r); v != nil && v.Invalid {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge$"
		return
	}
	writeJSON(w, "hello")
}
