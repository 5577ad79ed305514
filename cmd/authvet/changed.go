package main

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// changes is what has changed in a git work tree since a revision.
type changes struct {
	root  string           // of the work tree, without symbolic links
	files map[string]spans // by name from the root, with slashes
}

// spans are ranges of lines. The whole file, where it is new and git does not know it, is one without an end.
type spans []span

type span struct{ first, last int }

const endless = int(^uint(0) >> 1)

// changesSince asks git. The revision stands for where the current branch has left it: what has been done on the other side
// since is no change here. Files that git does not know yet, and does not ignore, are new.
func changesSince(revision string) (*changes, error) {
	root, err := git("rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	root, err = filepath.EvalSymlinks(filepath.FromSlash(strings.TrimSuffix(root, "\n")))
	if err != nil {
		return nil, err
	}
	commit, err := git("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("-since: git knows no revision %q here (a shallow clone has only the newest; in CI fetch the whole history)", revision)
	}
	commit = strings.TrimSpace(commit)
	// Without a common ancestor, as in a shallow clone, the revision itself must do.
	if base, err := git("merge-base", commit, "HEAD"); err == nil {
		commit = strings.TrimSpace(base)
	}
	diff, err := git("-C", root, "-c", "core.quotePath=false", "diff", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff",
		"--no-textconv", "--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/", commit, "--", "*.go")
	if err != nil {
		return nil, err
	}
	unknown, err := git("-C", root, "ls-files", "-z", "--others", "--exclude-standard", "--", "*.go")
	if err != nil {
		return nil, err
	}
	files := parseDiff(diff)
	for name := range strings.SplitSeq(strings.TrimSuffix(unknown, "\x00"), "\x00") {
		files[name] = spans{{1, endless}}
	}
	return &changes{root, files}, nil
}

// git runs a git command and returns what it prints.
func git(args ...string) (string, error) {
	out, err := exec.Command("git", args...).Output()
	var exit *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", fmt.Errorf("-since needs git: %w", err)
	case errors.As(err, &exit):
		first, _, _ := strings.Cut(strings.TrimSpace(string(exit.Stderr)), "\n")
		return "", fmt.Errorf("-since: git says: %s", first)
	}
	return string(out), err
}

// parseDiff reads a diff without context: which lines of the new files it has written. Where it has only taken lines away, the
// lines on both sides count, since one of them may be what is wrong now.
func parseDiff(diff string) map[string]spans {
	files := make(map[string]spans)
	var name string
	var left, right int // lines that are still to come in this hunk: those may look like a header
	for line := range strings.Lines(diff) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case left > 0 && strings.HasPrefix(line, "-"):
			left--
		case right > 0 && strings.HasPrefix(line, "+"):
			right--
		case strings.HasPrefix(line, "+++ "):
			name = diffName(line[len("+++ "):])
		case strings.HasPrefix(line, "@@ "):
			fields := strings.Fields(line) // @@ -1,2 +3,4 @@
			if len(fields) < 4 {
				continue
			}
			_, left = hunkRange(fields[1])
			first, count := hunkRange(fields[2])
			right = count
			if count == 0 {
				files[name] = append(files[name], span{first, first + 1})
			} else {
				files[name] = append(files[name], span{first, first + count - 1})
			}
		}
	}
	return files
}

// diffName reads a file's name as it stands in a diff, with its prefix b/ and perhaps in quotes.
func diffName(text string) string {
	if name, err := strconv.Unquote(text); err == nil {
		text = name
	}
	// A tab ends a name with spaces in it.
	return strings.TrimPrefix(strings.TrimSuffix(text, "\t"), "b/")
}

// hunkRange reads -first,count or +first,count; a count of one is left out.
func hunkRange(text string) (first, count int) {
	before, after, found := strings.Cut(text[1:], ",")
	first, _ = strconv.Atoi(before)
	if !found {
		return first, 1
	}
	count, _ = strconv.Atoi(after)
	return first, count
}

// has reports whether any of a finding's lines has changed.
func (c *changes) has(f *finding) bool {
	file, line, _ := splitPosn(f.Posn)
	last := line
	if endFile, end, _ := splitPosn(f.End); endFile == file {
		last = max(line, end)
	}
	for _, s := range c.files[c.name(file)] {
		if line <= s.last && s.first <= last {
			return true
		}
	}
	return false
}

// name is a file's name from the root of the work tree. Its folder may have been reached through a symbolic link.
func (c *changes) name(file string) string {
	if folder, err := filepath.EvalSymlinks(filepath.Dir(file)); err == nil {
		file = filepath.Join(folder, filepath.Base(file))
	}
	name, err := filepath.Rel(c.root, file)
	if err != nil {
		return ""
	}
	return filepath.ToSlash(name)
}
