package forbiddenunauthenticated

import (
	"errors"
	"net/http"
)

// A handler hands the request to a method that asks many things, none of them about who it is, and says why it has refused.

type sockets struct {
	same    bool
	origins map[string]bool
}

func (s *sockets) serve(mux *http.ServeMux) {
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := s.open(w, r); err != nil {
			println(err.Error())
		}
	})
}

func refuseSocket(w http.ResponseWriter, status int, reason string) error {
	http.Error(w, http.StatusText(status), status)
	return errors.New(reason)
}

func (s *sockets) origin(r *http.Request) error {
	if !s.same && len(s.origins) == 0 {
		return nil
	}
	origin := r.Header.Get("Origin")
	if origin == "" || s.origins[origin] {
		return nil
	}
	return errors.New("origin")
}

func (s *sockets) open(w http.ResponseWriter, r *http.Request) error {
	if r.Method != http.MethodGet {
		return refuseSocket(w, http.StatusMethodNotAllowed, "method")
	}
	if r.Host == "" {
		return refuseSocket(w, http.StatusBadRequest, "host")
	}
	if r.Header.Get("Upgrade") != "websocket" {
		return refuseSocket(w, http.StatusBadRequest, "upgrade")
	}
	if r.Header.Get("Sec-Websocket-Version") != "13" {
		return refuseSocket(w, http.StatusBadRequest, "version")
	}
	if err := s.origin(r); err != nil {
		return refuseSocket(w, http.StatusForbidden, "origin")
	}
	w.WriteHeader(http.StatusSwitchingProtocols)
	return nil
}
