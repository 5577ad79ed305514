package main

import (
	"strings"
	"testing"
)

// TestBaseline accepts the findings of a project, moves them about, and adds one.
func TestBaseline(t *testing.T) {
	t.Parallel()
	folder := application(t)
	got := authvet(t, folder, "-baseline=known.json", "-write-baseline", "./...")
	if got != (result{stderr: "authvet: 5 findings accepted in known.json\n"}) {
		t.Errorf("-write-baseline: %+v", got)
	}
	written := readFile(t, folder, "known.json")
	if again := authvet(t, folder, "-baseline=known.json", "-write-baseline", "./..."); again != got || readFile(t, folder, "known.json") != written {
		t.Errorf("writing it twice: %+v\n%s\n%s", again, written, readFile(t, folder, "known.json"))
	}
	if strings.Contains(written, folder) || !strings.Contains(written, `"file": "app/app.go"`) {
		t.Errorf("files in the baseline:\n%s", written)
	}
	check := func(what, want string, args ...string) {
		t.Helper()
		code := exitClean
		if want != "" {
			code = exitFailed
		}
		got := authvet(t, folder, append([]string{"-baseline=known.json"}, args...)...)
		if files(got.stdout) != want || got.code != code || got.stderr != "" {
			t.Errorf("%s: findings in %q, want %q\n%+v", what, files(got.stdout), want, got)
		}
	}
	check("nothing has changed", "", "./...")
	text := readFile(t, folder, "plain/plain.go")
	overwrite(t, folder, "plain/plain.go", strings.Replace(text, "import", "// A comment.\n\nimport", 1))
	check("the line has moved", "", "./...")
	overwrite(t, folder, "plain/plain.go", text+strings.TrimPrefix(strings.ReplaceAll(badHandler, "Bad", "New"), importHTTP))
	check("a second one in the same file", "plain/plain.go", "./...")
	if got := authvet(t, folder, "-baseline=known.json", "-format=sarif", "./..."); strings.Count(got.stdout, `"ruleId"`) != 1 {
		t.Errorf("in another format: %+v", got)
	}
	overwrite(t, folder, "plain/plain.go", strings.Replace(text, `"no"`, `"not you"`, 1))
	check("another line", "plain/plain.go", "./...")
}

// TestBaselineIncomplete: what could not be analysed would look new the next time.
func TestBaselineIncomplete(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{"go.mod": goMod("example.com/m"), "t.go": "package t\n\nvar x int = \"\"\n", "b": "before"})
	got := authvet(t, folder, "-baseline=b", "-write-baseline")
	if got.code != exitFailed || readFile(t, folder, "b") != "before" {
		t.Errorf("%+v, and the baseline is %q", got, readFile(t, folder, "b"))
	}
}
