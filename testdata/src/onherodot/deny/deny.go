// Package deny finds out who asks, and says what is wrong with errors that carry a status: others send them.
package deny

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/ory/herodot"
)

// Errors of the house.
var (
	ErrForbidden = &herodot.DefaultError{ErrorField: "Access credentials are not sufficient", CodeField: http.StatusForbidden}
	ErrUnknown   = &herodot.DefaultError{ErrorField: "Access credentials are invalid", CodeField: http.StatusUnauthorized}
)

// Verifier tells whose token it is.
type Verifier interface {
	Verify(token string) (subject string, err error)
}

// Subject is who asks.
//
// wire: :path=/judgedThere -> 403 bare
// wire: :path=/judgedThere Authorization=wrong -> 403 bare wrong token
func Subject(r *http.Request, tokens Verifier) (string, error) {
	token := r.Header.Get("Authorization")
	if token == "" {
		return "", herodot.ErrForbidden.WithReason("there is no token") // want "forbidden-unauthenticated: 403 .*medium"
	}
	subject, err := tokens.Verify(token)
	if err != nil {
		return "", ErrForbidden.WithReason(err.Error()).WithTrace(err) // want "forbidden-unauthenticated: 403 .*medium"
	}
	return subject, nil
}

// Rightly is who asks, and says so rightly: who sends the error sets the challenge, or not.
func Rightly(r *http.Request, tokens Verifier) (string, error) {
	token := r.Header.Get("Authorization")
	if token == "" {
		return "", herodot.ErrUnauthorized.WithReason("there is no token")
	}
	subject, err := tokens.Verify(token)
	if err != nil {
		return "", fmt.Errorf("deny: %w", ErrUnknown.WithWrap(err))
	}
	if subject == "" {
		return "", errors.New("a token of nobody")
	}
	return subject, nil
}

// A server says of a token whether it is active (RFC 7662).
type introspection struct {
	Active    bool   `json:"active"`
	Scope     string `json:"scope,omitempty"`
	ClientID  string `json:"client_id,omitempty"`
	TokenType string `json:"token_type,omitempty"`
	Subject   string `json:"sub,omitempty"`
}

// Introspected asks the authorization server.
//
// wire: :path=/introspectedThere -> 403 bare not active
func Introspected(r *http.Request, server string) (string, error) {
	said, err := ask(r, server)
	if err != nil {
		return "", err
	}
	if !said.Active {
		return "", ErrForbidden.WithReason("the token is not active") // want "forbidden-unauthenticated: 403 .*the token's introspection.*medium"
	}
	if said.Scope != "files" {
		return "", ErrForbidden.WithReason("the scope was not granted")
	}
	return said.Subject, nil
}

// IntrospectedRightly asks the authorization server, too.
func IntrospectedRightly(r *http.Request, server string) (string, error) {
	said, err := ask(r, server)
	if err != nil {
		return "", err
	}
	if !said.Active {
		return "", ErrUnknown.WithReason("the token is not active")
	}
	return said.Subject, nil
}

func ask(r *http.Request, server string) (*introspection, error) {
	resp, err := http.PostForm(server, url.Values{"token": {r.Header.Get("Authorization")}})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var said introspection
	if err := json.NewDecoder(resp.Body).Decode(&said); err != nil {
		return nil, err
	}
	return &said, nil
}

// account is one of the server's: that it is not active is not the token's fault.
type account struct {
	Active bool   `json:"active"`
	Name   string `json:"name"`
	Issuer string `json:"iss"`
}

// Closed is about what was asked for, and not about who asks.
func Closed(r *http.Request, accounts map[string]account) error {
	if a := accounts[r.PathValue("account")]; !a.Active {
		return ErrForbidden.WithReasonf("%s is closed", a.Name)
	}
	return nil
}
