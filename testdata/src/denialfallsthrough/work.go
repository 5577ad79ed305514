package denialfallsthrough

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
)

// What is done after the denial is no answer, or is answered by a helper.

type shelf struct {
	books interface {
		Delete(ctx context.Context, id string) error
		Count() int
	}
}

func (s *shelf) remove(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden) // want `denial-falls-through: after this 403 the handler goes on and changes what the server keeps.*\(medium\)$`
	}
	if err := s.books.Delete(r.Context(), r.PathValue("id")); err != nil {
		log.Print(err)
	}
}

func (s *shelf) removeRight(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	if err := s.books.Delete(r.Context(), r.PathValue("id")); err != nil {
		log.Print(err)
	}
}

// What is read, logged, counted or cleaned up changes nothing.
func (s *shelf) counted(w http.ResponseWriter, r *http.Request) {
	name := "upload"
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
	}
	log.Print(s.books.Count())
	os.Remove(name)
}

// The other branch is for the admitted.
func (s *shelf) chosen(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
	} else if err := s.books.Delete(r.Context(), r.PathValue("id")); err != nil {
		log.Print(err)
	}
}

// A denied client's book is the one that goes.
func (s *shelf) punished(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
		if err := s.books.Delete(r.Context(), r.PathValue("id")); err != nil {
			log.Print(err)
		}
	}
}

func writeAll(w http.ResponseWriter, v any) { json.NewEncoder(w).Encode(v) }

func byHelper(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "who are you?", http.StatusUnauthorized) // want "denial-falls-through: after this 401"
	}
	writeAll(w, items())
}

// The helper writes the denial's own body.
func bodyByHelper(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		w.WriteHeader(http.StatusForbidden)
		writeAll(w, "not you")
		return
	}
	writeAll(w, items())
}

// A text that is empty has no length.
func lengths(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if len(name) == 0 {
		http.Error(w, "not you", http.StatusForbidden)
	}
	if name != "" {
		writeAll(w, items())
	}
}
