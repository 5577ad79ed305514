package frameworks

import "testing"

func TestHumaRows(t *testing.T) {
	table{
		name:     "huma",
		at:       map[string][]string{"github.com/danielgtaylor/huma": {"github.com/danielgtaylor/huma/v2"}},
		harmless: `Context EachHeader SetReadDeadline`,
	}.check(t)
}

func TestHumaWire(t *testing.T) {
	wire{pkg: "onhuma", main: `package main

import (
	"fmt"
	"net"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"onhuma"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	mux := http.NewServeMux()
	onhuma.Routes(humago.New(mux, huma.DefaultConfig("x", "1")))
	panic(http.Serve(l, mux))
}
`}.check(t)
}
