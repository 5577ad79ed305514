package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // for its schema
	"github.com/xeipuuv/gojsonschema"
)

// server has a finding with a path, one with a fix, one across two lines, one behind letters that are no ASCII, and a wrong directive.
const server = `package p

import "net/http"

type user struct{ admin bool }

func caller(r *http.Request) *user { return users[r.Header.Get("Authorization")] }

var users = map[string]*user{}

func Stats(w http.ResponseWriter, r *http.Request) {
	u := caller(r)
	if u == nil || !u.admin {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.Write([]byte("ok"))
	/* éé */ w.WriteHeader(http.StatusNotFound)
}

func Wide(w http.ResponseWriter, r *http.Request) {
	if caller(r) == nil {
		http.Error(w,
			"no", http.StatusUnauthorized)
		return
	}
	//authvet:ignore late-status
	w.Write([]byte("ok"))
}

func Fixed(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("ok"))
}
`

func TestSARIF(t *testing.T) {
	program := build(t)
	schema, err := gojsonschema.NewSchema(gojsonschema.NewStringLoader(officialSchema(t)))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, source string
		flags        []string
		code         int
	}{
		{"findings", server, nil, 1},
		{"explanations", server, []string{"-why", "-confidence=low"}, 1},
		{"nothing", "package p\n", nil, 0},
		{"incomplete", "package p\n\nvar x int = \"\"\n", nil, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			write(t, filepath.Join(folder, "go.mod"), "module example.com/m\n\ngo 1.26\n")
			write(t, filepath.Join(folder, "p", "é.go"), test.source)
			cmd := exec.Command(program, append(test.flags, "-format=sarif", "./...")...)
			cmd.Dir = folder
			cmd.Env = append(os.Environ(), "PWD="+folder)
			out, err := cmd.Output()
			var exit *exec.ExitError
			if err != nil && !errors.As(err, &exit) || cmd.ProcessState.ExitCode() != test.code {
				t.Fatalf("%v: %v, want exit code %d", cmd, err, test.code)
			}
			result, err := schema.Validate(gojsonschema.NewBytesLoader(out))
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			for _, problem := range result.Errors() {
				t.Error(problem)
			}
			checkRegions(t, out, test.source == server)
			if bytes.Contains(out, []byte(`"deletedRegion"`)) != (test.source == server) {
				t.Errorf("want a fix: %v\n%s", test.source == server, out)
			}
		})
	}
	result, err := schema.Validate(gojsonschema.NewStringLoader(`{"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]}`))
	if err != nil || result.Valid() {
		t.Errorf("the schema accepts a tool without a name (%v)", err)
	}
}

// checkRegions looks at what the schema leaves open and GitHub does not: that every region has four numbers.
func checkRegions(t *testing.T, log []byte, want bool) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(log))
	var tree any
	if err := decoder.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	regions := 0
	var walk func(any)
	walk = func(node any) {
		switch node := node.(type) {
		case []any:
			for _, child := range node {
				walk(child)
			}
		case map[string]any:
			if region, ok := node["region"].(map[string]any); ok {
				regions++
				for _, number := range []string{"startLine", "startColumn", "endLine", "endColumn"} {
					if n, ok := region[number].(float64); !ok || n < 1 {
						t.Errorf("a region has the %s %v", number, region[number])
					}
				}
			}
			for _, child := range node {
				walk(child)
			}
		}
	}
	walk(tree)
	if want != (regions > 0) {
		t.Errorf("%d regions, want any: %v", regions, want)
	}
}

// build makes the program under test.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "authvet.exe")
	cmd := exec.Command("go", "build", "-o", program, ".")
	cmd.Dir = filepath.Join("..", "..", "..")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building authvet: %v\n%s", err, out)
	}
	return program
}

// officialSchema is the schema of OASIS as the library has it, in a constant that it does not export.
func officialSchema(t *testing.T) string {
	t.Helper()
	folder, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(folder)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil && len(s) > len(text) {
				text = s
			}
		}
		return true
	})
	if !strings.Contains(text, "Static Analysis Results Format (SARIF) Version 2.1.0") {
		t.Fatal("the library does not have the schema of SARIF 2.1.0")
	}
	return text
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}
