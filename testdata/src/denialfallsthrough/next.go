package denialfallsthrough

import (
	"errors"
	"net/http"
)

func missing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			w.Header().Set("WWW-Authenticate", challenge)
			http.Error(w, "who are you?", http.StatusUnauthorized) // want "denial-falls-through: after this 401"
		}
		next.ServeHTTP(w, r)
	})
}

func missingForbidden(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strange(r) {
			http.Error(w, "not you", http.StatusForbidden) // want "denial-falls-through: after this 403"
		}
		next.ServeHTTP(w, r)
	})
}

// A status without a body, and next is a function.
func missingStatusOnly(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if strange(r) {
			w.WriteHeader(http.StatusForbidden) // want "denial-falls-through: after this 403"
		}
		next(w, r)
	}
}

// guard keeps what comes next in a field.
type guard struct {
	next  http.Handler
	allow func(r *http.Request) bool
}

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !g.allow(r) {
		http.Error(w, "not you", http.StatusForbidden) // want "denial-falls-through: after this 403"
	}
	g.next.ServeHTTP(w, r)
}

// The middleware of a chi router, with options around it.
func option(allow func(r *http.Request) bool) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		fn := func(w http.ResponseWriter, r *http.Request) {
			if !allow(r) {
				http.Error(w, http.StatusText(http.StatusForbidden), http.StatusForbidden) // want "denial-falls-through: after this 403"
			}
			next.ServeHTTP(w, r)
		}
		return http.HandlerFunc(fn)
	}
}

// A helper in this package denies.
func missingAfterHelper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("session"); err != nil {
			ask(w) // want "denial-falls-through: after this 401"
		}
		next.ServeHTTP(w, r)
	})
}

// check denies, and says so.
func check(w http.ResponseWriter, r *http.Request) bool {
	if _, err := r.Cookie("session"); err != nil {
		ask(w)
		return false
	}
	return true
}

func ignored(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = check(w, r) // want "denial-falls-through: after this 401"
		next.ServeHTTP(w, r)
	})
}

var errDenied = errors.New("denied")

// verify denies, and returns an error.
func verify(w http.ResponseWriter, r *http.Request) error {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
		return errDenied
	}
	return nil
}

func ignoredError(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_ = verify(w, r) // want "denial-falls-through: after this 403"
		next(w, r)
	}
}

// The closure returns what Write returns: nil.
func closure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := func() error { // want "denial-falls-through: after this 403"
			if !strange(r) {
				w.WriteHeader(http.StatusForbidden)
				_, err := w.Write([]byte("not you"))
				return err
			}
			return nil
		}()
		if err != nil {
			return
		}
		next.ServeHTTP(w, r)
	})
}

// One return is missing, of three.
func oneOfThree(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.Header.Get("X-Auth-Token")
		if token == "" {
			ask(w)
			return
		}
		if token == "old" {
			ask(w) // want "denial-falls-through: after this 401"
		}
		if token == "bad" {
			ask(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// What follows stops.

func returns(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			ask(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func otherwise(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strange(r) {
			next.ServeHTTP(w, r)
		} else {
			http.Error(w, "not you", http.StatusForbidden)
		}
	})
}

func chosen(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Header.Get("Authorization") == "":
			ask(w)
		case !strange(r):
			http.Error(w, "not you", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func panics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strange(r) {
			http.Error(w, "not you", http.StatusForbidden)
			panic(http.ErrAbortHandler)
		}
		next.ServeHTTP(w, r)
	})
}

func asked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !check(w, r) {
			return
		}
		if err := verify(w, r); err != nil {
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Anonymous clients go on, and nobody is denied.
func optional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("session"); err == nil {
			r.Header.Set("X-User", c.Value)
		} else {
			w.Header().Set("WWW-Authenticate", challenge)
		}
		next.ServeHTTP(w, r)
	})
}

// What goes on is said in a flag.
func flagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		denied := false
		if !strange(r) {
			http.Error(w, "not you", http.StatusForbidden)
			denied = true
		}
		if !denied {
			next.ServeHTTP(w, r)
		}
	})
}

// next has come before.
func before(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strange(r) {
			next.ServeHTTP(w, r)
			return
		}
		http.Error(w, "not you", http.StatusForbidden)
	})
}

// The closure says whether it has denied.
func closureWell(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := func() error {
			if !strange(r) {
				http.Error(w, "not you", http.StatusForbidden)
				return errDenied
			}
			return nil
		}()
		if err != nil {
			return
		}
		next.ServeHTTP(w, r)
	})
}

// recorder remembers what was sent.
type recorder struct {
	http.ResponseWriter
	status int
}

func (rec *recorder) WriteHeader(status int) {
	rec.status = status
	rec.ResponseWriter.WriteHeader(status)
}

// Who asks the recorder knows that somebody has been denied.
func recorded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &recorder{ResponseWriter: w}
		if !strange(r) {
			http.Error(rec, "not you", http.StatusForbidden)
		}
		if rec.status != 0 {
			return
		}
		next.ServeHTTP(rec, r)
	})
}

// The page of the denial is rendered by a handler.
func (g *guard) page() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !g.allow(r) {
			w.WriteHeader(http.StatusForbidden)
			sorry(w, r)
			return
		}
		g.next.ServeHTTP(w, r)
	})
}

func sorry(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("<h1>Sorry, " + r.URL.Path + " is not for you</h1>"))
}
