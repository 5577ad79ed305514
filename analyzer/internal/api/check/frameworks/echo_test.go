package frameworks

import (
	"reflect"
	"testing"

	jwt4 "github.com/labstack/echo-jwt/v4"
	jwt5 "github.com/labstack/echo-jwt/v5"
	echo4 "github.com/labstack/echo/v4"
	middleware4 "github.com/labstack/echo/v4/middleware"
	echo5 "github.com/labstack/echo/v5"
	middleware5 "github.com/labstack/echo/v5/middleware"

	"github.com/authvet/authvet/analyzer/internal/api"
)

func TestEchoRows(t *testing.T) {
	table{
		name: "echo",
		at: map[string][]string{
			"github.com/labstack/echo":                 {"github.com/labstack/echo/v4", "github.com/labstack/echo/v5"},
			"github.com/labstack/echo/middleware":      {"github.com/labstack/echo/v4/middleware", "github.com/labstack/echo/v5/middleware"},
			"github.com/labstack/echo-jwt":             {"github.com/labstack/echo-jwt/v4", "github.com/labstack/echo-jwt/v5"},
			"github.com/labstack/echo-contrib/session": {"github.com/labstack/echo-contrib/session"},
		},
		harmless: `Echo Handler SetHandler Logger SetLogger Request SetRequest SetResponse Reset SetPath RouteInfo SetParamNames SetParamValues
			SetPathValues InitializeRoute Response.After`,
		vars: map[string][]any{
			"ErrBadRequest": {echo4.ErrBadRequest}, "ErrUnauthorized": {echo4.ErrUnauthorized}, "ErrPaymentRequired": {echo4.ErrPaymentRequired},
			"ErrForbidden": {echo4.ErrForbidden}, "ErrNotFound": {echo4.ErrNotFound}, "ErrMethodNotAllowed": {echo4.ErrMethodNotAllowed},
			"ErrProxyAuthRequired": {echo4.ErrProxyAuthRequired}, "ErrConflict": {echo4.ErrConflict},
			"ErrUnprocessableEntity": {echo4.ErrUnprocessableEntity}, "ErrTooManyRequests": {echo4.ErrTooManyRequests},
			"ErrUnavailableForLegalReasons": {echo4.ErrUnavailableForLegalReasons}, "ErrInternalServerError": {echo4.ErrInternalServerError},
			"ErrNotImplemented": {echo4.ErrNotImplemented}, "ErrBadGateway": {echo4.ErrBadGateway},
			"ErrServiceUnavailable": {echo4.ErrServiceUnavailable},
		},
	}.check(t)
}

func TestEcho5Rows(t *testing.T) {
	table{
		name: "echo v5",
		at:   map[string][]string{"github.com/labstack/echo/v5": {"github.com/labstack/echo/v5"}},
		vars: map[string][]any{
			"ErrBadRequest": {echo5.ErrBadRequest}, "ErrUnauthorized": {echo5.ErrUnauthorized}, "ErrForbidden": {echo5.ErrForbidden},
			"ErrNotFound": {echo5.ErrNotFound}, "ErrMethodNotAllowed": {echo5.ErrMethodNotAllowed},
			"ErrTooManyRequests": {echo5.ErrTooManyRequests}, "ErrInternalServerError": {echo5.ErrInternalServerError},
			"ErrBadGateway": {echo5.ErrBadGateway}, "ErrServiceUnavailable": {echo5.ErrServiceUnavailable},
		},
	}.check(t)
}

// TestEchoOptional holds that the configurations have the field by which they let all through.
func TestEchoOptional(t *testing.T) {
	configs := map[string][]any{
		"github.com/labstack/echo/middleware": {middleware4.KeyAuthConfig{}, middleware5.KeyAuthConfig{}},
		"github.com/labstack/echo-jwt":        {jwt4.Config{}, jwt5.Config{}},
	}
	for _, s := range api.Sources() {
		for _, config := range configs[s.Pkg] {
			if _, ok := reflect.TypeOf(config).FieldByName(s.Unless); s.Unless != "" && !ok {
				t.Errorf("%s.%s: %T has no field %s", s.Pkg, s.Func, config, s.Unless)
			}
		}
	}
}

func TestEchoWire(t *testing.T) {
	wire{pkg: "onecho", main: `package main

import (
	"fmt"
	"net"
	"net/http"

	"github.com/labstack/echo/v4"

	"onecho"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	e := echo.New()
	onecho.Routes(e)
	panic(http.Serve(l, e))
}
`}.check(t)
}

func TestEcho5Wire(t *testing.T) {
	wire{pkg: "onecho5", main: `package main

import (
	"fmt"
	"net"
	"net/http"

	"github.com/labstack/echo/v5"

	"onecho5"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	e := echo.New()
	onecho5.Routes(e)
	panic(http.Serve(l, e))
}
`}.check(t)
}
