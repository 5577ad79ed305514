package forbiddenunauthenticated

import (
	"crypto/subtle"
	"net/http"
)

// A function that is about forged requests, by its name, in a package that is not: whether there are cookies at all, and whether the one
// for the token is there, says nothing of who is asking.

func csrfCookieName(r *http.Request) string { return "t_" + r.Host }

func checkCSRF(w http.ResponseWriter, r *http.Request) {
	if len(r.Header.Get("Cookie")) == 0 {
		http.Error(w, "allow cookies", http.StatusForbidden)
		return
	}
	cookie, err := r.Cookie(csrfCookieName(r))
	if err != nil {
		http.Error(w, "no token", http.StatusForbidden)
		return
	}
	if subtle.ConstantTimeCompare([]byte(cookie.Value), []byte(r.FormValue("csrf_token"))) != 1 {
		http.Error(w, "forged", http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}

func checkCookies(w http.ResponseWriter, r *http.Request) {
	if len(r.Header.Get("Cookie")) == 0 {
		http.Error(w, "log in", http.StatusForbidden) // want "forbidden-unauthenticated: "
		return
	}
	w.Write([]byte("done"))
}

// The name of the cookie comes from a function that is about forged requests, and this one is not.
func checkForm(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie(csrfCookieName(r)); err != nil {
		http.Error(w, "no token", http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}
