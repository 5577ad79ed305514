// Package use asks the context of another package.
package use

import (
	"net/http"

	"whocontext/store"
)

func orderBook(w http.ResponseWriter, r *http.Request) {
	reader, err := store.Of(r)
	if err != nil {
		http.Error(w, "the desk is broken", http.StatusInternalServerError)
		return
	}
	if !reader.Librarian && reader.Card != r.URL.Query().Get("card") {
		http.Error(w, "not your card", http.StatusUnauthorized) // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission.* answer 403$"
		return
	}
	w.Write([]byte("ordered"))
}

func takePlace(w http.ResponseWriter, r *http.Request) {
	place, err := store.At(r)
	if err != nil {
		http.Error(w, "the desk is broken", http.StatusInternalServerError)
		return
	}
	if place.Holder != r.URL.Query().Get("holder") {
		http.Error(w, "not your place", http.StatusUnauthorized) // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission.* answer 403$"
		return
	}
	w.Write([]byte("taken"))
}
