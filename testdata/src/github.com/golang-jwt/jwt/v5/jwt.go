// Package jwt is a stub.
package jwt

import "errors"

var (
	ErrTokenExpired     = errors.New("token is expired")
	ErrTokenMalformed   = errors.New("token is malformed")
	ErrSignatureInvalid = errors.New("signature is invalid")
)

type Claims interface{ GetSubject() (string, error) }

type MapClaims map[string]any

func (m MapClaims) GetSubject() (string, error) { s, _ := m["sub"].(string); return s, nil }

type RegisteredClaims struct{ Subject, Issuer string }

func (c RegisteredClaims) GetSubject() (string, error) { return c.Subject, nil }

type Keyfunc func(*Token) (any, error)

type Token struct {
	Raw    string
	Claims Claims
	Valid  bool
}

func Parse(token string, key Keyfunc) (*Token, error) { return &Token{Raw: token}, nil }

func ParseWithClaims(token string, claims Claims, key Keyfunc) (*Token, error) {
	return &Token{Raw: token, Claims: claims}, nil
}
