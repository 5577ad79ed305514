package analyzer

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// stubs stand for the packages that the sources import.
var stubs = map[string]string{
	"net/http":                   "package http; type ResponseWriter interface{ WriteHeader(int) }; type Client struct{}; const StatusUnauthorized = 401",
	"crypto/x509":                "package x509; type Certificate struct{}",
	"golang.org/x/crypto/bcrypt": "package bcrypt; func CompareHashAndPassword(hash, password []byte) error",
}

type stubbed map[string]*types.Package

func (s stubbed) Import(path string) (*types.Package, error) {
	if s[path] == nil {
		pass, err := checked(path, stubs[path], "")
		if err != nil {
			return nil, err
		}
		s[path] = pass.Pkg
	}
	return s[path], nil
}

// checked is the pass of a package of one file, at a version of its module.
func checked(path, source, version string) (*analysis.Pass, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path+".go", source, 0)
	if err != nil {
		return nil, err
	}
	info := &types.Info{Uses: make(map[*ast.Ident]types.Object)}
	pkg, err := (&types.Config{Importer: stubbed{}}).Check(path, fset, []*ast.File{file}, info)
	return &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, Module: &analysis.Module{Version: version}}, err
}

// A server of HTTP is followed by those who work on it, and not by all who import it; of what is imported, those packages are followed that
// answer, verify credentials, or have an error that may carry a status.
func TestWorthwhile(t *testing.T) {
	const (
		number   = "package p; const status = 401"
		answers  = `package p; import "net/http"; func f(w http.ResponseWriter) { w.WriteHeader(200) }`
		compares = `package p; import "net/http"; func f(code int) bool { return code == http.StatusUnauthorized }`
		asks     = `package p; import "net/http"; var client http.Client`
		certs    = `package p; import "crypto/x509"; var cert x509.Certificate`
		verifies = `package p; import "golang.org/x/crypto/bcrypt"; var f = bcrypt.CompareHashAndPassword`
		failing  = `package p; type Failure struct{ Code int }; func (f *Failure) Error() string { return "" }; var gone = &Failure{401}`
		inside   = `package p; type base struct{ code int }; type Failure struct{ *base }; func (f Failure) Error() string { return "" }; var x = Failure{&base{403}}`
		errno    = `package p; type Errno int; func (e Errno) Error() string { return "" }; const e Errno = 401`
		saying   = `package p; type Failure struct{ text string }; func (f *Failure) Error() string { return f.text }; const n = 401`
		naming   = `package p; const CodeUnauthorized = 401`
	)
	for _, test := range []struct {
		path, version, source string
		want                  bool
	}{
		{"golang.org/x/net/http2", "v0.48.0", answers, false},
		{"golang.org/x/net/http2", "", answers, true},
		{"golang.org/x/net/http2/h2c", "v0.48.0", answers, true},
		{"github.com/quic-go/quic-go/http3", "v0.59.0", answers, false},
		{"example.org/m", "", number, true},
		{"example.org/m", "v1.0.0", number, false},
		{"example.org/m", "v1.0.0", compares, true},
		{"example.org/m", "", asks, true},
		{"example.org/m", "v1.0.0", asks, false},
		{"example.org/m", "", certs, true},
		{"example.org/m", "v1.0.0", certs, false},
		{"example.org/m", "v1.0.0", verifies, true},
		{"example.org/m", "v1.0.0", failing, true},
		{"example.org/m", "v1.0.0", inside, true},
		{"example.org/m", "v1.0.0", errno, true},
		{"example.org/m", "v1.0.0", saying, false},
		{"example.org/m", "v1.0.0", naming, true},
	} {
		pass, err := checked(test.path, test.source, test.version)
		if err != nil {
			t.Fatal(err)
		}
		if got := worthwhile(pass); got != test.want {
			t.Errorf("worthwhile(%s at %q) = %v: %s", test.path, test.version, got, test.source)
		}
	}
}

// A number in a long list is no status.
func TestHasStatus(t *testing.T) {
	constants, numbers := strings.Builder{}, strings.Builder{}
	for n := 350; n <= 460; n++ {
		fmt.Fprintf(&constants, "\tn%d = %d\n", n, n)
		fmt.Fprintf(&numbers, "%d, ", n)
	}
	for _, test := range []struct {
		source string
		want   bool
	}{
		{"const status = 401", true},
		{"const (\n\tnotFound = 404\n\tdenied = 403\n)", true},
		{"func f() int { return 407 }", true},
		{"const status = 404", false},
		{"const (\n" + constants.String() + ")", false},
		{"var numbers = []int{" + numbers.String() + "}", false},
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "p.go", "package p\n"+test.source, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := hasStatus([]*ast.File{file}); got != test.want {
			t.Errorf("hasStatus(%.40q) = %v", test.source, got)
		}
	}
}
