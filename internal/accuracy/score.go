package main

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// said is what authvet says of a server.
type said struct {
	Folders  []string // those that load, from the root of the repository
	Findings []finding
}

// judge runs authvet on a server, and holds what it says against the labels.
func (b *bench) judge(s *server) error {
	root, err := filepath.EvalSymlinks(filepath.Join(b.trees, strings.ReplaceAll(s.Repo, "/", "+")))
	if err != nil {
		return err
	}
	what, err := kept(b, s.Repo, func() (said, error) {
		folder, env := filepath.Join(root, s.module), append(os.Environ(), s.settings...)
		packages, folders, err := loadable(folder, env)
		if err != nil {
			return said{}, err
		}
		var w said
		for f := range folders {
			if short, err := filepath.Rel(root, f); err == nil {
				w.Folders = append(w.Folders, filepath.ToSlash(short))
			}
		}
		slices.Sort(w.Folders)
		w.Findings, err = b.vet(root, folder, env, nil, packages)
		return w, err
	})
	if err != nil {
		return err
	}
	s.hold(what)
	return nil
}

// hold counts hits, misses and false findings. A finding meets a label of its rule if it stands within two lines of it, or names such a
// line among its related positions; it is false if it stands at a line that was labelled silent.
func (s *server) hold(what said) {
	findings := distinct(what.Findings)
	claimed := make(map[int]bool)
	for _, l := range s.labels {
		switch {
		case !slices.Contains(what.Folders, folderOf(l.File)):
			s.unloaded++
		case l.Expect != "silent":
			hit := claim(findings, claimed, func(f finding) bool {
				return f.Rule == l.Rule && slices.ContainsFunc(f.Places, func(p place) bool { return l.near(p, 2) })
			})
			if l.Expect == "report" {
				s.count(l, hit)
			}
		}
	}
	for _, l := range s.labels {
		if l.Expect != "silent" || !slices.Contains(what.Folders, folderOf(l.File)) {
			continue
		}
		wrong := false
		for i, f := range findings {
			if !claimed[i] && f.Rule == l.Rule && l.near(f.Places[0], 0) {
				claimed[i], wrong = true, true
				s.of(l.Rule).wrong++
				s.wrong = append(s.wrong, falseFinding{l, f.Message})
			}
		}
		if !wrong {
			s.of(l.Rule).silent++
		}
	}
	for i, f := range findings {
		if !claimed[i] {
			s.of(f.Rule).unlabelled++
		}
	}
}

func (s *server) count(l label, hit bool) {
	if hit {
		s.of(l.Rule).hit++
		return
	}
	s.of(l.Rule).missed++
	s.missed = append(s.missed, l)
}

func (s *server) of(rule string) *score {
	if s.scores[rule] == nil {
		s.scores[rule] = new(score)
	}
	return s.scores[rule]
}

// claim marks the findings that are meant, and reports whether there are any.
func claim(findings []finding, claimed map[int]bool, meant func(finding) bool) bool {
	found := false
	for i, f := range findings {
		if meant(f) {
			claimed[i], found = true, true
		}
	}
	return found
}

// near reports whether a place is where the label says, or at most slack lines away.
func (l label) near(p place, slack int) bool {
	at := []place{{l.File, l.Line}}
	if l.ReportLine > 0 {
		at = append(at, place{cmp.Or(l.ReportFile, l.File), l.ReportLine})
	}
	return slices.ContainsFunc(at, func(q place) bool {
		return p.File == q.File && max(p.Line-q.Line, q.Line-p.Line) <= slack
	})
}

// distinct leaves out findings in tests, and what is said once more of a package that was compiled for a test.
func distinct(findings []finding) []finding {
	findings = slices.DeleteFunc(slices.Clone(findings), func(f finding) bool { return strings.HasSuffix(f.Places[0].File, "_test.go") })
	slices.SortStableFunc(findings, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.Places[0].File, b.Places[0].File), cmp.Compare(a.Places[0].Line, b.Places[0].Line), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(findings, func(a, b finding) bool { return a.Message == b.Message && a.Places[0] == b.Places[0] })
}

func folderOf(file string) string {
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		return file[:i]
	}
	return "."
}
