package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// actionScript returns the one script in action.yml, and the environment that it is given of the inputs, with their defaults.
func actionScript(t *testing.T, inputs map[string]string) (script string, env []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	defaults := make(map[string]string)
	var input string
	text := string(data)
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		trimmed := strings.TrimSpace(line)
		key, value, _ := strings.Cut(trimmed, ": ")
		switch {
		case strings.HasPrefix(line, "  ") && !strings.HasPrefix(line, "   ") && strings.HasSuffix(line, ":"):
			input = strings.TrimSuffix(trimmed, ":")
		case key == "default":
			defaults[input] = strings.Trim(value, "'")
		case strings.HasPrefix(value, "${{ inputs."):
			name := strings.TrimSuffix(strings.TrimPrefix(value, "${{ inputs."), " }}")
			content, ok := defaults[name]
			if !ok {
				t.Errorf("action.yml has no input %s", name)
			}
			if given, ok := inputs[name]; ok {
				content = given
			}
			env = append(env, key+"="+content)
		}
	}
	_, script, found := strings.Cut(text, "      run: |\n")
	if !found || strings.Contains(script, "${{") {
		t.Fatalf("action.yml has no script at its end, or one that GitHub would fill in:\n%s", script)
	}
	return strings.ReplaceAll("\n"+script, "\n        ", "\n"), env
}

// TestAction runs the script of the GitHub action the way a runner does.
func TestAction(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip(err)
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	folder := writeFiles(t, map[string]string{
		".git": "", "a server/go.mod": goMod("example.com/m"), "a server/bad/b.go": "package bad\n" + badHandler, "a server/good/g.go": "package good\n" + goodHandler,
		"a server/noted/n_test.go": "package noted\n" + badComment,
	})
	temp := t.TempDir() // one for all, or each would link authvet anew
	for _, test := range []struct {
		inputs map[string]string
		code   int
		stdout string
	}{
		{nil, exitFailed, "::error file=a server/bad/b.go,"},
		{map[string]string{"packages": "./good ./bad", "format": "text"}, exitFailed, "bad/b.go:6:3: "},
		{map[string]string{"packages": "./good"}, exitClean, ""},
		{map[string]string{"packages": "./noted"}, exitClean, ""},
		{map[string]string{"packages": "./noted", "flags": "-confidence=high -in-tests"}, exitFailed, "::error file=a server/noted/n_test.go,"},
		{map[string]string{"packages": "$(touch hacked)"}, exitFailed, ""},
		{map[string]string{"format": "sarif", "output": "a file"}, exitFailed, ""},
		{map[string]string{"since": "nowhere"}, exitUsage, ""},
	} {
		inputs := map[string]string{"working-directory": "a server"}
		for name, value := range test.inputs {
			inputs[name] = value
		}
		script, env := actionScript(t, inputs)
		env = append(env, "GITHUB_ACTION_PATH="+root, "RUNNER_TEMP="+temp)
		got := execute(t, folder, env, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
		if got.code != test.code || !strings.HasPrefix(got.stdout, test.stdout) || test.stdout == "" && got.stdout != "" {
			t.Errorf("%v: %+v, want exit code %d and %q", test.inputs, got, test.code, test.stdout)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "a server", "hacked")); err == nil {
		t.Error("an input was run as code")
	}
	if got := readFile(t, folder, "a server/a file"); !strings.Contains(got, `"uri": "a%20server/bad/b.go"`) {
		t.Errorf("the output is\n%s", got)
	}
}
