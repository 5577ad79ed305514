// Authvet finds wrong authentication answers in Go HTTP servers.
//
// It is two programs in one. Run by "go vet -vettool", it analyses one package
// at a time and speaks go vet's protocol. Typed by a person, it runs "go vet"
// with itself as the vet tool, so that results are cached, and shows what was
// asked for: arguments → go vet → findings → selection → output. "authvet -h"
// says how to use it.
package main

import (
	"io"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/authvet/authvet/analyzer"
)

// The exit codes of the command a person types, as help tells them.
const (
	exitClean  = 0 // nothing found
	exitFailed = 1 // something found, or packages that could not be analysed
	exitUsage  = 2 // arguments that make no sense
)

// driverCommand is the first argument of the child process of -standalone. It
// is no part of what the help describes.
const driverCommand = "singlechecker"

func main() {
	args := os.Args[1:]
	switch {
	case isVetProtocol(args):
		serveVet()
	case len(args) > 0 && args[0] == driverCommand:
		os.Args = slices.Delete(os.Args, 1, 2)
		singlechecker.Main(analyzer.Analyzer)
	default:
		os.Exit(run(args, os.Stdout, os.Stderr))
	}
}

// run is the command a person types; it returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		switch args[0] {
		case "help":
			return printHelp(stdout)
		case "version":
			return printVersion(stdout)
		case "rules":
			return printRules(args[1:], stdout, stderr)
		case "explain":
			return printRule(args[1:], stdout, stderr)
		}
	}
	opts, err := parseOptions(args)
	if err != nil {
		return usageError(err, stdout, stderr)
	}
	return runOuter(opts, stdout, stderr)
}
