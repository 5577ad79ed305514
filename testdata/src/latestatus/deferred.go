package latestatus

import (
	"net/http"
)

func secondInDefer(w http.ResponseWriter, r *http.Request) {
	defer w.WriteHeader(500) // want "late-status: status 500 .* 200 has"
	w.Write([]byte("hello"))
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
