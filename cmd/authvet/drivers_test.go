package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// positions returns file:line:column and message of each finding in the text,
// sorted, without the related positions.
func positions(text string) []string {
	var found []string
	for line := range strings.Lines(text) {
		if _, message, ok := strings.Cut(line, ": "); ok && !strings.HasPrefix(message, "\t") && !strings.HasPrefix(line, "# ") {
			found = append(found, strings.TrimSpace(line))
		}
	}
	slices.Sort(found)
	return found
}

// TestDriversAgree has packages with and without test files: the drivers call them differently.
func TestDriversAgree(t *testing.T) {
	t.Parallel()
	folder := lightApplication(t)
	outer := authvet(t, folder, "./...")
	if got := files(outer.stdout); got != allOfApplication || outer.code != exitFailed || outer.stderr != "" {
		t.Fatalf("authvet ./...: findings in %q, want %q\n%+v", got, allOfApplication, outer)
	}

	standalone := authvet(t, folder, "-standalone", "./...")
	if standalone != outer {
		t.Errorf("-standalone differs:\n%+v\nauthvet alone:\n%+v", standalone, outer)
	}

	vet := execute(t, folder, nil, "go", "vet", "-vettool="+program, "./...")
	if got, want := positions(vet.stderr), positions(outer.stdout); !slices.Equal(got, want) || vet.code != 1 {
		t.Errorf("go vet -vettool: exit code %d, findings\n%s\nwant\n%s", vet.code, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestGoodIsClean(t *testing.T) {
	t.Parallel()
	folder := application(t)
	if got := authvet(t, folder, "./good"); got != (result{}) {
		t.Errorf("authvet ./good: %+v, want nothing", got)
	}
	if got := authvet(t, folder, "-json", "./good"); got != (result{stdout: "{}\n"}) {
		t.Errorf("authvet -json ./good: %+v, want an empty object", got)
	}
}

func TestNoArguments(t *testing.T) {
	t.Parallel()
	folder := lightApplication(t)
	if got, want := authvet(t, folder), authvet(t, folder, "./..."); got != want || files(got.stdout) != allOfApplication {
		t.Errorf("authvet: %+v\nauthvet ./...: %+v", got, want)
	}
}

func TestOtherFolder(t *testing.T) {
	t.Parallel()
	folder := lightApplication(t)
	for _, args := range [][]string{{"-C", "app"}, {"-C=app", "."}} {
		// As in go vet, paths are relative to the folder of -C.
		if got := authvet(t, folder, args...); files(got.stdout) != "app.go" || got.code != exitFailed {
			t.Errorf("authvet %v: %+v, want a finding in app.go", args, got)
		}
	}
}

// TestTestFiles has findings in test files only, inside and outside the package.
func TestTestFiles(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{
		"go.mod":         goMod("example.com/m"),
		"in/in.go":       "package in\n",
		"in/in_test.go":  "package in\n" + badComment,
		"out/out.go":     "package out\n",
		"out/ot_test.go": "package out_test\n" + badComment,
		"only/o_test.go": "package only\n" + badComment,
	})
	if got := authvet(t, folder); got != (result{}) {
		t.Errorf("authvet: %+v, want nothing", got)
	}
	want := "in/in_test.go only/o_test.go out/ot_test.go"
	if got := authvet(t, folder, "-in-tests"); files(got.stdout) != want || got.code != exitFailed {
		t.Errorf("authvet -in-tests: findings in %q, want %q\n%s", files(got.stdout), want, got.stderr)
	}
}

func TestSecondRunIsCached(t *testing.T) {
	t.Parallel()
	folder := application(t)
	first := authvet(t, folder, "-x", "./...")
	second := authvet(t, folder, "-x", "./...")
	if !strings.Contains(first.stderr, "vet.cfg") {
		t.Errorf("the first run analysed nothing:\n%s", first.stderr)
	}
	if strings.Contains(second.stderr, "vet.cfg") {
		t.Errorf("the second run analysed again:\n%s", second.stderr)
	}
	if first.stdout != second.stdout || files(second.stdout) != allOfApplication {
		t.Errorf("first run:\n%s\nsecond run:\n%s", first.stdout, second.stdout)
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	folder := application(t)
	outer := authvet(t, folder, "-json", "./app", "./outside")
	if outer.code != exitFailed {
		t.Errorf("exit code %d, want %d", outer.code, exitFailed)
	}
	if again := authvet(t, folder, "-json", "./outside", "./app"); again != outer {
		t.Errorf("the order of packages changes the output:\n%+v\n%+v", outer, again)
	}
	var units map[string]map[string][]diagnostic
	if err := json.Unmarshal([]byte(outer.stdout), &units); err != nil {
		t.Fatal(err)
	}
	if len(units) != 2 {
		t.Errorf("%d packages, want 2:\n%s", len(units), outer.stdout)
	}
	for pkg, name := range map[string]string{"example.com/m/app": "app/app.go", "example.com/m/outside": "outside/outside.go"} {
		found := units[pkg]["authvet"]
		if len(found) != 1 || found[0].Category != rule {
			t.Errorf("%s: %+v, want one finding", pkg, found)
			continue
		}
		if file, _, _ := splitPosn(found[0].Posn); file != filepath.Join(folder, filepath.FromSlash(name)) {
			t.Errorf("%s: finding at %s, want it in %s", pkg, found[0].Posn, name)
		}
	}
}
