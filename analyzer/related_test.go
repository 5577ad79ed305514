package analyzer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestRelated compares the related positions of all findings in one package with the comments that stand there. What a finding
// says is tested elsewhere.
func TestRelated(t *testing.T) {
	results, _ := arguable()
	found, want := make(map[string]bool), make(map[string]bool)
	for _, r := range results {
		pkg := r.Action.Package
		if pkg.PkgPath != "related" {
			continue
		}
		for _, d := range r.Diagnostics {
			if len(d.Related) > 2 {
				t.Errorf("%v: %d related positions, want at most 2", pkg.Fset.Position(d.Pos), len(d.Related))
			}
			for _, to := range d.Related {
				found[fmt.Sprintf("line %d: %s", pkg.Fset.Position(to.Pos).Line, to.Message)] = true
			}
		}
		for _, file := range pkg.Syntax {
			for _, group := range file.Comments {
				for _, c := range group.List {
					if message, ok := strings.CutPrefix(c.Text, "// related "); ok {
						want[fmt.Sprintf("line %d: %s", pkg.Fset.Position(c.Pos()).Line, strings.Trim(message, `"`))] = true
					}
				}
			}
		}
	}
	if len(found) == 0 {
		t.Error("nothing was found")
	}
	for _, missing := range without(want, found) {
		t.Errorf("no finding is related to %s", missing)
	}
	for _, unexpected := range without(found, want) {
		t.Errorf("a finding is related to %s", unexpected)
	}
}

// without lists what is in a and not in b.
func without(a, b map[string]bool) []string {
	var list []string
	for s := range a {
		if !b[s] {
			list = append(list, s)
		}
	}
	slices.Sort(list)
	return list
}
