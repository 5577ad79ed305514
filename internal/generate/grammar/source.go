package grammar

import (
	"fmt"
	"strings"
)

// File tells which of the two files of a package a line stands in.
type File byte

const (
	App File = 'a'
	Lib File = 'l'
)

// Line is a line of a generated file.
type Line struct {
	File File
	N    int
}

func (l Line) String() string { return fmt.Sprintf("%c%d", l.File, l.N) }

// Source is a package of handlers, printed.
type Source struct {
	Name     string // of the package, and the folder it stands in; that of its helpers ends in "lib"
	Handlers []*Handler
	App, Lib string
	Owner    map[Line]*Handler // whose function a line belongs to
	Fn       map[Line]int      // and which of its functions
	Given    map[Line]bool     // lines that write a text which the function was given
	Alters   map[Line]bool     // lines of wrappers that send another status than they are given
	Varies   map[Line]bool     // lines that name a status which stands in a variable
	Twice    map[Line]bool     // lines of helpers that one function defers twice
	Closed   map[Line]*Stmt    // the closure that a line stands in
	Returns  map[Line]bool     // lines that return a value with a status in it
	Defers   map[Line]bool     // lines that defer a call
	Nexts    map[Line]bool     // lines that call the next handler
	Failing  Line              // where the adapters answer
	Numbered Line
	At, End  map[*Stmt]Line // where a statement stands; where a closure ends
	Ends     map[Line]*Stmt // the closure that ends on a line
	Loops    map[*Stmt]bool // breaks and continues that stand in a loop
	Starts   map[Line]Line  // where a call begins, by the line on which it ends
}

// Excerpt is the code of the handlers alone, with their lines.
func (s *Source) Excerpt() string {
	var b strings.Builder
	for _, f := range []struct {
		file File
		text string
	}{{Lib, s.Lib}, {App, s.App}} {
		n := 0
		for line := range strings.Lines(f.text) {
			n++
			if s.Owner[Line{f.file, n}] != nil {
				fmt.Fprintf(&b, "%c%-4d %s", f.file, n, line)
			}
		}
	}
	return b.String()
}
