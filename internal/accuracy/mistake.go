package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// mistake is a real one, with the commit that fixed it.
type mistake struct {
	ID         string
	Rule       string // R1 to R6, see rulesOf
	Repo       string
	Fix        string
	Before     string
	File       string
	LineBefore int    `json:"line_before"`
	AfterFile  string `json:"after_file"`
	LineAfter  int    `json:"line_after"` // 0 where the fix is another mistake
	Shape      string
	Builds     string

	result outcome
}

type outcome string

const (
	notTried    outcome = "not tried"
	notLoaded   outcome = "does not load"
	found       outcome = "found"
	onlyLow     outcome = "found with -confidence low"
	missed      outcome = "missed"
	stillSpoken outcome = "found, and reported after its fix too"
)

// rulesOf are the rules that a kind of mistake is reported by.
var rulesOf = map[string][]string{
	"R1": {"missing-challenge"}, "R2": {"forbidden-unauthenticated"}, "R3": {"error-as-ok", "late-status"},
	"R4": {"unauthorized-authenticated"}, "R5": {"denial-falls-through"}, "R6": {"malformed-challenge", "missing-challenge"},
}

func readMistakes(name string) ([]*mistake, error) {
	var list []*mistake
	err := readLines(name, func(m mistake) { list = append(list, &m) })
	return list, err
}

// try looks at the package before and after the fix: the mistake must be reported, and what mends it must not.
func (b *bench) try(m *mistake) error {
	m.result = notTried
	if m.Builds != "yes" {
		return nil
	}
	result, err := kept(b, "fix-"+m.ID, func() (outcome, error) {
		for _, flags := range [][]string{nil, {"-confidence=low"}} {
			before, err := b.at(m, m.Before, m.File, flags)
			if err != nil {
				return notLoaded, nil
			}
			if !m.told(before, place{m.File, m.LineBefore}, 2) {
				continue
			}
			if m.LineAfter > 0 {
				file := m.File
				if m.AfterFile != "" {
					file = m.AfterFile
				}
				after, err := b.at(m, m.Fix, file, flags)
				if err == nil && m.told(after, place{file, m.LineAfter}, 0) {
					return stillSpoken, nil
				}
			}
			if flags != nil {
				return onlyLow, nil
			}
			return found, nil
		}
		return missed, nil
	})
	m.result = result
	return err
}

func (m *mistake) told(findings []finding, at place, slack int) bool {
	return slices.ContainsFunc(findings, func(f finding) bool {
		return slices.Contains(rulesOf[m.Rule], f.Rule) && slices.ContainsFunc(f.Places, func(p place) bool {
			return p.File == at.File && max(p.Line-at.Line, at.Line-p.Line) <= slack
		})
	})
}

// at runs authvet on the package of a file, as it was at a commit.
func (b *bench) at(m *mistake, commit, file string, flags []string) ([]finding, error) {
	name := strings.ReplaceAll(m.Repo, "/", "+")
	root, err := filepath.Abs(filepath.Join(b.work, "trees", name, commit[:12]))
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(root); err != nil {
		if err := checkout(filepath.Join(b.mirrors, name, "repo"), commit, root); err != nil {
			return nil, err
		}
	}
	folder := filepath.Join(root, filepath.Dir(file))
	env := os.Environ()
	if !vendored(root, folder) {
		env = append(env, "GOFLAGS=-mod=mod")
	}
	return b.vet(root, folder, env, flags, []string{"."})
}

// vendored reports whether a folder belongs to a module with its dependencies in it.
func vendored(root, folder string) bool {
	for {
		if _, err := os.Stat(filepath.Join(folder, "vendor", "modules.txt")); err == nil {
			return true
		}
		if folder == root || len(folder) <= len(root) {
			return false
		}
		folder = filepath.Dir(folder)
	}
}

// checkout lays a commit out, without the files that a mirror lacks.
func checkout(mirror, commit, root string) error {
	absent, err := absent(mirror, commit)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(root, 0o777); err != nil {
		return err
	}
	archive := exec.Command("git", append([]string{"-C", mirror, "archive", commit, "--", "."}, absent...)...)
	unpack := exec.Command("tar", "-x", "-C", root)
	if unpack.Stdin, err = archive.StdoutPipe(); err != nil {
		return err
	}
	if err := unpack.Start(); err != nil {
		return err
	}
	if err := archive.Run(); err != nil {
		os.RemoveAll(root)
		return fmt.Errorf("git archive: %w", err)
	}
	return unpack.Wait()
}

// absent lists the files of a commit that a mirror lacks, as what git is to leave out.
func absent(mirror, commit string) ([]string, error) {
	tree, err := exec.Command("git", "-C", mirror, "ls-tree", "-r", "-z", "--format=%(objectname) %(path)", commit).Output()
	if err != nil {
		return nil, err
	}
	files := strings.Split(strings.TrimSuffix(string(tree), "\x00"), "\x00")
	var blobs strings.Builder
	for _, f := range files {
		blob, _, _ := strings.Cut(f, " ")
		blobs.WriteString(blob + "\n")
	}
	check := exec.Command("git", "-C", mirror, "cat-file", "--batch-check")
	check.Stdin = strings.NewReader(blobs.String())
	out, err := check.Output()
	if err != nil {
		return nil, err
	}
	var list []string
	for i, line := range strings.Split(strings.TrimSuffix(string(out), "\n"), "\n") {
		if strings.HasSuffix(line, " missing") {
			_, path, _ := strings.Cut(files[i], " ")
			list = append(list, ":(exclude,literal)"+path)
		}
	}
	return list, nil
}
