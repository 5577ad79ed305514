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

	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/origin"
	"github.com/authvet/authvet/analyzer/internal/path"
)

// none is what is known of other packages where there are none.
type none struct{}

func (none) Summary(*types.Func, int32) *path.Summary { return nil }
func (none) Adapters(*types.TypeName) []path.Adapter  { return nil }
func (none) Returned(*types.Func) int                 { return -1 }
func (none) Guard(*types.Func) bool                   { return false }
func (none) Takers(*types.Func) []path.Taker          { return nil }
func (none) Origins(*types.Func) []origin.Origin      { return nil }
func (none) Variable(*types.Var) *path.Obj            { return nil }
func (none) Unanswered(*types.Package) []path.Carried { return nil }
func (none) Made(*types.Func) *path.Summary           { return nil }

// preamble declares what a response is, so that the sources need no imports.
const preamble = `package p
type Header map[string][]string
func (h Header) Set(k, v string) {}
type ResponseWriter interface { Header() Header; Write([]byte) (int, error); WriteHeader(int) }
func step(int) (int, error)
`

// branchy is one handler with n error branches, each of which answers.
func branchy(n int) string {
	var b strings.Builder
	b.WriteString(preamble + "func handler(w ResponseWriter) {\n\tv := 0\n")
	for range n {
		b.WriteString("\tif x, err := step(v); err != nil {\n\t\tw.WriteHeader(500)\n\t\treturn\n\t} else {\n\t\tv = x\n\t}\n")
	}
	b.WriteString("\tw.WriteHeader(200)\n\t_ = v\n}\n")
	return b.String()
}

// chain is n helpers, each of which hands the response to the next.
func chain(n int) string {
	var b strings.Builder
	b.WriteString(preamble)
	for i := range n {
		fmt.Fprintf(&b, "func h%d(w ResponseWriter, code int) { h%d(w, code) }\n", i, i+1)
	}
	fmt.Fprintf(&b, "func h%d(w ResponseWriter, code int) { w.WriteHeader(code) }\nfunc handler(w ResponseWriter) { h0(w, 401) }\n", n)
	return b.String()
}

// crowd is n handlers.
func crowd(n int) string {
	var b strings.Builder
	b.WriteString(preamble)
	for i := range n {
		fmt.Fprintf(&b, "func handler%d(w ResponseWriter) { if _, err := step(%d); err != nil { w.WriteHeader(401); return }; w.WriteHeader(200) }\n", i, i)
	}
	return b.String()
}

// router is one handler with n cases, each of which hands the response to a helper with three ways out: more ways to come to its end
// than states are kept anywhere else.
func router(n int) string {
	var b strings.Builder
	b.WriteString(preamble + "func handler(w ResponseWriter, path int) {\n\tswitch path {\n")
	for i := range n {
		fmt.Fprintf(&b, "\tcase %d: h%d(w)\n", i, i)
	}
	b.WriteString("\t}\n}\n")
	for i := range n {
		fmt.Fprintf(&b, "func h%d(w ResponseWriter) { if _, err := step(%d); err != nil { w.WriteHeader(%d); return }; if n, _ := step(1); n > 0 { w.WriteHeader(%d) } }\n", i, i, 400+i, 500+i)
	}
	return b.String()
}

func program(tb testing.TB, source string) *event.Program {
	tb.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		tb.Fatal(err)
	}
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object), Instances: make(map[*ast.Ident]types.Instance),
		Scopes: make(map[ast.Node]*types.Scope), Selections: make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string)}
	pkg, err := (&types.Config{}).Check("p", fset, []*ast.File{file}, info)
	if err != nil {
		tb.Fatal(err)
	}
	return event.Build(&analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info})
}

// BenchmarkWalk measures the walk alone, the building of SSA apart: its cost per branch, helper or handler must not grow
// with their number.
func BenchmarkWalk(b *testing.B) {
	for _, shape := range []struct {
		name   string
		source func(int) string
		sizes  []int
	}{
		{"branches", branchy, []int{10, 100, 1000, 10000}},
		{"helpers", chain, []int{10, 100, 1000}},
		{"handlers", crowd, []int{10, 100, 1000, 10000}},
	} {
		for _, n := range shape.sizes {
			p := program(b, shape.source(n))
			b.Run(fmt.Sprintf("%s=%d", shape.name, n), func(b *testing.B) {
				for b.Loop() {
					w := path.NewWalker(p, none{})
					w.All()
					w.Adapt(w.Entries())
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/each")
			})
		}
	}
}

// TestGrowth walks large inputs, so that a limit that is hit, or a stack that overflows, shows without a benchmark.
func TestGrowth(t *testing.T) {
	for name, source := range map[string]string{"branches": branchy(2000), "helpers": chain(1000), "handlers": crowd(1000), "routers": router(90)} {
		w := path.NewWalker(program(t, source), none{})
		w.All()
		for _, walk := range w.Walks() {
			if walk.GaveUp != "" {
				t.Errorf("%s: gave up on %s: %s", name, walk.Func.Name(), walk.GaveUp)
			}
		}
	}
}

// TestPatient: packages of the program itself are followed through more states than dependencies.
func TestPatient(t *testing.T) {
	var b strings.Builder
	b.WriteString(preamble + "func handler(w ResponseWriter, path int) {\n\tswitch path {\n")
	for i := range 100 {
		fmt.Fprintf(&b, "\tcase %d: w.WriteHeader(%d)\n", i, 400+i)
	}
	b.WriteString("\t}\n\tw.Write(nil)\n}\n")
	for _, patient := range []bool{false, true} {
		w := path.NewWalker(program(t, b.String()), none{})
		w.Patient = patient
		w.All()
		for _, walk := range w.Walks() {
			if gaveUp := walk.GaveUp != ""; walk.Func.Name() == "handler" && gaveUp == patient {
				t.Errorf("patient %v: gave up %v", patient, gaveUp)
			}
		}
	}
}
