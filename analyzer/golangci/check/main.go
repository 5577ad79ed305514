// Command check is golangci-lint with authvet in it: what "golangci-lint custom" builds, without a clone of its repository.
// The tests of this module run it.
//
// It is a module of its own, so that golangci-lint stays out of authvet's go.mod.
package main

import (
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/authvet/authvet/analyzer/golangci"
)

func main() {
	// With this version, golangci-lint's cache is bound to the content of the program. With any other it would be bound to
	// the version, and findings of an older authvet would come out of it.
	info := commands.BuildInfo{Version: "(devel)"}
	if commands.Execute(info) != nil {
		os.Exit(exitcodes.Failure) // it has said why
	}
}
