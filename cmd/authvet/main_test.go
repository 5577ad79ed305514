package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// program is the command under test, built by TestMain.
var program string

// The parts of source files: a package clause comes before, and each finding is
// on a line of its own.
const (
	importHTTP = "import \"net/http\"\n"
	badHandler = importHTTP + `
func Bad(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
`
	goodHandler = importHTTP + `
func Good(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"x\"`" + `)
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
`
	rule = "missing-challenge" // what findings in badHandler contain

	// badComment is wrong as a comment, which needs no net/http: type-checking that from source takes the standalone driver
	// longer than most tests do.
	badComment  = "\n//authvet:ignore late-status\n"
	commentRule = "directive"
)

// environment is added to that of every process the tests start.
var environment = []string{"GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=", "GOTOOLCHAIN=local"}

func TestMain(m *testing.M) {
	if folder := os.Getenv(asCache); folder != "" {
		if err := serveCache(folder, os.Stdin, os.Stdout); err != nil && !errors.Is(err, io.EOF) {
			fmt.Fprintln(os.Stderr, "cache:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(buildAndTest(m))
}

func buildAndTest(m *testing.M) int {
	folder, err := os.MkdirTemp("", "authvet")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	program = filepath.Join(folder, "authvet")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building authvet: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// result is what a process left behind.
type result struct {
	stdout, stderr string
	code           int
}

// execute runs a command line in a folder, with more environment if given.
func execute(t *testing.T, folder string, env []string, name string, args ...string) result {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = folder
	cmd.Env = slices.Concat(os.Environ(), environment, env, []string{"PWD=" + folder})
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("%s %v: %v", name, args, err)
	}
	return result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// authvet runs the command under test in a folder.
func authvet(t *testing.T, folder string, args ...string) result {
	t.Helper()
	return execute(t, folder, nil, program, args...)
}

// writeFiles makes a folder with the files, given as name → content.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	// Without symbolic links, so that paths are printed as they are here.
	folder, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		name = filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// goMod is the go.mod of a module of that name.
func goMod(name string) string { return "module " + name + "\n\ngo 1.26\n" }

// application is a module in which every folder but good has one finding, and
// app imports plain and lib. lib and outside have test files, inside and outside
// the package: with those go vet runs a package of their own, and only plain is
// the same package when passed through and when asked for. For the tests of lib,
// app is compiled once more.
func application(t *testing.T) string {
	t.Helper()
	return writeFiles(t, map[string]string{
		"go.mod":                  goMod("example.com/m"),
		"app/app.go":              "package app\n\nimport (\n\t_ \"example.com/m/lib\"\n\t_ \"example.com/m/plain\"\n)\n" + badHandler,
		"plain/plain.go":          "package plain\n" + badHandler,
		"lib/lib.go":              "package lib\n" + badHandler,
		"lib/lib_test.go":         "package lib\n\nvar inTest = 1\n",
		"lib/cycle_test.go":       "package lib_test\n\nimport _ \"example.com/m/app\"\n",
		"outside/outside.go":      "package outside\n" + badHandler,
		"outside/outside_test.go": "package outside_test\n\nimport _ \"example.com/m/outside\"\n",
		"server/main.go":          "package main\n" + badHandler + "\nfunc main() {}\n",
		"good/good.go":            "package good\n" + goodHandler,
	})
}

// lightApplication is application with a wrong comment in the place of each handler.
func lightApplication(t *testing.T) string {
	t.Helper()
	folder := application(t)
	for name := range strings.FieldsSeq(allOfApplication + " good/good.go") {
		text := readFile(t, folder, name)
		text = strings.NewReplacer(badHandler, badComment, goodHandler, "").Replace(text)
		overwrite(t, folder, name, text)
	}
	return folder
}

// files returns the files with findings, in the order of the output. Lines with
// related positions are left out.
func files(text string) string {
	var names []string
	for line := range strings.Lines(text) {
		posn, message, _ := strings.Cut(line, ": ")
		if strings.HasPrefix(message, rule+": ") || strings.HasPrefix(message, commentRule+": ") {
			file, _, _ := splitPosn(posn)
			names = append(names, filepath.ToSlash(file))
		}
	}
	return strings.Join(names, " ")
}

// allOfApplication is what files returns for all of application.
const allOfApplication = "app/app.go lib/lib.go outside/outside.go plain/plain.go server/main.go"
