package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What the README leaves out of its two examples. Its line numbers count it.
const (
	beforeAccount = "package main\n\nimport (\n\t\"fmt\"\n\t\"net/http\"\n)\n\nfunc valid(user, password string) bool { return user == password }\n"
	beforeStats   = "package main\n\nimport (\n\t\"net/http\"\n\t\"strings\"\n\t\"time\"\n)\n\ntype user struct{ admin bool }\n\n" +
		"var users = map[string]*user{}\n\nfunc main() {}\n\n\n"
)

var codeBlock = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")

// TestReadme has the examples that begin the README analysed, and mended: authvet says word for word what stands there.
func TestReadme(t *testing.T) {
	t.Parallel()
	var blocks []string
	for _, m := range codeBlock.FindAllStringSubmatch(readFile(t, filepath.Join("..", ".."), "README.md"), -1) {
		if m[1] != "sh" {
			blocks = append(blocks, m[2])
		}
	}
	account, ofAccount, accountMended, stats, ofStats, statsMended := blocks[0], blocks[1], blocks[2], blocks[3], blocks[4], blocks[5]
	folder := writeFiles(t, map[string]string{
		"go.mod":          goMod("example.com/m"),
		"account/main.go": beforeAccount + account + "\nfunc main() {}\n",
		"stats/main.go":   beforeStats + stats,
	})
	for name, want := range map[string]string{"account": ofAccount, "stats": ofStats} {
		if got := authvet(t, folder, "-C", name); got != (result{stdout: want, code: exitFailed}) {
			t.Errorf("%s: %+v, want\n%s", name, got, want)
		}
	}

	authvet(t, folder, "-C", "account", "-fix")
	if got := readFile(t, folder, "account/main.go"); !strings.Contains(got, accountMended) {
		t.Errorf("-fix leaves\n%s\nwant\n%s", got, accountMended)
	}
	begin := strings.Index(stats, "\tif u == nil || ")
	end := begin + strings.Index(stats[begin:], "\t}\n") + len("\t}\n")
	overwrite(t, folder, "stats/main.go", beforeStats+stats[:begin]+statsMended+stats[end:])
	if got := authvet(t, folder); got != (result{}) {
		t.Errorf("mended: %+v", got)
	}
}

// TestDocumentedCommits holds versions and revisions of authvet in the docs to commits that are there.
func TestDocumentedCommits(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..")
	git := func(args ...string) string {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Env = root, append(os.Environ(), "TZ=UTC")
		out, err := cmd.Output()
		if err != nil {
			t.Logf("git %q: %v", args, err)
		}
		return strings.TrimSpace(string(out))
	}
	if git("rev-parse", "--is-shallow-repository") != "false" {
		t.Skip("this is no clone with the whole history")
	}
	version := regexp.MustCompile(`version: v0\.0\.0-(\d{14})-([0-9a-f]{12})\n`).FindStringSubmatch(readFile(t, root, "README.md"))
	rev := regexp.MustCompile(`rev: ([0-9a-f]{40}) `).FindStringSubmatch(readFile(t, root, "docs/ci.md"))
	if version == nil || rev == nil {
		t.Fatal("the documents name no commit")
	}
	if got := git("log", "-1", "--format=%cd", "--date=format-local:%Y%m%d%H%M%S", version[2]); got != version[1] {
		t.Errorf("%s is of %s, and there is a commit of %q", version[2], version[1], got)
	}
	if git("cat-file", "-t", rev[1]) != "commit" {
		t.Errorf("%s is no commit", rev[1])
	}
}
