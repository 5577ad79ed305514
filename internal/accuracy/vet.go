package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// place is a line of a file, which is named from the root of its repository.
type place struct {
	File string
	Line int
}

// finding is what authvet says, and where: at its own place first, then at related ones.
type finding struct {
	Rule    string
	Message string
	Places  []place
}

// build makes authvet, and tells what it is made of.
func (b *bench) build() error {
	if err := os.MkdirAll(b.work, 0o777); err != nil {
		return err
	}
	work, err := filepath.Abs(b.work)
	if err != nil {
		return err
	}
	b.program = filepath.Join(work, "authvet")
	if out, err := exec.Command("go", "build", "-trimpath", "-o", b.program, "github.com/authvet/authvet/cmd/authvet").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	data, err := os.ReadFile(b.program)
	b.key = fmt.Sprintf("%x", sha256.Sum256(data))[:12]
	return err
}

// kept returns what an earlier run has kept under a name, or asks for it and keeps it.
func kept[T any](b *bench, name string, ask func() (T, error)) (T, error) {
	var value T
	file := filepath.Join(b.work, b.key+"-"+strings.ReplaceAll(name, "/", "+")+".json")
	if data, err := os.ReadFile(file); err == nil && json.Unmarshal(data, &value) == nil {
		return value, nil
	}
	value, err := ask()
	if err != nil {
		return value, err
	}
	data, err := json.Marshal(value)
	if err != nil {
		return value, err
	}
	return value, os.WriteFile(file, data, 0o666)
}

// loadable lists the packages of a module that can be vetted, and their folders: some need modules that cannot be had.
func loadable(folder string, env []string) (packages []string, folders map[string]bool, err error) {
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,Error,DepsErrors", "./...")
	cmd.Dir, cmd.Env = folder, env
	out, err := cmd.Output()
	if err != nil {
		return nil, nil, err
	}
	folders = make(map[string]bool)
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath, Dir string
			Error           json.RawMessage
			DepsErrors      []json.RawMessage
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages, folders, nil
		} else if err != nil {
			return nil, nil, err
		}
		if p.Error == nil && p.DepsErrors == nil {
			packages, folders[p.Dir] = append(packages, p.ImportPath), true
		}
	}
}

// vet runs authvet in a folder through go vet. What does not compile is left out.
func (b *bench) vet(root, folder string, env []string, flags, packages []string) ([]finding, error) {
	cmd := exec.Command("go", append(append([]string{"vet", "-json", "-vettool=" + b.program}, flags...), packages...)...)
	cmd.Dir, cmd.Env = folder, env
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil && len(out) == 0 {
		if stderr.Len() == 0 {
			return nil, err
		}
		out = stderr.Bytes() // the JSON of go vet before Go 1.25
	}
	return readFindings(out, root, folder)
}

// readFindings reads the objects that go vet -json prints one after another, between lines that begin with #.
func readFindings(out []byte, root, folder string) ([]finding, error) {
	var text bytes.Buffer
	for line := range bytes.Lines(out) {
		if !bytes.HasPrefix(line, []byte("#")) {
			text.Write(line)
		}
	}
	var all []finding
	for dec := json.NewDecoder(&text); ; {
		var units map[string]map[string]json.RawMessage
		if err := dec.Decode(&units); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("%w in what go vet says:\n%.400s", err, out)
		}
		for _, unit := range units {
			for _, result := range unit {
				var list []struct {
					Category, Posn, Message string
					Related                 []struct{ Posn string }
				}
				if json.Unmarshal(result, &list) != nil {
					continue // the package does not type-check
				}
				for _, d := range list {
					f := finding{d.Category, d.Message, []place{placeOf(d.Posn, root, folder)}}
					for _, r := range d.Related {
						f.Places = append(f.Places, placeOf(r.Posn, root, folder))
					}
					all = append(all, f)
				}
			}
		}
	}
}

// placeOf reads file:line:column.
func placeOf(posn, root, folder string) place {
	rest, _, _ := cutLast(posn)
	file, number, _ := cutLast(rest)
	line, _ := strconv.Atoi(number)
	if !filepath.IsAbs(file) {
		file = filepath.Join(folder, file)
	}
	if short, err := filepath.Rel(root, file); err == nil {
		file = filepath.ToSlash(short)
	}
	return place{file, line}
}

func cutLast(s string) (before, after string, found bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
