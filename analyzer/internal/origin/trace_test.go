package origin

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// Packages of the standard library are read from their source, once for all tests.
var (
	fset     = token.NewFileSet()
	standard = importer.ForCompiler(fset, "source", nil)
)

// build makes a tracer for one file of source, and the package's functions.
func build(t *testing.T, source string) (*Tracer, *ssa.Package) {
	t.Helper()
	file, err := parser.ParseFile(fset, "p.go", "package p\n"+source, 0)
	if err != nil {
		t.Fatal(err)
	}
	config := &types.Config{Importer: standard}
	pkg, _, err := ssautil.BuildPackage(config, fset, types.NewPackage("p", "p"), []*ast.File{file}, 0)
	if err != nil {
		t.Fatal(err)
	}
	var funcs []*ssa.Function
	for _, m := range pkg.Members {
		if fn, ok := m.(*ssa.Function); ok {
			funcs = append(funcs, fn)
		}
	}
	written := func(fn *ssa.Function) *ssa.Function { return fn }
	return NewTracer(funcs, written, func(*types.Func) []Origin { return nil }, func(*ssa.Call) bool { return false }), pkg
}

// TestLoops traces values that depend on one another all around a loop: each must be looked at once, not once for every
// way that leads to it.
func TestLoops(t *testing.T) {
	var body strings.Builder
	const n = 200
	for i := range n {
		fmt.Fprintf(&body, "\t\tif x[%d] { a%d = a%d + a%d }\n", i, (i+1)%n, i, (i+7)%n)
	}
	var vars strings.Builder
	for i := range n {
		fmt.Fprintf(&vars, "\ta%d := s\n", i)
	}
	source := "func f(s string, x []bool) string {\n" + vars.String() + "\tfor range x {\n" + body.String() + "\t}\n\treturn a0\n}\n"
	tracer, pkg := build(t, source)
	done := make(chan Origin)
	go func() { done <- tracer.Results(pkg.Func("f"))[0] }()
	select {
	case o := <-done:
		if o.Inputs&1 == 0 {
			t.Errorf("the result comes from %+v, want the first input among them", o)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it takes too long")
	}
}

// TestResults tells where the results of small functions come from.
func TestResults(t *testing.T) {
	const imports = "import (\n\"context\"\n\"net/http\"\n\"strings\"\n\"time\"\n)\nvar _ time.Time\nvar _ context.Context\nvar _ http.Handler\nvar _ = strings.ToLower\ntype User struct{ Name string }\n"
	for _, test := range []struct {
		name, source string
		want         api.Origin
	}{
		{"a header", `func f(r *http.Request) string { return r.Header.Get("authorization") }`, api.Credential | api.Proves},
		{"through text", `func f(r *http.Request) string { return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ") }`, api.Credential | api.Proves},
		{"another header", `func f(r *http.Request) string { return r.Header.Get("X-Team") }`, api.Claim},
		{"the origin", `func f(r *http.Request) string { return r.Header.Get("Origin") }`, api.Peer},
		{"a CSRF token", `func f(r *http.Request) string { return r.Header.Get("X-CSRF-Token") }`, api.Proof},
		{"the response's header", `func f(w http.ResponseWriter, r *http.Request) string { return w.Header().Get("Authorization") }`, api.Unknown},
		{"another server's header", `func f(resp *http.Response) string { return resp.Header.Get("Authorization") }`, api.Unknown},
		{"a header by index", `func f(r *http.Request) string { return r.Header["Authorization"][0] }`, api.Credential | api.Proves},
		{"a cookie", `func f(r *http.Request) *http.Cookie { c, _ := r.Cookie("sid"); return c }`, api.Credential | api.Proves},
		{"a cookie of another kind", `func f(r *http.Request) *http.Cookie { c, _ := r.Cookie("oauth_state"); return c }`, api.Proof},
		{"a password", `func f(r *http.Request) string { return r.FormValue("password") }`, api.Credential | api.Proves},
		{"a user name", `func f(r *http.Request) string { n, _, _ := r.BasicAuth(); return n }`, api.Credential},
		{"a user name and a password", `func f(r *http.Request) string { n, p, _ := r.BasicAuth(); return n + p }`, api.Credential | api.Proves},
		{"the time", `func f(r *http.Request) time.Time { return time.Now() }`, api.Server | api.Clock},
		{"a field", `func f(r *http.Request) string { return r.FormValue("team") }`, api.Claim},
		{"the address", `func f(r *http.Request) string { return r.RemoteAddr }`, api.Peer},
		{"the certificate", `func f(r *http.Request) bool { return len(r.TLS.PeerCertificates) > 0 }`, api.Identity | api.Proves},
		{"the context", `type key struct{}
func with(ctx context.Context, r *http.Request) context.Context { n, _, _ := r.BasicAuth(); return context.WithValue(ctx, key{}, n) }
func f(r *http.Request) string { n, _ := r.Context().Value(key{}).(string); return n }`, api.Identity | api.Proves | api.Carried},
		{"the context, by type", `type key int
func f(r *http.Request) *User { u, _ := r.Context().Value(key(1)).(*User); return u }`, api.Identity | api.Proves | api.Carried},
		{"the context, by what stands in it", `type key int
type request struct{ UserID int }
func f(r *http.Request) *request { u, _ := r.Context().Value(key(1)).(*request); return u }`, api.Identity | api.Proves | api.Carried},
		{"the context, of something else", `type key int
type request struct{ ID, Trace string }
func f(r *http.Request) *request { u, _ := r.Context().Value(key(1)).(*request); return u }`, api.Unknown},
		{"a global", `var team = "a"
func f(r *http.Request) string { return team }`, api.Server},
		{"a constant", `func f(r *http.Request) string { return "x" }`, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			tracer, pkg := build(t, imports+test.source)
			if got := tracer.Results(pkg.Func("f"))[0].Kinds; got != test.want {
				t.Errorf("it comes from %b, want %b", got, test.want)
			}
		})
	}
}
