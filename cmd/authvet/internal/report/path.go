package report

import (
	"cmp"
	"slices"
)

// path is the way to a finding: where the handler starts, the conditions that decide, and the answer.
func (s *Sources) path(f *Finding) []Note {
	steps := s.start(f)
	for _, c := range s.conditions(f) {
		steps = append(steps, Note{c.Place, c.said()})
	}
	return append(steps, Note{f.Place, f.Message})
}

// start is where the function around a finding starts; none if there is no function.
func (s *Sources) start(f *Finding) []Note {
	fn, ok := s.functionOf(f)
	if !ok {
		return nil
	}
	return []Note{{fn.start, fn.called() + " starts here"}}
}

// called is what to call the function in a sentence.
func (fn function) called() string {
	switch {
	case fn.name == "":
		return "the function"
	case fn.literal:
		return "the function in " + fn.name
	}
	return fn.name
}

// decidesHere is what a related position says where it is the condition that decides: the path says so by itself.
const decidesHere = "this decides"

// explains reports whether a related position says more than the conditions do.
func (n Note) explains(conditions []condition) bool {
	return n.Message != decidesHere || !slices.ContainsFunc(conditions, func(c condition) bool { return c.contains(n.Place) || n.contains(c.Place) })
}

// codeLine is a line on the way to a finding, with what there is to say of it, from left to right.
type codeLine struct {
	number int
	notes  []Note
}

// onTheWay chooses the lines of the finding's file that say most about how it comes about, at most so many, and adds its own line,
// in the order of the file. What explains it in another file comes back by itself.
func (s *Sources) onTheWay(f *Finding, most int) (lines []codeLine, elsewhere []Note) {
	ranked, elsewhere := s.ranked(f)
	lines = append(lines, codeLine{number: f.Line})
	for _, n := range ranked {
		i := slices.IndexFunc(lines, func(l codeLine) bool { return l.number == n.Line })
		switch {
		case n.File != f.File || n.Line == f.Line || i < 0 && len(lines) > most:
			continue
		case i < 0:
			i = len(lines)
			lines = append(lines, codeLine{number: n.Line})
		}
		if n.Message != "" && !slices.ContainsFunc(lines[i].notes, func(other Note) bool { return other.Message == n.Message }) {
			lines[i].notes = append(lines[i].notes, n)
		}
	}
	for _, line := range lines {
		slices.SortStableFunc(line.notes, func(a, b Note) int { return cmp.Compare(a.Column, b.Column) })
	}
	slices.SortFunc(lines, func(a, b codeLine) int { return cmp.Compare(a.number, b.number) })
	return lines, elsewhere
}

// ranked is what is on the way, with what says most in front: what is said to explain the finding, the condition that decided
// last, the start of the function, and the conditions before.
func (s *Sources) ranked(f *Finding) (ranked, elsewhere []Note) {
	conditions := s.conditions(f)
	for _, n := range f.Related {
		switch {
		case n.File != f.File:
			elsewhere = append(elsewhere, n)
		case n.explains(conditions):
			ranked = append(ranked, n)
		}
	}
	start := len(ranked)
	for _, c := range slices.Backward(conditions) {
		ranked = append(ranked, Note{c.Place, c.said()})
	}
	start = min(start+1, len(ranked)) // behind the last condition
	for _, n := range s.start(f) {
		ranked = slices.Insert(ranked, start, Note{Place: n.Place}) // the line says it by itself
	}
	return ranked, elsewhere
}
