// Package ongokit holds endpoints of go-kit, each run on the real one by the module that checks the tables.
package ongokit

import (
	"context"
	"fmt"
	"net/http"

	kit "github.com/go-kit/kit/transport/http"

	"ongokit/replaced"
)

// Routes registers every endpoint under its name.
func Routes(mux *http.ServeMux) {
	mux.Handle("/chosenStatus", kit.NewServer(chosenStatus, decode, kit.EncodeJSONResponse))
	mux.Handle("/fixedStatus", kit.NewServer(fixedStatus, decode, kit.EncodeJSONResponse))
	mux.Handle("/byMethod", kit.NewServer(service{"right"}.byMethod, decode, kit.EncodeJSONResponse))
	mux.Handle("/decoded", kit.NewServer(hello, decodeToken, kit.EncodeJSONResponse))
	mux.Handle("/withHeaders", kit.NewServer(withHeaders, decode, kit.EncodeJSONResponse))
	mux.Handle("/wrapped", kit.NewServer(wrapped, decode, kit.EncodeJSONResponse))
	mux.Handle("/otherStatus", kit.NewServer(otherStatus, decode, kit.EncodeJSONResponse))
	replaced.Routes(mux)
}

type call struct{ token string }

func decode(_ context.Context, r *http.Request) (any, error) {
	return call{r.Header.Get("Authorization")}, nil
}

func hello(context.Context, any) (any, error) { return "hello", nil }

// refusal tells its status.
type refusal struct {
	status int
	why    string
}

func (r *refusal) Error() string   { return r.why }
func (r *refusal) StatusCode() int { return r.status }

// wire: - -> 401 bare no token
func chosenStatus(_ context.Context, request any) (any, error) {
	if request.(call).token == "" {
		return nil, &refusal{http.StatusUnauthorized, "no token"} // want "missing-challenge: go-kit's error encoder sends this 401 .*medium"
	}
	return "hello", nil
}

// noToken has one status for all.
type noToken struct{}

func (noToken) Error() string   { return "no token" }
func (noToken) StatusCode() int { return http.StatusUnauthorized }

// wire: - -> 401 bare no token
func fixedStatus(_ context.Context, request any) (any, error) {
	if request.(call).token == "" {
		return nil, noToken{} // want "missing-challenge: go-kit's error encoder sends this 401 .*medium"
	}
	return "hello", nil
}

type service struct{ token string }

// wire: - -> 401 bare wrong token
// wire: Authorization=right -> 200 bare hello
func (s service) byMethod(_ context.Context, request any) (any, error) {
	if request.(call).token != s.token {
		return nil, &refusal{http.StatusUnauthorized, "wrong token"} // want "missing-challenge: go-kit's error encoder sends this 401 .*medium"
	}
	return "hello", nil
}

// What decodes the request may refuse it, too.
//
// wire: :path=/decoded -> 401 bare no token
func decodeToken(_ context.Context, r *http.Request) (any, error) {
	if r.Header.Get("Authorization") == "" {
		return nil, &refusal{http.StatusUnauthorized, "no token"} // want "missing-challenge: go-kit's error encoder sends this 401 .*medium"
	}
	return call{}, nil
}

// challenging brings the challenge along.
type challenging struct{}

func (challenging) Error() string   { return "no token" }
func (challenging) StatusCode() int { return http.StatusUnauthorized }
func (challenging) Headers() http.Header {
	return http.Header{"Www-Authenticate": {`Bearer realm="files"`}}
}

// wire: - -> 401 challenge no token
func withHeaders(_ context.Context, request any) (any, error) {
	if request.(call).token == "" {
		return nil, challenging{}
	}
	return "hello", nil
}

// What wraps the error is a plain one, and those are sent with 500.
//
// wire: - -> 500 bare no token
func wrapped(_ context.Context, request any) (any, error) {
	if request.(call).token == "" {
		return nil, fmt.Errorf("files: %w", noToken{})
	}
	return "hello", nil
}

// wire: - -> 400 bare no token
func otherStatus(_ context.Context, request any) (any, error) {
	if request.(call).token == "" {
		return nil, &refusal{http.StatusBadRequest, "no token"}
	}
	return "hello", nil
}
