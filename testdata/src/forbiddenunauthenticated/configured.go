package forbiddenunauthenticated

import (
	"errors"
	"net/http"

	"github.com/gorilla/sessions"
)

// names of cookies are configured: what a field is called tells them apart.
type names struct{ SessionCookie, CSRFCookie string }

func (n names) noSession(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie(n.SessionCookie); err != nil {
		writeError(w, http.StatusForbidden, "no session") // want "forbidden-unauthenticated: .*the cookie"
		return
	}
	writeError(w, http.StatusOK, "hello")
}

func (n names) noProof(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie(n.CSRFCookie); err != nil {
		writeError(w, http.StatusForbidden, "no proof that the page is ours")
		return
	}
	writeError(w, http.StatusOK, "hello")
}

// How logins are done in a shop is told by a struct under the name of a secret: nobody has sent one yet.
type shop struct {
	Name string
	OTP  struct {
		Enabled bool
		Length  int
	}
}

var shops = map[string]*shop{}

func requestOTP(w http.ResponseWriter, r *http.Request) {
	found, err := findShop(r)
	if err != nil {
		http.Error(w, "no such shop", http.StatusNotFound)
		return
	}
	if !found.OTP.Enabled {
		http.Error(w, "this shop has no one-time passwords", http.StatusForbidden)
		return
	}
	w.Write([]byte("sent"))
}

func findShop(r *http.Request) (*shop, error) {
	found, ok := shops[r.PathValue("shop")]
	if !ok {
		return nil, errors.New("no such shop")
	}
	return found, nil
}

// Whether sessions can be kept is the server's affair: it says nothing of who is asking.
func keepSessions(w http.ResponseWriter, r *http.Request) {
	if err := sessions.Save(r, w); err != nil {
		http.Error(w, "the sessions cannot be kept", http.StatusForbidden)
		return
	}
	w.Write([]byte("kept"))
}

func keepers(mux *http.ServeMux) { mux.HandleFunc("/keep", keepSessions) }
