package forbiddenunauthenticated

import "net/http"

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
