package main

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis/singlechecker"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/authvet/authvet/analyzer"
)

// everyFlag is how the command a person types asks the vet tool to report on
// every package go vet hands it. It must be a flag, because go vet's cache tells
// runs apart by the tool's flags and nothing else: what a plain "go vet
// -vettool=authvet" left in the cache was not made with it.
const everyFlag = "every"

// testVariant ends the ID of a package compiled together with its test files.
const testVariant = " [test]"

// isVetProtocol reports whether the arguments are go vet's, not a person's.
func isVetProtocol(args []string) bool {
	return len(args) > 0 && (args[0] == "-flags" ||
		strings.HasPrefix(args[0], "-V") ||
		strings.HasSuffix(args[len(args)-1], ".cfg"))
}

// serveVet answers one call by go vet. It does not return.
func serveVet() {
	flag.BoolFunc(everyFlag, "report on dependencies too (set by the authvet command)", func(value string) error {
		// Flags are parsed before the unit is read, so this is the time to
		// change it.
		unit := os.Args[len(os.Args)-1]
		if on, err := strconv.ParseBool(value); err != nil || !on || !strings.HasSuffix(unit, ".cfg") {
			return err
		}
		return reportEvery(unit)
	})
	// go vet runs as many of these processes side by side as there are cores, and what they take at their largest is what a runner must
	// have. Who sets GOGC has decided otherwise.
	singlechecker.Main(analyzer.New(analyzer.Config{Thrifty: os.Getenv("GOGC") == ""}))
}

// reportEvery changes go vet's description of a unit so that its findings are
// reported even if go vet only passes through it on the way to another package.
//
// Otherwise findings get lost: what go vet asked for is no part of its cache key,
// so a package once passed through is cached without findings, and prints none
// when it is asked for. For an analyzer with facts, which runs on dependencies
// anyway, reporting everywhere costs nothing. Which findings to show is then for
// runOuter to decide.
func reportEvery(unit string) error {
	data, err := os.ReadFile(unit)
	if err != nil {
		return err
	}
	var cfg unitchecker.Config
	if err := json.Unmarshal(data, &cfg); err != nil {
		return err
	}
	cfg.VetxOnly = false
	cfg.ID = reportID(cfg.ID, cfg.GoFiles)
	if cfg.FixArchive == "" {
		// With -fix, a unit without an archive has its files changed in place.
		// go vet leaves the archive out where it wants no fixes: have them
		// written where nobody reads them.
		cfg.FixArchive = filepath.Join(filepath.Dir(unit), "unwanted.zip")
	}
	if data, err = json.Marshal(cfg); err != nil {
		return err
	}
	return os.WriteFile(unit, data, 0o666)
}

// reportID returns the ID under which a package is reported. go vet gives
// package p the same ID with and without its test files, the standalone driver
// calls the former "p [p.test]": here it is "p [test]" for both. What was
// recompiled for the tests of another package keeps its ID.
func reportID(id string, files []string) string {
	path, test, hasTest := strings.Cut(id, " [")
	ofItself := test == path+".test]" || test == strings.TrimSuffix(path, "_test")+".test]"
	isTest := func(file string) bool { return strings.HasSuffix(file, "_test.go") }
	if ofItself || !hasTest && slices.ContainsFunc(files, isTest) {
		return path + testVariant
	}
	return id
}
