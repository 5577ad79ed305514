package latestatus

import (
	"errors"
	"io"
	"net/http"
)

type handler func(w http.ResponseWriter, r *http.Request) (int, error)

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	code, err := h(w, r)
	if err != nil {
		http.Error(w, err.Error(), code)
	}
}

// The body has left when the adapter tries to send what is returned.
func answered(w http.ResponseWriter, r *http.Request) (int, error) {
	io.WriteString(w, "hello")
	if r.Method == "PUT" {
		return 500, errors.New("oh no") // want "late-status: .*second answer"
	}
	return 200, nil
}

func answeredRight(w http.ResponseWriter, r *http.Request) (int, error) {
	if r.Method == "PUT" {
		return 405, errors.New("no")
	}
	io.WriteString(w, "hello")
	return 200, nil
}

func routes(mux *http.ServeMux) {
	mux.Handle("/a", handler(answered))
	mux.Handle("/b", handler(answeredRight))
}
