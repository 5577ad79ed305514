package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
)

// helpText fits a screen of 40 lines and 80 columns. A test holds it to that,
// and to naming every flag of the analyzer.
const helpText = `authvet finds wrong authentication answers in Go HTTP servers: a 401 without a
challenge, a denial that falls through to the handler, and the like.

Usage:
  authvet [flags] [packages]       check packages (default ./...) through go vet
  authvet rules | explain rule     list the rules; say why and how to mend one
  authvet help | version
  go vet -vettool=$(which authvet) [flags] [packages]

What to report:
  -rules list        only these rules, separated by commas; -name leaves one out
  -confidence level  only findings this certain: high, medium (default) or low
  -in-tests          also findings in test files
  -in-generated      also findings in generated files
  -since revision    only findings on lines changed since that git revision
  -baseline file     only findings that are not in the file; with
                     -write-baseline, accept those of today: write them to it
  -why               also where and why authvet stopped following
  -path              every condition on the way (always on, but for -vettool)

How to report it:
  -format name       text, json (the shape of go vet -json), sarif, github, html
  -o file            write there instead of to standard output
  -fix               apply the suggested fixes, then report what is left
  -fix -diff         print the fixes as a diff instead of applying them
  -standalone        analyse from source, without go vet and its cache (slow)

go vet's build flags work too: -C dir, -mod, -tags, -race, -overlay, ...
Flags come before packages. -json is -format=json.

Exit codes:
  0  nothing found (with -diff: nothing to fix)
  1  findings, or packages that could not be loaded or compiled
  2  wrong usage: flags, or a file or revision that they name

Example:
  authvet -C server -tags integration ./internal/auth
`

// printHelp prints the help and returns the exit code.
func printHelp(w io.Writer) int {
	fmt.Fprint(w, helpText)
	return exitClean
}

// printVersion prints which authvet this is, and the Go release it was built
// with: the newest Go whose code it understands.
func printVersion(w io.Writer) int {
	fmt.Fprintf(w, "authvet %s %s\n", version(), runtime.Version())
	return exitClean
}

// version is the version of authvet's module.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(unknown)"
}

// usageError answers arguments that parseOptions refused, which -h is too, and
// returns the exit code.
func usageError(err error, stdout, stderr io.Writer) int {
	if errors.Is(err, flag.ErrHelp) {
		return printHelp(stdout)
	}
	fmt.Fprintf(stderr, "authvet: %v (authvet -h explains)\n", err)
	return exitUsage
}
