package forbiddenunauthenticated

import (
	"context"
	"database/sql"
	"errors"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// Callers of two kinds: what is not of the one is of the other, and somebody all the same.

type party interface{ number() int }

type account struct{ id int }

func (p *account) number() int { return p.id }

type lodger struct{ folder int }

func (g *lodger) number() int { return 0 }

type partyKey struct{}

var errNoParty = errors.New("nobody")

func partyOf(ctx context.Context) (party, error) {
	token, ok := ctx.Value("user").(*jwt.Token)
	if !ok {
		return nil, errNoParty
	}
	claims := token.Claims.(jwt.MapClaims)
	kind, ok := claims["type"].(float64)
	if !ok {
		return nil, errNoParty
	}
	if kind == 2 {
		return lodgerIn(claims)
	}
	return accountIn(claims)
}

func lodgerIn(claims jwt.MapClaims) (*lodger, error) {
	folder, ok := claims["folder"].(float64)
	if !ok {
		return nil, errNoParty
	}
	return &lodger{int(folder)}, nil
}

func accountIn(claims jwt.MapClaims) (*account, error) {
	id, ok := claims["id"].(float64)
	if !ok {
		return nil, errNoParty
	}
	return &account{int(id)}, nil
}

func accountsOnly(w http.ResponseWriter, r *http.Request) {
	p, err := partyOf(r.Context())
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "log in", http.StatusUnauthorized)
		return
	}
	if _, ok := p.(*account); !ok {
		http.Error(w, "no lodgers", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// anyOf asks for anything that the context keeps: what is not there is nobody.
func anyOf(w http.ResponseWriter, r *http.Request) {
	if _, ok := r.Context().Value(partyKey{}).(*account); !ok {
		http.Error(w, "log in", http.StatusForbidden) // want "forbidden-unauthenticated: "
		return
	}
	w.Write([]byte("hello"))
}

// What somebody may is kept in a map, by what it is about.

type shelf struct {
	id, owner int
	closed    bool
}

func rightsOf(db *sql.DB, p *account, ids []int) (rights map[int]int, err error) {
	rights = make(map[int]int)
	if len(ids) < 1 {
		return
	}
	_, err = db.Exec("SELECT", p.id, &rights)
	return
}

func (s *shelf) may(db *sql.DB, p *account, wanted ...int) (bool, error) {
	rights, err := rightsOf(db, p, []int{s.id})
	if err != nil {
		return false, err
	}
	right, has := rights[s.id]
	if !has {
		return false, nil
	}
	for _, w := range wanted {
		if right == w {
			return true, nil
		}
	}
	return false, nil
}

func (s *shelf) writable(db *sql.DB, by party) (bool, error) {
	if s.id < 1 {
		return false, nil
	}
	var closed error
	if s.closed {
		closed = errNoParty
	}
	if l, ok := by.(*lodger); ok {
		return l.folder == s.id, closed
	}
	p := &account{by.number()}
	may, err := s.may(db, p, 2, 3)
	if err != nil {
		return false, err
	}
	return may, closed
}

type shelves struct{ db *sql.DB }

func (h *shelves) writes(w http.ResponseWriter, r *http.Request) {
	p, err := partyOf(r.Context())
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "log in", http.StatusUnauthorized)
		return
	}
	may, err := (&shelf{id: len(r.FormValue("id"))}).writable(h.db, p)
	if err != nil {
		http.Error(w, "broken", http.StatusInternalServerError)
		return
	}
	if !may {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// Whoever the middleware has let through: it is not asked here whether there is anybody.
func (h *shelves) writesUnasked(w http.ResponseWriter, r *http.Request) {
	p, _ := r.Context().Value("user").(*account)
	may, err := (&shelf{id: len(r.FormValue("id"))}).may(h.db, p, 2, 3)
	if err != nil {
		http.Error(w, "broken", http.StatusInternalServerError)
		return
	}
	if !may {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// A token with no role, and a 403: whoever has been found in it may not.
func roleless(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return []byte("secret"), nil })
	if err != nil || !token.Valid {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	role, ok := token.Claims.(jwt.MapClaims)["role"].(string)
	if !ok || role != "admin" {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}
