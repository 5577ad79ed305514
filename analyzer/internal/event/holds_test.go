package event

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

// The packages that the types come from, with what is asked for of them: loading the real ones would take seconds.
var stubs = []struct{ path, source string }{
	{"context", `package context
type Context interface { Done() <-chan struct{}; Value(any) any }`},
	{"net/http", `package http
type Header map[string][]string
type ResponseWriter interface { Header() Header; Write([]byte) (int, error); WriteHeader(int) }
type Request struct { Header Header; Response *Response }
type Response struct { Header Header }`},
	{"p", `package p
import ("context"; "net/http")

type house interface{ Response() http.ResponseWriter }
type plain interface { Write([]byte) (int, error) }
type closing interface { Write([]byte) (int, error); Close() error }
type reading interface { Read([]byte) (int, error) }
type holder struct { n int; w http.ResponseWriter }
type outer struct { h holder }
type own struct { http.ResponseWriter }
type partial struct { plain }
type vague struct { v any; f func() }

var (
	response http.ResponseWriter
	wrapped  *own
	held     *holder
	deeper   outer
	context_ house
	anything any
	closure  func()
	writer   plain
	closer   closing
	body     partial
	headers  http.Header
	request  *http.Request
	ctx      context.Context
	unsure   vague
	reader   reading
	number   int
	text     string
)`},
}

type importer map[string]*types.Package

func (i importer) Import(path string) (*types.Package, error) { return i[path], nil }

// TestPowerOf bounds what code can do to a response by the type that it gets.
func TestPowerOf(t *testing.T) {
	fset := token.NewFileSet()
	all := make(importer)
	for _, stub := range stubs {
		file, err := parser.ParseFile(fset, stub.path, stub.source, 0)
		if err != nil {
			t.Fatal(err)
		}
		conf := types.Config{Importer: all}
		if all[stub.path], err = conf.Check(stub.path, fset, []*ast.File{file}, nil); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]Power{
		"response": All, "wrapped": All, "held": All, "deeper": All, "context_": All, "anything": All, "closure": All,
		"writer": Body, "closer": Body, "body": Body,
		"headers": Headers,
		"request": Nothing, "ctx": Nothing, "unsure": Nothing, "reader": Nothing, "number": Nothing, "text": Nothing,
	} {
		if got := PowerOf(all["p"].Scope().Lookup(name).Type()); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}
