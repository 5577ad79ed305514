package forbiddenunauthenticated

import (
	"encoding/json"
	"net/http"
)

// Where a value comes from.

// portal leaves the sessions to code that cannot be seen.
type portal struct {
	sessions interface {
		Current(r *http.Request) *user
		IsLoggedIn(r *http.Request) bool
		IsUnauthenticated(r *http.Request) bool
		IsPublished(r *http.Request) bool
		Theme(r *http.Request) string
		Ticket(header string) ticket
	}
	cookie, secret string
	smtp           struct{ Password string }
}

// ticket is a credential that knows how to check itself.
type ticket interface{ Verify() error }

// call is how the handlers of this house get their requests.
type call interface {
	Request() *http.Request
	User() *user
	LoggedIn() bool
	Theme() string
}

func (p *portal) routes(mux *http.ServeMux) {
	mux.HandleFunc("/cookie", p.byCookie)
	mux.HandleFunc("/current", p.current)
	mux.HandleFunc("/loggedin", p.loggedIn)
	mux.HandleFunc("/again", p.again)
	mux.HandleFunc("/published", p.published)
	mux.HandleFunc("/theme", p.theme)
	mux.HandleFunc("/helped", p.helped)
	mux.HandleFunc("/ticket", p.ticket)
	mux.HandleFunc("/form", p.form)
	mux.HandleFunc("/page", p.page)
	mux.HandleFunc("/own", p.ownHeader)
	mux.HandleFunc("/theirs", p.theirHeader)
	mux.HandleFunc("/themed", p.contextTheme)
	mux.HandleFunc("/global", p.contextUser)
	mux.HandleFunc("/login", p.login)
	mux.HandleFunc("/mail", p.mail)
	mux.HandleFunc("/shop", p.shopToken)
	mux.HandleFunc("/repeat", p.repeatable)
	mux.HandleFunc("/hook", p.hook)
	mux.HandleFunc("/house", func(w http.ResponseWriter, r *http.Request) { p.house(w, newCall(r)) })
}

var newCall func(r *http.Request) call

// byCookie: whatever its name is, a cookie is a credential.
func (p *portal) byCookie(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie(p.cookie); err != nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*unknown: the cookie.: .* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (p *portal) current(w http.ResponseWriter, r *http.Request) {
	if p.sessions.Current(r) == nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the user of the request.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func (p *portal) loggedIn(w http.ResponseWriter, r *http.Request) {
	if !p.sessions.IsLoggedIn(r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the user of the request.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// again: who is there already needs no login.
func (p *portal) again(w http.ResponseWriter, r *http.Request) {
	if !p.sessions.IsUnauthenticated(r) {
		http.Error(w, "you are here already", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// published and theme are about something else.

func (p *portal) published(w http.ResponseWriter, r *http.Request) {
	if !p.sessions.IsPublished(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (p *portal) theme(w http.ResponseWriter, r *http.Request) {
	if p.sessions.Theme(r) == "" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (p *portal) somebody(r *http.Request) bool {
	if p.sessions.Current(r) == nil {
		return false
	}
	return true
}

func (p *portal) helped(w http.ResponseWriter, r *http.Request) {
	if !p.somebody(r) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the user of the request.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// ticket: the credential is what the method is called on.
func (p *portal) ticket(w http.ResponseWriter, r *http.Request) {
	if err := p.sessions.Ticket(r.Header.Get("X-Auth-Token")).Verify(); err != nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Auth-Token header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// form and page look into the same map.

func (p *portal) form(w http.ResponseWriter, r *http.Request) {
	if len(r.URL.Query()["access_token"]) == 0 {
		w.WriteHeader(http.StatusForbidden) // want `forbidden-unauthenticated: .*parameter "access_token".* challenge$`
		return
	}
	writeJSON(w, "hello")
}

func (p *portal) page(w http.ResponseWriter, r *http.Request) {
	if len(r.URL.Query()["page"]) == 0 {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// The header is not that of the request.

func (p *portal) ownHeader(w http.ResponseWriter, r *http.Request) {
	if w.Header().Get("X-Auth-Token") == "" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (p *portal) theirHeader(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://example.org/")
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	if resp.Header.Get("X-Auth-Token") == "" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

type themeKey struct{}

// currentUserKey is a key by its address, of which only the name tells what it is for.
var currentUserKey = new(int)

func (p *portal) contextTheme(w http.ResponseWriter, r *http.Request) {
	if _, ok := r.Context().Value(themeKey{}).(string); !ok {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (p *portal) contextUser(w http.ResponseWriter, r *http.Request) {
	if r.Context().Value(currentUserKey) == nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*user in the context.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// login is what is sent to log in: that it is wrong is found by a helper that does not know where it comes from.
type login struct{ Name, Password string }

func (p *portal) fits(l login) bool { return l.Password == p.secret }

func (p *portal) login(w http.ResponseWriter, r *http.Request) {
	var l login
	if err := json.NewDecoder(r.Body).Decode(&l); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if !p.fits(l) {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*password.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// mail has a password of its own, for another server.
func (p *portal) mail(w http.ResponseWriter, r *http.Request) {
	if p.smtp.Password == "" {
		http.Error(w, "mail is not set up", http.StatusForbidden)
		return
	}
	writeJSON(w, "sent")
}

// house is given nothing but what holds the request.
func (p *portal) house(w http.ResponseWriter, c call) {
	if c.Theme() == "" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	if !c.LoggedIn() {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge"
		return
	}
	if c.User() == nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller .* challenge"
		return
	}
	writeJSON(w, "hello")
}

// shopToken: a token or key under a name of the house is a credential.
func (p *portal) shopToken(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Shop-Token") != p.secret {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the X-Shop-Token header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// repeatable: what makes a request safe to repeat says nothing of who sends it.
func (p *portal) repeatable(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Idempotency-Key") == "" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// hook: a secret that only says which system a message comes from.
func (p *portal) hook(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Webhook-Token") != p.secret {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}
