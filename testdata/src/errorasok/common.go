// Package errorasok has bodies that say that something failed, with a status that says the opposite, and bodies that only look so.
package errorasok

import (
	"errors"
	"net/http"
	"time"
)

var errNoSuch = errors.New("no such item")

// item is what the servers here are about.
type item struct {
	ID    string    `json:"id"`
	Name  string    `json:"name"`
	Made  time.Time `json:"made"`
	Error string    `json:"error,omitempty"` // why the last run failed
}

// store is some database.
type store interface {
	Item(id string) (*item, error)
	Items() ([]item, error)
	Save(it *item) error
	Remove(id string) error
}

type account struct {
	Name  string
	Admin bool
}

// accounts finds who somebody is.
type accounts interface {
	BySession(cookie string) (*account, error)
	ByPassword(name, password string) (*account, error)
}

type server struct {
	store    store
	accounts accounts
}

// account is the one of a request, nil for none.
func (s *server) account(r *http.Request) *account {
	c, err := r.Cookie("session")
	if err != nil {
		return nil
	}
	a, err := s.accounts.BySession(c.Value)
	if err != nil {
		return nil
	}
	return a
}
