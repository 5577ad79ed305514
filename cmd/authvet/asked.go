package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
)

// oldestGo is the minor release of the oldest go command whose go vet prints
// JSON the way authvet reads it.
const oldestGo = 26

// asked is what a package pattern stands for.
type asked struct {
	ids  map[string]bool // IDs, as of reportID, under which findings are shown
	dirs map[string]bool // the packages' folders
}

// hasFile reports whether the file belongs to a package asked for.
func (a *asked) hasFile(name string) bool { return a.dirs[filepath.Dir(name)] }

// listedPackage is what go list is asked to say of a package.
type listedPackage struct {
	ImportPath, Dir string
	Tests, XTests   bool // has test files inside the package; outside of it
	Go              int  // minor release of the go command
}

// listFormat makes go list print one listedPackage a line.
const listFormat = `{"ImportPath":{{printf "%q" .ImportPath}},"Dir":{{printf "%q" .Dir}},` +
	`"Tests":{{ne 0 (len .TestGoFiles)}},"XTests":{{ne 0 (len .XTestGoFiles)}},` +
	`"Go":{{len context.ReleaseTags}}}`

// listAsked has go list resolve the patterns. What is wrong with single packages
// it leaves to the driver to say.
func listAsked(opts *options, stderr io.Writer) (*asked, error) {
	args := append([]string{"list", "-e", "-find", "-f", listFormat}, opts.goFlags...)
	cmd := exec.Command("go", append(append(args, "--"), opts.packages...)...)
	var messages strings.Builder
	cmd.Stderr = &messages
	out, err := cmd.Output()
	if err != nil {
		io.WriteString(stderr, messages.String())
		return nil, explain(err, messages.String())
	}
	result := &asked{ids: map[string]bool{}, dirs: map[string]bool{}}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listedPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return result, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		if p.Go < oldestGo && !opts.standalone {
			return nil, fmt.Errorf("go vet of go1.%d is too old: set GOTOOLCHAIN=go1.%d.0+auto, or use -standalone", p.Go, oldestGo)
		}
		result.add(&p)
	}
}

// add notes a package. As in go vet, a package with test files stands for its
// findings together with them.
func (a *asked) add(p *listedPackage) {
	id := p.ImportPath
	if p.Tests {
		id += testVariant
	}
	a.ids[id] = true
	if p.XTests {
		a.ids[p.ImportPath+"_test"+testVariant] = true
	}
	a.dirs[p.Dir] = true
}
