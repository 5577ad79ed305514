package event

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

// TestPowerOf bounds what code can do to a response by the type that it gets.
func TestPowerOf(t *testing.T) {
	const source = `package p

import "net/http"
import "context"
import "io"

type house interface{ Response() http.ResponseWriter }
type rwc interface { io.Writer; io.Closer }
type holder struct { n int; w http.ResponseWriter }
type deep struct { h *holder }
type vague struct { v any; f func() }
type own struct { http.ResponseWriter }

var (
	response http.ResponseWriter
	wrapped  *own
	held     holder
	deeper   *deep
	context_ house
	anything any
	closure  func()
	writer   io.Writer
	closer   rwc
	headers  http.Header
	request  *http.Request
	ctx      context.Context
	unsure   vague
	number   int
	text     string
	reader   io.Reader
)
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, err := conf.Check("p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]Power{
		"response": All, "wrapped": All, "held": All, "deeper": All, "context_": All, "anything": All, "closure": All,
		"writer": Body, "closer": Body,
		"headers": Headers,
		"request": Nothing, "ctx": Nothing, "unsure": Nothing, "number": Nothing, "text": Nothing, "reader": Nothing,
	} {
		if got := PowerOf(pkg.Scope().Lookup(name).Type()); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}
