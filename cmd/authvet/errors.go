package main

import (
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"strings"
)

// explanations maps a piece of what go said to what it means for the user. The
// first that fits is taken.
var explanations = []struct{ said, means string }{
	{"requires go >=", "the project needs a newer Go than the go command in PATH: install it, or set GOTOOLCHAIN=auto"},
	{"application built with go", "authvet was built with " + runtime.Version() + ", which is older than the project's Go: rebuild authvet"},
	{"go.mod file not found", "not inside a Go module: run authvet where a go.mod or go.work is, or say -C dir"},
	{"does not contain main module", "not inside a Go module: run authvet where a go.mod or go.work is, or say -C dir"},
	{"matched no packages", "no packages match"},
	{"no packages to vet", "no packages match"},
}

// wrongUsage marks an error that is about the arguments.
type wrongUsage struct{ error }

// explain turns the failure of a go command into one line, given what it said.
func explain(err error, said string) error {
	if errors.Is(err, exec.ErrNotFound) {
		return fmt.Errorf("the go command is needed: %w", err)
	}
	for _, e := range explanations {
		if strings.Contains(said, e.said) {
			return errors.New(e.means)
		}
	}
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return err
	}
	if exit.ExitCode() == exitUsage && strings.Contains(said, "usage: go ") {
		return wrongUsage{errors.New("go refuses the flags")}
	}
	return errors.New("not every package could be loaded, compiled and analysed; findings are incomplete")
}
