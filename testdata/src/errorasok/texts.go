package errorasok

import (
	"fmt"
	"io"
	"net/http"
	"strings"
)

func textUnauthorized(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.Write([]byte("Unauthorized")) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	w.Write([]byte("hello"))
}

func (s *server) textDenied(w http.ResponseWriter, r *http.Request) {
	a := s.account(r)
	if a == nil {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	if !a.Admin {
		io.WriteString(w, "Access denied: only for administrators") // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	io.WriteString(w, "hello "+a.Name)
}

func textOfStatus(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" {
		fmt.Fprint(w, http.StatusText(http.StatusForbidden)) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	fmt.Fprint(w, "hello")
}

func textOfStatusLine(w http.ResponseWriter, r *http.Request) {
	if !strings.HasPrefix(r.Header.Get("Authorization"), "Bearer ") {
		fmt.Fprintln(w, "401", http.StatusText(401)) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	fmt.Fprintln(w, "hello")
}

// The status is said, and it is the wrong one.
func textAfterOK(w http.ResponseWriter, r *http.Request) {
	token := r.Header.Get("X-Auth-Token")
	w.Header().Set("Content-Type", "text/plain")
	if token == "" {
		w.WriteHeader(http.StatusOK)
		w.Write([]byte("invalid token")) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	w.Write([]byte("hello"))
}

func (s *server) textLogin(w http.ResponseWriter, r *http.Request) {
	a, err := s.accounts.ByPassword(r.FormValue("user"), r.FormValue("password"))
	if err != nil {
		fmt.Fprintf(w, "Permission denied for %s", r.FormValue("user")) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: a.Name})
	io.WriteString(w, "welcome")
}

func (s *server) errorText(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item(r.PathValue("id"))
	if err != nil {
		w.Write([]byte(err.Error())) // want "error-as-ok: this body .*medium"
		return
	}
	w.Write([]byte(it.Name))
}

func (s *server) errorPrinted(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintf(w, "cannot remove it: %v", err) // want "error-as-ok: this body .*medium"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) errorLine(w http.ResponseWriter, r *http.Request) {
	err := r.ParseForm()
	if err != nil {
		fmt.Fprintln(w, "bad form:", err) // want "error-as-ok: this body .*medium"
		return
	}
	fmt.Fprintln(w, "thanks")
}

func (s *server) errorConcatenated(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Save(&item{Name: r.FormValue("name")}); err != nil {
		io.WriteString(w, "could not save: "+err.Error()) // want "error-as-ok: this body .*medium"
	} else {
		io.WriteString(w, "saved")
	}
}

func (s *server) errorInSwitch(w http.ResponseWriter, r *http.Request) {
	_, err := s.store.Items()
	switch {
	case err == nil:
		w.WriteHeader(http.StatusNoContent)
	default:
		fmt.Fprint(w, err) // want "error-as-ok: this body .*medium"
	}
}

// What follows has a status that fits.

func textWithStatus(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.Header().Set("WWW-Authenticate", `Basic realm="x", charset="UTF-8"`)
		w.WriteHeader(http.StatusUnauthorized)
		w.Write([]byte("Unauthorized"))
		return
	}
	w.Write([]byte("hello"))
}

func (s *server) textErrorWithStatus(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item(r.PathValue("id"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	io.WriteString(w, it.Name)
}

// The status is picked by the error, and then there is one body for all.
func (s *server) textStatusChosen(w http.ResponseWriter, r *http.Request) {
	err := s.store.Remove(r.PathValue("id"))
	switch err {
	case nil:
		w.WriteHeader(http.StatusNoContent)
		return
	case errNoSuch:
		w.WriteHeader(http.StatusNotFound)
	default:
		w.WriteHeader(http.StatusInternalServerError)
	}
	fmt.Fprintln(w, err)
}

// A word in the middle of a text denies nobody.
func textAboutErrors(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/help" {
		io.WriteString(w, "If you see \"access denied\", ask for an account. Other errors: see the list.")
		return
	}
	fmt.Fprintf(w, "%d requests, 0 errors, none unauthorized\n", 12)
}

// The status is named twice, and is the same: it is the body that lacks another.
func namedTwice(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("a") != "" {
		w.WriteHeader(200)
		http.Error(w, "access denied", 200) // want "error-as-ok"
	}
}

func deniedLate(w http.ResponseWriter, text string, code int) { http.Error(w, text, code) }

// It is the status that comes too late, here too.
func lateInHelper(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("a") != "" {
		w.WriteHeader(200)
		deniedLate(w, "access denied", 404) // want "late-status"
	}
}

func okInHelper(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("a") != "" {
		w.WriteHeader(200)
		deniedLate(w, "access denied", 200) // want "error-as-ok"
	}
}
