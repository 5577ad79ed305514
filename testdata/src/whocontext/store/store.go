// Package store keeps in the context who is asking; what is read there is told to importers as a fact.
package store

import (
	"context"
	"errors"
	"net/http"
	"strings"
)

// Reader is somebody who has a library card.
type Reader struct {
	Card      string
	Librarian bool
}

type slot struct{ name string }

// Neither key is called by a word for somebody: what is stored under them says what they are for.
var (
	cardSlot   = &slot{"card"}
	readerSlot = &slot{"shelf"}
)

// Carded keeps the card with which a request came.
func Carded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		card := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), cardSlot, card)))
	})
}

// Looked keeps the reader to whom that card belongs.
func Looked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		card, _ := r.Context().Value(cardSlot).(string)
		next.ServeHTTP(w, r.WithContext(keep(r.Context(), readerOf(card))))
	})
}

func keep(ctx context.Context, x *Reader) context.Context {
	return context.WithValue(ctx, readerSlot, x)
}

func readerOf(card string) *Reader {
	return &Reader{Card: card, Librarian: strings.HasPrefix(card, "L")}
}

// Of is the reader who is asking.
func Of(r *http.Request) (*Reader, error) {
	x, ok := r.Context().Value(readerSlot).(*Reader)
	if !ok {
		return nil, errors.New("no reader")
	}
	return x, nil
}
