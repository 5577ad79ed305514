// Package wire runs generated handlers on a real server and records what leaves it.
package wire

import (
	"bytes"
	_ "embed"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/authvet/authvet/internal/generate/grammar"
)

// Module is the path of the module that generated packages stand in.
const Module = "gen"

//go:embed harness/rt.go.txt
var harness string

//go:embed harness/gin.go.txt
var ginHarness string

// Event is something that a handler did to the response, or that the next handler was called.
type Event struct {
	Kind  byte // 'c' WriteHeader, 'w' Write, 'n' the next handler, 'h' WriteHeaderNow, of gin
	Code  int  // the status; with the next handler, 1 where a challenge is set
	Text  string
	Stack []int32 // see Lines
}

// Lines are the lines of generated code that led to the event, the innermost first.
func (e *Event) Lines() []grammar.Line {
	var all []grammar.Line
	for _, n := range e.Stack {
		if n < 0 {
			all = append(all, grammar.Line{File: grammar.Lib, N: int(-n)})
		} else {
			all = append(all, grammar.Line{File: grammar.App, N: int(n)})
		}
	}
	return all
}

// Record is one request and its answer.
type Record struct {
	ID         int
	Helper     int // not 0: it was this function that was called, by itself
	Query      string
	Status     int  // on the wire
	WWW, Proxy bool // whether the challenge headers arrived, with something in them
	Events     []Event
}

// Run builds the packages into one program in the folder and asks every handler every query. Handlers of gin are built with the
// requirements of the module that stands in the folder gin.
func Run(dir, gin string, sources []*grammar.Source) ([]Record, error) {
	if err := write(dir, gin, sources); err != nil {
		return nil, err
	}
	program := filepath.Join(dir, "program")
	build := exec.Command("go", "build", "-gcflags="+Module+"/...=-N -l", "-ldflags=-s -w", "-o", program, ".")
	build.Dir, build.Env = dir, append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	var asked bytes.Buffer
	for _, s := range sources {
		for _, h := range s.Handlers {
			for _, q := range h.Funcs[0].Queries() {
				fmt.Fprintf(&asked, "%d %s\n", h.ID, q)
			}
			for _, i := range h.Reached()[1:] {
				if h.Funcs[i].Result == grammar.Judgment {
					continue
				}
				for _, q := range h.Funcs[i].Queries() {
					fmt.Fprintf(&asked, "%d.%d %s\n", h.ID, i, q)
				}
			}
		}
	}
	run := exec.Command(program)
	run.Stdin = &asked
	var stderr bytes.Buffer
	run.Stderr = &stderr
	out, err := run.Output()
	if err != nil {
		return nil, fmt.Errorf("the server: %w\n%s", err, stderr.String())
	}
	return decode(out)
}

func decode(out []byte) ([]Record, error) {
	var all []Record
	for d := gob.NewDecoder(bytes.NewReader(out)); ; {
		var r Record
		if err := d.Decode(&r); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
}

// write lays the module out.
func write(dir, gin string, sources []*grammar.Source) error {
	files := map[string]string{"go.mod": "module " + Module + "\n\ngo 1.26\n", "rt/rt.go": harness, "main.go": program(sources)}
	if sources[0].Handlers[0].Gin {
		files["rt/gin.go"] = ginHarness
		for _, name := range []string{"go.mod", "go.sum"} {
			text, err := os.ReadFile(filepath.Join(gin, name))
			if err != nil {
				return err
			}
			files[name] = requirements(string(text))
		}
	}
	for _, s := range sources {
		files[s.Name+"/p.go"], files[s.Name+"lib/p.go"] = s.App, s.Lib
		files[s.Name+"/direct.go"] = s.Direct(Module)
	}
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

var (
	moduleLine = regexp.MustCompile(`(?m)^module .*$`)
	own        = regexp.MustCompile(`(?m)^(\s*|replace )github.com/authvet/authvet .*$`)
)

// requirements turns the go.mod of another module into that of the generated one.
func requirements(text string) string {
	return own.ReplaceAllString(moduleLine.ReplaceAllString(text, "module "+Module), "")
}

// program is the main package.
func program(sources []*grammar.Source) string {
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n\t\"maps\"\n\t\"net/http\"\n\n\t\"" + Module + "/rt\"\n")
	for _, s := range sources {
		fmt.Fprintf(&b, "\t%q\n", Module+"/"+s.Name)
	}
	b.WriteString(")\n\nfunc main() {\n\tall, helpers := make(map[int]http.Handler), make(map[string]http.HandlerFunc)\n")
	for _, s := range sources {
		if s.Handlers[0].Gin {
			fmt.Fprintf(&b, "\t%[1]s.Handlers(rt.Engine(all), rt.GinNext)\n\tmaps.Copy(helpers, rt.GinHelpers(%[1]s.Direct()))\n", s.Name)
			continue
		}
		fmt.Fprintf(&b, "\tmaps.Copy(all, %[1]s.Handlers(rt.Next))\n\tmaps.Copy(helpers, %[1]s.Direct())\n", s.Name)
	}
	b.WriteString("\trt.Serve(all, helpers)\n}\n")
	return b.String()
}
