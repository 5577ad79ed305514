package unauthorizedauthenticated

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// What a loop has looked for and not found decides where it has come to its end: a role that somebody does not have.

func (s *server) oneOf(roles ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return []byte("secret"), nil })
		if err != nil {
			ask(w)
			return
		}
		claims := token.Claims.(jwt.MapClaims)
		has := false
		for _, role := range roles {
			if claims["role"] == role {
				has = true
				break
			}
		}
		if !has {
			ask(w) // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
			return
		}
		w.Write([]byte("hello"))
	}
}

func (s *server) oneOfLeft(roles ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return []byte("secret"), nil })
		if err != nil {
			ask(w)
			return
		}
		claims := token.Claims.(jwt.MapClaims)
		for _, role := range roles {
			if role == "" {
				continue
			}
			if claims["role"] == role {
				w.Write([]byte("hello"))
				return
			}
		}
		ask(w) // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
	}
}

// One of the tests is about something else: nobody can tell which of them was meant.
func (s *server) oneOfTwo(roles ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return []byte("secret"), nil })
		if err != nil {
			ask(w)
			return
		}
		claims := token.Claims.(jwt.MapClaims)
		for _, role := range roles {
			if claims["role"] == role || r.URL.Path == "/"+role {
				w.Write([]byte("hello"))
				return
			}
		}
		ask(w)
	}
}
