package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestGitLab runs the script of the example for GitLab the way a runner does, with the variables of a merge request. Only what
// installs authvet is left out.
func TestGitLab(t *testing.T) {
	t.Parallel()
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip(err)
	}
	_, example, _ := strings.Cut(readFile(t, filepath.Join("..", ".."), "docs/ci.md"), "## GitLab\n")
	_, example, _ = strings.Cut(example, "  script:\n")
	var script strings.Builder
	for line := range strings.Lines(example) {
		command, ok := strings.CutPrefix(line, "    - ")
		if !ok {
			break
		}
		if !strings.HasPrefix(command, "go install ") {
			script.WriteString(command)
		}
	}
	if strings.Count(script.String(), "authvet ") < 2 {
		t.Fatalf("the example's script is %q", script.String())
	}
	folder := writeFiles(t, map[string]string{"go.mod": goMod("example.com/m"), "old/o.go": "package old\n" + badComment})
	gitIn(t, folder, "init -q -b main", "add .", "commit -q -m start", "tag base")
	env := append(noGitConfig, "CI_MERGE_REQUEST_DIFF_BASE_SHA=base", "PATH="+filepath.Dir(program)+string(os.PathListSeparator)+os.Getenv("PATH"))
	run := func() result { return execute(t, folder, env, shell, "-eo", "pipefail", "-c", script.String()) }
	if got := run(); got != (result{}) {
		t.Errorf("with nothing new: %+v", got)
	}
	if page := readFile(t, folder, "authvet.html"); !strings.Contains(page, "old/o.go:3:1") {
		t.Errorf("the page lacks what is old:\n%s", page)
	}
	overwrite(t, folder, "old/o.go", "package old\n"+badComment+badComment)
	if got := run(); files(got.stdout) != "old/o.go" || got.code != exitFailed || got.stderr != "" {
		t.Errorf("with something new: %+v", got)
	}
}
