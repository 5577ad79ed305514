package unseen

import (
	"context"
	"errors"
	"net/http"
	"slices"
)

// Who is asking, and what for.

const askBasic = `Basic realm="Restricted", charset="UTF-8"`

type person struct {
	Name    string
	Rights  []string
	Uploads int
}

func (p *person) isAdmin() bool { return slices.Contains(p.Rights, "admin") }

type site struct {
	people interface {
		BySession(ctx context.Context, id string) (*person, error)
		Check(name, password string) error
		Authorize(ctx context.Context, p *person, action string) error
		Owner(ctx context.Context, page string) (string, error)
	}
	max int
}

var errNobody = errors.New("nobody")

func (s *site) person(r *http.Request) (*person, error) {
	c, err := r.Cookie("session")
	if err != nil {
		return nil, errNobody
	}
	return s.people.BySession(r.Context(), c.Value)
}

func askWho(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", askBasic)
	w.WriteHeader(401)
}
