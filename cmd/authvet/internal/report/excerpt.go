package report

import (
	"cmp"
	"slices"
)

// excerptLine is a line of the code that a page shows of a finding.
type excerptLine struct {
	Number   int
	Skipped  int       // lines that are left out here; then there is nothing else
	Mark     string    // what the path does here: one of the marks, "" if it passes by
	On       bool      // the path has started, and not come to its end yet
	Segments []segment // the code
	Notes    []string  // what there is to say of the line
}

// segment is a piece of a line, with what the path does there and, of a condition, how it came out.
type segment struct {
	Text, Mark, Way string
}

// What the path does at a place, as the page's style names it.
const (
	markStart   = "start"
	markDecides = "decides"
	markRelated = "related"
	markAnswer  = "answer"
)

// marked is a note with its mark.
type marked struct {
	Note
	mark string
	way  string // of a condition
}

// excerpt is the function around a finding up to it, with the path drawn through it, and at its end in brief what is wrong. What is
// in other files comes back by itself.
func (s *Sources) excerpt(f *Finding, brief string) (lines []excerptLine, elsewhere []Note) {
	const after = 2 // lines below the last mark
	const near = 2  // lines next to a mark that stay where others are left out
	marks, elsewhere := s.marks(f, brief)
	first, last := marks[0].Line, marks[0].Line
	for _, m := range marks {
		first, last = min(first, m.Line), max(last, m.EndLine)
	}
	end := last + after
	if fn, ok := s.functionOf(f); ok {
		end = max(last, min(end, fn.whole.EndLine))
	}
	skipped := 0
	for number := first; number <= min(end, len(s.of(f.File).lines)); number++ {
		if !slices.ContainsFunc(marks, func(m marked) bool { return number >= m.Line-near && number <= m.EndLine+near }) {
			skipped++
			continue
		}
		if skipped > 0 {
			lines = append(lines, excerptLine{Skipped: skipped, On: true})
			skipped = 0
		}
		line := s.excerptLine(f.File, number, marks)
		line.On = number >= first && number <= f.Line
		lines = append(lines, line)
	}
	return lines, elsewhere
}

// marks are the places in the finding's file that the path goes through, and those that explain it, the most important ones last.
func (s *Sources) marks(f *Finding, brief string) (all []marked, elsewhere []Note) {
	for _, n := range s.start(f) {
		all = append(all, marked{n, markStart, ""})
	}
	conditions := s.conditions(f)
	for _, c := range conditions {
		if c.File == f.File {
			m := marked{Note{Place: c.Place}, markDecides, c.way} // the mark shows what
			if c.way == "" {
				m.Message = decidesHere
			}
			all = append(all, m)
		}
	}
	for _, n := range f.Related {
		switch {
		case n.File != f.File:
			elsewhere = append(elsewhere, n)
		case n.explains(conditions):
			all = append(all, marked{n, markRelated, ""})
		}
	}
	return append(all, marked{Note{f.Place, brief}, markAnswer, ""}), elsewhere
}

func (s *Sources) excerptLine(file string, number int, marks []marked) excerptLine {
	line := excerptLine{Number: number}
	text := s.line(file, number)
	var spans []span
	for _, m := range marks {
		if number < m.Line || number > m.EndLine {
			continue
		}
		if number == m.Line {
			line.Mark = m.mark
			if m.Message != "" && m.mark != markStart && !slices.Contains(line.Notes, m.Message) {
				line.Notes = append(line.Notes, m.Message)
			}
		}
		start, end := 0, len(text)
		if number == m.Line {
			start = min(m.Column-1, end)
		}
		if number == m.EndLine {
			end = max(min(m.EndColumn-1, end), start)
		}
		if m.mark != markStart { // nearly all of the line would be marked
			spans = append(spans, span{start, end, segment{Mark: m.mark, Way: m.way}})
		}
	}
	line.Segments = cut(text, spans)
	return line
}

// span is a marked piece of a line, in bytes, with the segment that it becomes.
type span struct {
	start, end int
	segment
}

// cut takes a line apart into what is marked and what is not. Where marks overlap, the first one stays.
func cut(text string, spans []span) []segment {
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var all []segment
	at := 0
	for _, sp := range spans {
		if sp.start < at || sp.end <= sp.start {
			continue
		}
		if sp.start > at {
			all = append(all, segment{Text: text[at:sp.start]})
		}
		sp.Text = text[sp.start:sp.end]
		all = append(all, sp.segment)
		at = sp.end
	}
	if at < len(text) {
		all = append(all, segment{Text: text[at:]})
	}
	return all
}
