package lib

import (
	"context"
	"net/http"
)

// Closed is closed for everybody, as far as can be told here.
func Closed(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "closed", http.StatusForbidden)
}

// ForAdmins believes what the client says.
func ForAdmins(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("role") != "admin" {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// Shop has handlers that are methods.
type Shop struct{ Open bool }

// Never is closed too.
func (s *Shop) Never(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) }

// Switched is closed by its configuration.
func (s *Shop) Switched(w http.ResponseWriter, r *http.Request) {
	if !s.Open {
		w.WriteHeader(http.StatusForbidden)
	}
}

// Sealed is registered only where the server is closed.
func Sealed(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) }

// Guarded is behind a middleware.
func Guarded(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) }

type shopper struct{ Name string }

type shopperKey struct{}

func shopperOf(r *http.Request) *shopper {
	s, _ := r.Context().Value(shopperKey{}).(*shopper)
	return s
}

// Enter lets nobody in who is not known.
func Enter(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, password, ok := r.BasicAuth()
		if !ok || password != "secret" {
			w.Header().Set("WWW-Authenticate", `Basic realm="shop"`)
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), shopperKey{}, &shopper{name})))
	})
}

// Cart is for those whom a middleware has found, if there is one.
func (s *Shop) Cart(w http.ResponseWriter, r *http.Request) {
	if shopperOf(r) == nil {
		http.Error(w, "no cart", http.StatusForbidden)
		return
	}
	w.Write([]byte("your cart"))
}

// Orders makes such a handler.
func (s *Shop) Orders(limit int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if shopperOf(r) == nil {
			http.Error(w, "no orders", http.StatusForbidden)
			return
		}
		w.Write([]byte("your orders"))
	}
}

// Bill, too.
func (s *Shop) Bill(w http.ResponseWriter, r *http.Request) {
	if shopperOf(r) == nil {
		http.Error(w, "no bill", http.StatusForbidden)
		return
	}
	w.Write([]byte("your bill"))
}

// mine answers by itself where a middleware has put nobody.
func mine(w http.ResponseWriter, r *http.Request) *shopper {
	s := shopperOf(r)
	if s == nil {
		http.Error(w, "not yours", http.StatusForbidden)
	}
	return s
}

// Wishes and Returns leave that to a helper.
func (s *Shop) Wishes(w http.ResponseWriter, r *http.Request) {
	if who := mine(w, r); who != nil {
		w.Write([]byte("your wishes, " + who.Name))
	}
}

func (s *Shop) Returns(w http.ResponseWriter, r *http.Request) {
	if who := mine(w, r); who != nil {
		w.Write([]byte("your returns, " + who.Name))
	}
}
