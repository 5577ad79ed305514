package frameworks

import "testing"

func TestGokitRows(t *testing.T) {
	const pkg = "github.com/go-kit/kit/transport/http"
	table{name: "go-kit", at: map[string][]string{pkg: {pkg}}}.check(t)
}

func TestGokitWire(t *testing.T) {
	wire{pkg: "ongokit", main: `package main

import (
	"fmt"
	"net"
	"net/http"

	"ongokit"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	mux := http.NewServeMux()
	ongokit.Routes(mux)
	panic(http.Serve(l, mux))
}
`}.check(t)
}
