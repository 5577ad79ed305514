package api

import (
	"maps"
	"slices"
	"testing"
)

// TestPackages holds the lists of packages against the tables.
func TestPackages(t *testing.T) {
	frameworks := make(map[string]bool)
	for _, f := range All() {
		for _, c := range f.Contexts {
			frameworks[c.Pkg] = true
		}
		for _, e := range f.Errors {
			frameworks[unversioned(e.Pkg)] = true
		}
	}
	verifiers := make(map[string]bool)
	for _, s := range authSources() {
		if s.Verifies || s.Permits {
			verifiers[s.Pkg] = true
		}
	}
	if !maps.Equal(frameworks, frameworkPackages) {
		t.Errorf("the frameworks' packages are %q", slices.Sorted(maps.Keys(frameworks)))
	}
	if !maps.Equal(verifiers, verifierPackages) {
		t.Errorf("the verifiers' packages are %q", slices.Sorted(maps.Keys(verifiers)))
	}
}
