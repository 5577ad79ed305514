package frameworks

import (
	"testing"

	"github.com/ory/herodot"
)

func TestHerodotRows(t *testing.T) {
	const pkg = "github.com/ory/herodot"
	table{name: "herodot", at: map[string][]string{pkg: {pkg}}, vars: map[string][]any{
		"ErrNotFound":             {herodot.ErrNotFound},
		"ErrUnauthorized":         {herodot.ErrUnauthorized},
		"ErrForbidden":            {herodot.ErrForbidden},
		"ErrInternalServerError":  {herodot.ErrInternalServerError},
		"ErrBadRequest":           {herodot.ErrBadRequest},
		"ErrUnsupportedMediaType": {herodot.ErrUnsupportedMediaType},
		"ErrConflict":             {herodot.ErrConflict},
		"ErrMisconfiguration":     {herodot.ErrMisconfiguration},
		"ErrUpstreamError":        {herodot.ErrUpstreamError},
	}}.check(t)
}

func TestHerodotWire(t *testing.T) {
	wire{pkg: "onherodot", main: `package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"

	"github.com/ory/herodot"

	"onherodot"
)

type nobody struct{}

func (nobody) Verify(string) (string, error) { return "", errors.New("wrong token") }

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	mux := http.NewServeMux()
	out := herodot.NewJSONWriter(nil)
	(&onherodot.Server{Out: out, JSON: out, Tokens: nobody{}}).Routes(mux)
	panic(http.Serve(l, mux))
}
`}.check(t)
}
