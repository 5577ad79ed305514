package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// The escape sequences of the terminal, by what they are for.
const (
	strong  = "\x1b[1m"
	faint   = "\x1b[2m"
	red     = "\x1b[31m"
	yellow  = "\x1b[33m"
	cyan    = "\x1b[36m"
	regular = "\x1b[0m"
)

// levelColours are those of what the levels say.
var levelColours = map[string]string{levelError: red, levelWarning: yellow, levelNote: cyan}

// Terminal writes findings for somebody who sits in front of it: the line that go vet would print, and below it the code with
// what leads there.
func Terminal(w io.Writer, r *Report, folder string, colour bool) error {
	t := terminal{r.Sources, folder, colour}
	var text strings.Builder
	for i, f := range r.Findings {
		if i > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(t.finding(&f, r.brief(&f)))
	}
	_, err := io.WriteString(w, text.String())
	return err
}

type terminal struct {
	sources *Sources
	folder  string // the current one: files are named from here
	colour  bool
}

func (t *terminal) paint(colour, text string) string {
	if !t.colour || text == "" {
		return text
	}
	return colour + text + regular
}

func (t *terminal) finding(f *Finding, brief string) string {
	colour := levelColours[f.level()]
	posn := fmt.Sprintf("%s:%d:%d:", t.short(f.File), f.Line, f.Column)
	head := fmt.Sprintf("%s %s %s\n", t.paint(strong, posn), t.paint(colour, f.Rule+":"), visible(f.said()))
	if f.Rule == Why {
		return head
	}
	return head + t.excerpt(f, brief, colour)
}

// short names the file from the folder if that is shorter.
func (t *terminal) short(file string) string {
	if rel, err := filepath.Rel(t.folder, file); err == nil && len(rel) < len(file) {
		return rel
	}
	return file
}

// excerpt shows the lines that lead to the finding and the one that it is on, underlined, with what is wrong there in brief.
func (t *terminal) excerpt(f *Finding, brief, colour string) string {
	if t.sources.line(f.File, f.Line) == "" {
		return ""
	}
	const most = 3 // lines on the way
	lines, elsewhere := t.sources.onTheWay(f, most)
	shown := make([]string, len(lines))
	for i, line := range lines {
		shown[i] = t.sources.line(f.File, line.number)
	}
	indent := commonIndent(shown)
	var text strings.Builder
	for i, line := range lines {
		gutter := t.paint(faint, fmt.Sprintf("%6d |", line.number))
		note := ""
		if len(line.notes) > 0 {
			note = "  " + t.paint(faint, "<- "+visible(joinNotes(line.notes)))
		}
		fmt.Fprintf(&text, "%s %s%s\n", gutter, visible(shown[i][indent:]), note)
		if line.number == f.Line {
			blank, mark := underline(shown[i], indent, f)
			if brief != "" {
				mark += " " + brief
			}
			fmt.Fprintf(&text, "%s %s%s\n", t.paint(faint, "       |"), blank, t.paint(colour, mark))
		}
	}
	for _, note := range elsewhere {
		fmt.Fprintf(&text, "%s %s\n", t.paint(faint, fmt.Sprintf("       = %s:%d:%d:", t.short(note.File), note.Line, note.Column)), visible(note.Message))
	}
	return text.String()
}

// underline is what comes below a finding's line: the blanks before the mark, and the mark.
func underline(line string, indent int, f *Finding) (blank, mark string) {
	start := min(max(f.Column-1, indent), len(line))
	end := len(line)
	if f.EndLine == f.Line {
		end = max(min(f.EndColumn-1, end), start)
	}
	width := func(text string) int { return len([]rune(visible(text))) }
	return strings.Repeat(" ", width(line[indent:start])), strings.Repeat("~", max(width(line[start:end]), 1))
}

func joinNotes(notes []Note) string {
	var messages []string
	for _, n := range notes {
		messages = append(messages, n.Message)
	}
	return strings.Join(messages, "; ")
}

// visible makes of a line what takes as many columns as it has letters: a tab takes four, and what would steer the terminal is
// replaced.
func visible(line string) string {
	var text strings.Builder
	for _, r := range line {
		switch {
		case r == '\t':
			text.WriteString("    ")
		case r < ' ' || r >= 0x7f && r < 0xa0:
			text.WriteRune('·')
		default:
			text.WriteRune(r)
		}
	}
	return text.String()
}

// commonIndent is how many tabs and spaces all lines start with, apart from empty ones.
func commonIndent(lines []string) int {
	indent, first := "", true
	for _, line := range lines {
		own := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if own == line {
			own = "" // it must not be cut short
		}
		if first {
			indent, first = own, false
		}
		for !strings.HasPrefix(own, indent) {
			indent = indent[:len(indent)-1]
		}
	}
	return len(indent)
}
