package frameworks

import (
	"fmt"
	"testing"
)

func TestHumaRows(t *testing.T) {
	table{
		name:     "huma",
		at:       map[string][]string{"github.com/danielgtaylor/huma": {"github.com/danielgtaylor/huma/v2"}},
		harmless: `Context EachHeader SetReadDeadline`,
	}.check(t)
}

func TestHumaWire(t *testing.T) {
	wire{pkg: "onhuma", main: humaProgram("", "onhuma.Routes(api)")}.check(t)
}

// Programs may make errors of their own.
func TestHumaErrorsWire(t *testing.T) {
	for name, operation := range map[string]string{"custom": "Bare", "brings": "Challenged"} {
		wire{pkg: "onhumaerrors/" + name, main: humaProgram("errors/"+name, name+".Use()\n\thuma.Get(api, \"/"+operation+"\", "+name+"."+operation+")")}.check(t)
	}
}

// humaProgram serves operations that are registered by a statement on an api, with a package of testdata.
func humaProgram(folder, register string) string {
	return fmt.Sprintf(`package main

import (
	"fmt"
	"net"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"onhuma%s"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("x", "1"))
	%s
	panic(http.Serve(l, mux))
}
`, folder, register)
}
