// Package replaced puts an error encoder of its own in the place of go-kit's.
package replaced

import (
	"context"
	"net/http"

	kit "github.com/go-kit/kit/transport/http"
)

// Routes registers every endpoint under its name.
func Routes(mux *http.ServeMux) {
	mux.Handle("/encoded", kit.NewServer(encoded, decode, kit.EncodeJSONResponse, kit.ServerErrorEncoder(encode)))
}

func decode(_ context.Context, r *http.Request) (any, error) {
	return r.Header.Get("Authorization"), nil
}

type noToken struct{}

func (noToken) Error() string   { return "no token" }
func (noToken) StatusCode() int { return http.StatusUnauthorized }

// wire: - -> 401 challenge no token
func encoded(_ context.Context, request any) (any, error) {
	if request == "" {
		return nil, noToken{}
	}
	return "hello", nil
}

func encode(_ context.Context, err error, w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="files"`)
	http.Error(w, err.Error(), http.StatusUnauthorized)
}
