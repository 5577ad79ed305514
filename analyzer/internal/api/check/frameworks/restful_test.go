package frameworks

import "testing"

func TestRestfulRows(t *testing.T) {
	table{
		name:     "go-restful",
		at:       map[string][]string{"github.com/emicklei/go-restful": {"github.com/emicklei/go-restful/v3"}},
		harmless: `CloseNotify EntityWriter Error PrettyPrint SetRequestAccepts`,
	}.check(t)
}

func TestRestfulWire(t *testing.T) {
	wire{pkg: "onrestful", main: `package main

import (
	"fmt"
	"net"
	"net/http"

	"github.com/emicklei/go-restful/v3"

	"onrestful"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	c := restful.NewContainer()
	onrestful.Routes(c)
	panic(http.Serve(l, c))
}
`}.check(t)
}
