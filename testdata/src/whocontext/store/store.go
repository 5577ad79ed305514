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

// No key is called by a word for somebody: what is stored under them says what they are for.
var (
	cardSlot   = &slot{"card"}
	readerSlot = &slot{"shelf"}
	stampSlot  = &slot{"stamp"}
	placeSlot  = &slot{"desk"}
)

// Placed keeps what belongs to a stamp, which is only read below: the order of the functions is not that of the requests.
func Placed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		stamp, _ := r.Context().Value(stampSlot).(string)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), placeSlot, &Place{Holder: stamp})))
	})
}

// Place is a seat in the reading room.
type Place struct{ Holder string }

// At is the place of who is asking.
func At(r *http.Request) (*Place, error) {
	x, ok := r.Context().Value(placeSlot).(*Place)
	if !ok {
		return nil, errors.New("no place")
	}
	return x, nil
}

// Stamped keeps the stamp with which a request came.
func Stamped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), stampSlot, r.Header.Get("X-Api-Key"))))
	})
}

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
