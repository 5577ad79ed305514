package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// driverCmd returns the command that analyses: go vet with this program as its
// tool, or this program's own driver. The mode is -json, -fix, or -fix and -diff.
// -path is given always, so that one cache serves every output.
func driverCmd(opts *options, mode ...string) (*exec.Cmd, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	flags := slices.Concat(mode, []string{"-path"}, opts.rules)
	if opts.standalone {
		return standaloneCmd(self, flags, opts)
	}
	args := slices.Concat([]string{"vet", "-vettool=" + self}, flags, opts.goFlags)
	if !slices.Equal(mode, []string{"-fix"}) { // fixing loses nothing: see applyFixes
		args = append(args, "-"+everyFlag)
	}
	return exec.Command("go", slices.Concat(args, []string{"--"}, opts.packages)...), nil
}

// standaloneCmd returns the command for singlechecker's own driver. It is a child
// process because that driver exits the process, with codes of its own.
func standaloneCmd(self string, flags []string, opts *options) (*exec.Cmd, error) {
	goflags, err := joinGoFlags(os.Getenv("GOFLAGS"), opts.goFlags)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(self, slices.Concat([]string{driverCommand}, flags, []string{"--"}, opts.packages)...)
	cmd.Env = append(os.Environ(), "GOFLAGS="+goflags)
	return cmd, nil
}

// joinGoFlags adds flags to the value of GOFLAGS, the only way to hand build
// flags to singlechecker's driver.
func joinGoFlags(goflags string, add []string) (string, error) {
	for _, f := range add {
		switch {
		case !strings.ContainsAny(f, " \t\n'\""):
		case !strings.Contains(f, "'"):
			f = "'" + f + "'"
		case !strings.Contains(f, `"`):
			f = `"` + f + `"`
		default:
			return "", fmt.Errorf("%s: cannot pass a value with both kinds of quotes to -standalone", f)
		}
		goflags += " " + f
	}
	return strings.TrimSpace(goflags), nil
}

// output is what a driver left behind.
type output struct {
	stdout []byte
	stderr string
	err    error // of the process, such as its exit code
}

// runDriver runs the command to its end, showing its standard error as it comes.
func runDriver(cmd *exec.Cmd, stderr io.Writer) output {
	var out, messages bytes.Buffer
	cmd.Stdout = &out
	cmd.Stderr = io.MultiWriter(stderr, &messages)
	err := cmd.Run()
	return output{out.Bytes(), messages.String(), err}
}
