package forbiddenunauthenticated

import (
	"context"
	"net/http"
)

// What is kept of somebody may be missing: he is known all the same.

type principal struct{ ID string }

type principalKey struct{}

func principalOf(r *http.Request) *principal {
	v, _ := r.Context().Value(principalKey{}).(*principal)
	return v
}

type archive interface {
	Account(ctx context.Context, id string) (*deposit, error)
}

type deposit struct{ open bool }

type vault struct{ books archive }

func (b *vault) routes(mux *http.ServeMux) {
	mux.HandleFunc("/account", b.account)
	mux.HandleFunc("/nobody", b.nobody)
}

func (b *vault) account(w http.ResponseWriter, r *http.Request) {
	a, err := b.books.Account(r.Context(), principalOf(r).ID)
	if err != nil {
		http.Error(w, "oh no", http.StatusInternalServerError)
		return
	}
	if a == nil {
		http.Error(w, "no account", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

func (b *vault) nobody(w http.ResponseWriter, r *http.Request) {
	v := principalOf(r)
	if v == nil {
		http.Error(w, "nobody", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
		return
	}
	w.Write([]byte(v.ID))
}
