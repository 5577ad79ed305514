package app

import (
	"net/http"

	"whofacts/lib"
)

// What the handlers of another package answer to whom is known where they are registered.

func register(mux *http.ServeMux, s *lib.Shop) {
	mux.HandleFunc("/closed", lib.Closed)                  // want `forbidden-unauthenticated: 403 for everybody, and no credentials were checked.* \(handlers.go:10\) \(medium\)$`
	mux.Handle("/admins", http.HandlerFunc(lib.ForAdmins)) // want `forbidden-unauthenticated: 403 is decided by what the client says of itself .the parameter "role".* \(handlers.go:16\) \(medium\)$`
	mux.HandleFunc("/never", s.Never)                      // want `forbidden-unauthenticated: 403 for everybody, .* \(handlers.go:26\) \(medium\)$`
	mux.HandleFunc("/switched", s.Switched)
	mux.HandleFunc("/cart", s.Cart)     // want `forbidden-unauthenticated: 403 for a caller who is not authenticated .*the user in the context.* \(handlers.go:\d+\) \(medium\)$`
	mux.HandleFunc("/wishes", s.Wishes) // want `forbidden-unauthenticated: 403 for a caller who is not authenticated .*the user in the context.* \(handlers.go:\d+\) \(medium\)$`
	mux.Handle("/orders", s.Orders(9))  // want `forbidden-unauthenticated: 403 for a caller who is not authenticated .*the user in the context.* \(handlers.go:\d+\) \(medium\)$`
}

// Behind the middleware there is always somebody.
func registerBehind(mux *http.ServeMux, s *lib.Shop) {
	mux.Handle("/bill", lib.Enter(http.HandlerFunc(s.Bill)))
	mux.Handle("/orders/few", lib.Enter(s.Orders(3)))
	mux.Handle("/returns", lib.Enter(http.HandlerFunc(s.Returns)))
}

// Under a condition, or behind a middleware, nothing is told.
func hide(mux *http.ServeMux, open bool) {
	if !open {
		mux.HandleFunc("/hidden", lib.Sealed)
	}
	mux.Handle("/wrapped", around(http.HandlerFunc(lib.Guarded)))
}

func around(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}
