package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// noGitConfig keeps the settings of whoever runs the tests out of them.
var noGitConfig = []string{
	"GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_SYSTEM=" + os.DevNull,
	"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com",
}

func gitIn(t *testing.T, folder string, commands ...string) {
	t.Helper()
	for _, command := range commands {
		if got := execute(t, folder, noGitConfig, "git", strings.Fields(command)...); got.code != 0 {
			t.Fatalf("git %s: %+v", command, got)
		}
	}
}

func overwrite(t *testing.T, folder, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, filepath.FromSlash(name)), []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestSince changes a project in every way that git tells of.
func TestSince(t *testing.T) {
	t.Parallel()
	bad := func(pkg string) string { return "package " + pkg + "\n" + badHandler }
	folder := writeFiles(t, map[string]string{
		"go.mod": goMod("example.com/m"), "old/o.go": bad("old"), "edited/e.go": bad("edited"), "above/a.go": bad("above"),
		"moved/m.go": bad("moved"), "removed/r.go": "package removed\n" + goodHandler,
	})
	gitIn(t, folder, "init -q -b main", "add .", "commit -q -m start", "checkout -q -b work")
	overwrite(t, folder, "edited/e.go", strings.Replace(bad("edited"), `"no"`, `"not you"`, 1))
	overwrite(t, folder, "above/a.go", strings.Replace(bad("above"), "package above\n", "package above\n\n// A comment.\n", 1))
	overwrite(t, folder, "removed/r.go", strings.Replace("package removed\n"+goodHandler, "\t\tw.Header().Set(\"WWW-Authenticate\", `Basic realm=\"x\"`)\n", "", 1))
	gitIn(t, folder, "mv moved/m.go moved/n.go", "commit -q -a -m work")
	overwrite(t, folder, "old/n.go", strings.ReplaceAll(bad("old"), "Bad", "New")) // git does not know it
	// What has been done on the other branch is no change on this one.
	gitIn(t, folder, "checkout -q main")
	overwrite(t, folder, "old/o.go", strings.Replace(bad("old"), `"no"`, `"not you"`, 1))
	gitIn(t, folder, "commit -q -m main old/o.go", "checkout -q work")

	const want = "edited/e.go old/n.go removed/r.go"
	if got := authvet(t, folder, "-since=main", "./..."); files(got.stdout) != want || got.code != exitFailed || got.stderr != "" {
		t.Errorf("findings in %q, want %q\n%+v", files(got.stdout), want, got)
	}
	if got := authvet(t, folder, "-C", "edited", "-since=main", "../..."); files(got.stdout) != "e.go ../old/n.go ../removed/r.go" {
		t.Errorf("from a folder inside: %+v", got)
	}
	if got := authvet(t, folder, "-since=main", "./above", "./moved"); got != (result{}) {
		t.Errorf("where no finding has changed: %+v", got)
	}
	got := authvet(t, folder, "-since=nowhere", "./old")
	if got.code != exitUsage || !strings.Contains(got.stderr, `authvet: -since: git knows no revision "nowhere"`) {
		t.Errorf("-since=nowhere: %+v", got)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(folder, link); err != nil {
		t.Skip(err)
	}
	if got := authvet(t, link, "-since=main", "./edited"); files(got.stdout) != "edited/e.go" {
		t.Errorf("through a symbolic link: %+v", got)
	}
}

func TestParseDiff(t *testing.T) {
	const diff = `diff --git a/a.go b/a.go
--- a/a.go
+++ b/a.go
@@ -3 +3,2 @@ func f() {
--- not a header
+++ b/not-a-header.go
+two
@@ -9,2 +10,0 @@
-x
-y
\ No newline at end of file
diff --git "a/q\"\303\244.go" "b/q\"\303\244.go"
--- "a/q\"\303\244.go"
+++ "b/q\"\303\244.go"
@@ -0,0 +1 @@
+x
--- a/with space.go	
+++ b/with space.go	
@@ -1 +1 @@
-x
+y
--- a/gone.go
+++ /dev/null
@@ -1 +0,0 @@
-x
`
	want := map[string]spans{
		"a.go": {{3, 4}, {10, 11}}, `q"ä.go`: {{1, 1}}, "with space.go": {{1, 1}}, "/dev/null": {{0, 1}},
	}
	if got := parseDiff(diff); !maps.EqualFunc(got, want, slices.Equal) {
		t.Errorf("parseDiff = %v, want %v", got, want)
	}
}
