package unauthorizedauthenticated

import (
	"errors"
	"net/http"

	"github.com/gorilla/sessions"
)

// counts looks in a database for the user whom a session names, and for what he may.
type counts struct {
	rows  rows
	store sessions.Store
}

// rows is a library over the database.
type rows interface {
	Get(dest any, query string, args ...any) error
}

// No row in the table of users: there is nobody.
func (c *counts) user(r *http.Request) (string, int, error) {
	session, err := c.store.Get(r, "login")
	if err != nil {
		return "", http.StatusInternalServerError, err
	}
	id, ok := session.Values["user_id"].(string)
	if !ok {
		return "", http.StatusUnauthorized, errors.New("no session")
	}
	var n int
	if err := c.rows.Get(&n, "SELECT COUNT(*) FROM `users` WHERE `id` = ?", id); err != nil {
		return "", http.StatusInternalServerError, err
	}
	if n == 0 {
		return "", http.StatusUnauthorized, errors.New("no such user")
	}
	return id, 0, nil
}

func (c *counts) signOut(w http.ResponseWriter, r *http.Request) {
	_, status, err := c.user(r)
	if err != nil {
		if status == http.StatusUnauthorized {
			w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// No row in the table of grants: he may not.
func (c *counts) grant(r *http.Request) (string, int, error) {
	session, err := c.store.Get(r, "login")
	if err != nil {
		return "", http.StatusInternalServerError, err
	}
	id, ok := session.Values["user_id"].(string)
	if !ok {
		return "", http.StatusBadRequest, errors.New("no session")
	}
	var n int
	if err := c.rows.Get(&n, "SELECT COUNT(*) FROM `grants` WHERE `holder` = ?", id); err != nil {
		return "", http.StatusInternalServerError, err
	}
	if n == 0 {
		return "", http.StatusUnauthorized, errors.New("not granted")
	}
	return id, 0, nil
}

func (c *counts) granted(w http.ResponseWriter, r *http.Request) {
	_, status, err := c.grant(r)
	if err != nil {
		if status == http.StatusUnauthorized {
			w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
			w.WriteHeader(http.StatusUnauthorized) // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
			return
		}
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
