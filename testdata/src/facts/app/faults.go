package app

import (
	"fmt"
	"net/http"

	"facts/build"
)

// Errors that another package has made, and sends.

func returnsVariable(w http.ResponseWriter, r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return build.ErrNobody // want "missing-challenge: .*401"
	}
	return build.ErrNothing
}

func returnsDecorated(w http.ResponseWriter, r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return fmt.Errorf("page: %w", build.ErrNobody.WithReason("no token")) // want "missing-challenge: .*401"
	}
	return build.ErrNothing.WithReason(r.URL.Path)
}

func failsWithVariable(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		build.Fail(w, build.ErrNobody.WithReason("no token")) // want "missing-challenge: 401"
		return
	}
	build.Fail(w, build.ErrNothing)
}

func faultRoutes(mux *http.ServeMux) {
	mux.Handle("/a", build.Handler(returnsVariable))
	mux.Handle("/b", build.Handler(returnsDecorated))
}
