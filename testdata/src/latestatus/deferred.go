package latestatus

import (
	"fmt"
	"net/http"
)

func secondInDefer(w http.ResponseWriter, r *http.Request) {
	defer w.WriteHeader(500) // want "late-status: status 500 .* 200 has"
	w.Write([]byte("hello"))
}

func secondInClosure(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if err != nil {
			http.Error(w, err.Error(), 500) // want "late-status: status 500"
		}
	}()
	err = r.ParseForm()
	if err != nil {
		http.Error(w, err.Error(), 400)
		return
	}
	w.WriteHeader(204)
}

func onlyInClosure(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if err != nil {
			http.Error(w, err.Error(), 500)
		}
	}()
	err = r.ParseForm()
	if err != nil {
		return
	}
	w.WriteHeader(204)
}

func statusInClosure(w http.ResponseWriter, r *http.Request) {
	code := 200
	defer func() { w.WriteHeader(code) }()
	if r.Method != "GET" {
		code = 405
		return
	}
	w.Header().Set("X-Name", "x")
}

// After a panic the answer is all that is left to do, and nobody knows how far the handler has come.
func recovers(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if v := recover(); v != nil {
			http.Error(w, fmt.Sprint(v), 500)
		}
	}()
	w.WriteHeader(204)
}

func recoversAround(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				w.WriteHeader(500)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
