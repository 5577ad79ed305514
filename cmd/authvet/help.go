package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime/debug"
)

// helpText fits a screen of 40 lines and 80 columns. A test holds it to that,
// and to naming every flag of the analyzer.
const helpText = `authvet finds wrong authentication answers in Go HTTP servers: a 401 without a
challenge, a denial that falls through to the handler, and the like.

Usage:
  authvet [flags] [packages]       check packages (default ./...) through go vet
  authvet help | version
  go vet -vettool=$(which authvet) [flags] [packages]

What to report:
  -rules list        only these rules, separated by commas; -name leaves one out
  -confidence level  only findings at least this certain: high, medium (the
                     default) or low
  -in-tests          also findings in test files
  -in-generated      also findings in generated files
  -why               also where and why authvet stopped following
  -path              the whole path to each finding (authvet always gives it;
                     the flag is for go vet -vettool)

What to do with it:
  -json              print findings as JSON, in the shape of go vet -json
  -fix               apply the suggested fixes, then report what is left
  -fix -diff         print the fixes as a diff instead of applying them
  -standalone        analyse from source, without go vet and its cache (slow)

go vet's build flags work too: -C dir, -mod, -tags, -race, -overlay, ...
Flags come before packages. Findings go to standard output, errors to standard
error.

Exit codes:
  0  nothing found (with -diff: nothing to fix)
  1  findings, or packages that could not be loaded or compiled
  2  wrong usage

Examples:
  authvet ./...
  authvet -C server -tags integration -json ./internal/auth
`

// printHelp prints the help and returns the exit code.
func printHelp(w io.Writer) int {
	fmt.Fprint(w, helpText)
	return exitClean
}

// printVersion prints which authvet this is, and the Go release it was built
// with: the newest Go whose code it understands.
func printVersion(w io.Writer) int {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		fmt.Fprintln(w, "authvet (no build information)")
		return exitClean
	}
	fmt.Fprintf(w, "authvet %s %s\n", info.Main.Version, info.GoVersion)
	return exitClean
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
