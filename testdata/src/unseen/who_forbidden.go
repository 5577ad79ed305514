package unseen

import (
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"os"
	"strings"
)

func (s *site) forbiddenRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/claim/body", s.saysBody)
	mux.HandleFunc("/permission", s.permission)
}

// The client itself says whose page it is, and nobody asks who it is: forbidden-unauthenticated, medium. Needed: that the owner
// who is looked up by a claim is one too.
func (s *site) saysBody(w http.ResponseWriter, r *http.Request) {
	var req struct{ User, Page string }
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	owner, err := s.people.Owner(r.Context(), req.Page)
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	if owner != req.User {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// An error of the file system that is about a password: forbidden-unauthenticated. Needed: what the methods of an interface
// return, if the error is none that this package makes.
func (s *site) permission(w http.ResponseWriter, r *http.Request) {
	name, password, _ := r.BasicAuth()
	if err := s.people.Check(name, password); os.IsPermission(err) {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// sessions are found by one half of a token, and hold the whole of it. Needed: that whoever was found by what the client shows is not known
// before all of it has been compared. But who is known already is only asked again where his password is compared.
type sessions interface {
	Get(key string) (any, bool)
}

type keptSession struct {
	Token  string
	UserID int
}

func halves(store sessions, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.URL.Query().Get("access_token")
		id, _, ok := strings.Cut(token, ".")
		if !ok {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		raw, ok := store.Get("session_" + id)
		if !ok {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		session := raw.(keptSession)
		if subtle.ConstantTimeCompare([]byte(token), []byte(session.Token)) != 1 {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
