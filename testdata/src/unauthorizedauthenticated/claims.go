package unauthorizedauthenticated

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// What is missing is a claim in the token of somebody who has been found, or his is another: one bool says both.

type tokenKey struct{}

func tokenOf(r *http.Request) (*jwt.Token, bool) {
	token, ok := r.Context().Value(tokenKey{}).(*jwt.Token)
	return token, ok
}

func subjectIs(token *jwt.Token, id string) bool {
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok {
		return false
	}
	subject, ok := claims["sub"].(string)
	if !ok {
		return false
	}
	return subject == id
}

func ofAnother(w http.ResponseWriter, r *http.Request) {
	token, ok := tokenOf(r)
	if !ok {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	if !subjectIs(token, r.PathValue("id")) {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized) // want `unauthorized-authenticated: 401 for somebody who is known here, and lacks the permission or a claim: authenticating again does not help, answer 403 .medium.$`
		return
	}
	w.Write([]byte("hello"))
}

func nobodyOrAnother(w http.ResponseWriter, r *http.Request) {
	token, ok := tokenOf(r)
	if !ok || !subjectIs(token, r.PathValue("id")) {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized) // want `unauthorized-authenticated: 401 for somebody who is known here, and lacks the permission or a claim: .*; only the other half of the condition, nobody at all, is a 401`
		return
	}
	w.Write([]byte("hello"))
}

// sentSubjectIs looks for the token by itself: where it says no, there may be nobody.
func sentSubjectIs(r *http.Request, id string) bool {
	token, ok := tokenOf(r)
	if !ok {
		return false
	}
	subject, _ := token.Claims.(jwt.MapClaims)["sub"].(string)
	return subject == id
}

func whoeverItIs(w http.ResponseWriter, r *http.Request) {
	if !sentSubjectIs(r, r.PathValue("id")) {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte("hello"))
}

// A role of another type, or none, makes a token that is none of ours: a 401 is right. That the role is another one is his affair.
func otherType(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return []byte("secret"), nil })
	if err != nil || !token.Valid {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	claims := token.Claims.(jwt.MapClaims)
	role, ok := claims["role"].(string)
	if !ok {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if role != "admin" {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized) // want `unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission`
		return
	}
	w.Write([]byte("hello"))
}
