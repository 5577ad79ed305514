package main

import "testing"

func TestWorkspace(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{
		"go.work":       "go 1.26\n\nuse (\n\t./app\n\t./lib\n)\n",
		"app/go.mod":    "module example.com/app\n\ngo 1.26\n\nrequire example.com/lib v0.0.0\n",
		"app/app.go":    "package app\n\nimport _ \"example.com/lib/deep\"\n" + badHandler,
		"lib/go.mod":    goMod("example.com/lib"),
		"lib/deep/l.go": "package deep\n" + badHandler,
	})
	// -mod=mod, which the other tests use, is not for workspaces.
	env := []string{"GOFLAGS="}
	for _, ask := range []struct {
		args []string
		want string
	}{
		{[]string{"./app/..."}, "app/app.go"},
		{[]string{"./lib/..."}, "lib/deep/l.go"},
		{[]string{"./app/...", "./lib/..."}, "app/app.go lib/deep/l.go"},
		{[]string{"-C", "app"}, "app.go"},
	} {
		if got := execute(t, folder, env, program, ask.args...); files(got.stdout) != ask.want || got.code != exitFailed {
			t.Errorf("authvet %v: findings in %q, want %q\n%s", ask.args, files(got.stdout), ask.want, got.stderr)
		}
	}
}

func TestVendor(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{
		"go.mod":                        goMod("example.com/m") + "\nrequire example.com/lib v1.0.0\n",
		"app.go":                        "package m\n\nimport _ \"example.com/lib\"\n" + badHandler,
		"vendor/modules.txt":            "# example.com/lib v1.0.0\n## explicit; go 1.26\nexample.com/lib\n",
		"vendor/example.com/lib/lib.go": "package lib\n" + badHandler,
	})
	for _, ask := range []struct {
		args []string
		want string
	}{
		{[]string{"-mod=vendor"}, "app.go"},
		// What was only passed through is complete when asked for.
		{[]string{"-mod=vendor", "example.com/lib"}, "vendor/example.com/lib/lib.go"},
	} {
		if got := authvet(t, folder, ask.args...); files(got.stdout) != ask.want || got.code != exitFailed {
			t.Errorf("authvet %v: findings in %q, want %q\n%s", ask.args, files(got.stdout), ask.want, got.stderr)
		}
	}
	// Without the flag go looks for the module, and there is no proxy.
	if got := authvet(t, folder); got.code != exitFailed || got.stdout != "" {
		t.Errorf("authvet without -mod=vendor: %+v", got)
	}
}

// TestBuildFlags selects files by tags. TestVendor shows build flags reach go vet;
// to the other driver they go another way.
func TestBuildFlags(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{
		"go.mod":    goMod("example.com/m"),
		"m.go":      "package m\n",
		"tagged.go": "//go:build one && two\n\npackage m\n" + badComment,
	})
	got := authvet(t, folder, "-standalone", "-tags=one,two")
	if files(got.stdout) != "tagged.go" || got.stderr != "" {
		t.Errorf("findings in %q, want tagged.go\n%s", files(got.stdout), got.stderr)
	}
}
