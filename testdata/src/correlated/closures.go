package correlated

import (
	"fmt"
	"net/http"
)

// A closure that is called in place, under a condition on what it has captured.
func inPlace(w http.ResponseWriter, code bool) {
	func() {
		if code {
			http.Error(w, "no", 404)
		}
	}()
	if !code {
		http.Error(w, "no", 500)
	}
}

func inPlaceTwice(w http.ResponseWriter, code bool) {
	func() {
		if code {
			http.Error(w, "no", 404)
		}
	}()
	if code {
		http.Error(w, "no", 500) // want "late-status: status 500 .* 404 has"
	}
}

// A variable that a closure reads is kept in memory, and is still the constant that it was set to.
func constant(w http.ResponseWriter, r *http.Request) {
	limit := 401
	if limit < 401 {
		w.Write([]byte("hello"))
	}
	func() { http.Error(w, "no", limit+3) }()
}

type returning func(http.ResponseWriter, *http.Request) error

func (f returning) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := f(w, r); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

// So is a result, where something is deferred.
func returnsNil(w http.ResponseWriter, r *http.Request) error {
	defer fmt.Println("done")
	http.Error(w, "no", 404)
	return nil
}

func returnsError(w http.ResponseWriter, r *http.Request) error {
	defer fmt.Println("done")
	http.Error(w, "no", 404)
	return fmt.Errorf("no") // want "late-status: returning.ServeHTTP makes a second answer"
}

func routes(mux *http.ServeMux) {
	mux.Handle("/nil", returning(returnsNil))
	mux.Handle("/error", returning(returnsError))
}

// The closure is called when an answer has left: its 401 is not one without a challenge, but one that never leaves.
func afterAnswer(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no", 404)
	func() { // want "late-status: status 401"
		w.WriteHeader(401)
	}()
}

// It answers, if at all, only when one has left.
func onlyAfter(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if a {
		w.Write([]byte("hello"))
	}
	defer func() {
		if a {
			w.WriteHeader(401) // want "late-status: status 401"
		}
	}()
}

func orBefore(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a") != ""
	if a {
		w.Write([]byte("hello"))
	}
	defer func() {
		if !a {
			w.WriteHeader(401) // want "missing-challenge"
		}
	}()
}

// Two statuses are lost, each to another: each is told once, wherever it stands.
func deferredAndNot(w http.ResponseWriter, r *http.Request) {
	defer func() {
		w.WriteHeader(200) // want "late-status: status 200"
	}()
	if r.FormValue("a") != "" {
		http.Error(w, "no", 403)
	}
	w.WriteHeader(404) // want "late-status: status 404 .* 403 has"
}
