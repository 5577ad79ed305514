package forbiddenunauthenticated

import (
	"net/http"
	"slices"

	"golang.org/x/crypto/bcrypt"
)

type heldKey struct{}

// held is whom a middleware that is not seen here keeps with the request: where there is nobody, this panics.
func held(r *http.Request) *user { return r.Context().Value(heldKey{}).(*user) }

func (u *user) permitted(lists []string) []string {
	var may []string
	for _, role := range u.Roles {
		if slices.Contains(lists, role) {
			may = append(may, role)
		}
	}
	return may
}

// What is not permitted to somebody is left out, and nothing is left.
func (s *server) nothingPermitted(w http.ResponseWriter, r *http.Request) {
	lists := held(r).permitted(r.Form["list"])
	if len(lists) == 0 {
		writeError(w, http.StatusForbidden, "no list that you may change")
		return
	}
	writeError(w, http.StatusOK, "changed")
}

// Nor is anybody missing where it was not established before who it is.
func (s *server) nothingPermittedToThem(w http.ResponseWriter, r *http.Request) {
	u, _ := r.Context().Value(heldKey{}).(*user)
	if lists := u.permitted(r.Form["list"]); len(lists) == 0 {
		writeError(w, http.StatusForbidden, "no list that you may change")
		return
	}
	writeError(w, http.StatusOK, "changed")
}

// Somebody who is known is asked for the password again.
func (s *server) passwordAgain(w http.ResponseWriter, r *http.Request) {
	u := r.Context().Value(heldKey{}).(*user)
	if err := bcrypt.CompareHashAndPassword(u.Hash, []byte(r.FormValue("password"))); err != nil {
		writeError(w, http.StatusForbidden, "that is not your password")
		return
	}
	writeError(w, http.StatusOK, "changed")
}

// What is kept may be a pointer to nobody.
func (s *server) heldNobody(w http.ResponseWriter, r *http.Request) {
	u := r.Context().Value(heldKey{}).(*user)
	if u == nil {
		writeError(w, http.StatusForbidden, "who are you?") // want "forbidden-unauthenticated: "
		return
	}
	writeError(w, http.StatusOK, "hello")
}
