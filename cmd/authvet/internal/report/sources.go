package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// Sources reads the files that findings are in, each once. What cannot be read is empty: a report without the code is better
// than none.
type Sources struct {
	files   map[string]*source
	modules map[string]string // folder → folder of its go.mod, "" if there is none
}

// source is one file. Its syntax is nil if it is not Go.
type source struct {
	lines  []string
	syntax *ast.File
	file   *token.File
}

// NewSources returns sources that have read nothing yet.
func NewSources() *Sources {
	return &Sources{files: make(map[string]*source), modules: make(map[string]string)}
}

func (s *Sources) of(name string) *source {
	src, ok := s.files[name]
	if !ok {
		src = readSource(name)
		s.files[name] = src
	}
	return src
}

func readSource(name string) *source {
	data, err := os.ReadFile(name)
	if err != nil {
		return new(source)
	}
	src := &source{lines: strings.Split(string(data), "\n")}
	fset := token.NewFileSet()
	// With errors there may still be a part of the syntax, and it will do.
	if syntax, _ := parser.ParseFile(fset, name, data, parser.SkipObjectResolution); syntax != nil && syntax.Name != nil {
		src.syntax, src.file = syntax, fset.File(syntax.FileStart)
	}
	return src
}

// line returns a line of a file without its end, "" if there is none.
func (s *Sources) line(name string, number int) string {
	lines := s.of(name).lines
	if number < 1 || number > len(lines) {
		return ""
	}
	return strings.TrimSuffix(lines[number-1], "\r")
}

// utf16Column counts a column in UTF-16 code units, as SARIF and editors do, instead of bytes.
func (s *Sources) utf16Column(name string, line, column int) int {
	text := s.line(name, line)
	if column-1 > len(text) {
		return column
	}
	return len(utf16.Encode([]rune(text[:max(column-1, 0)]))) + 1
}

// pos is where a line and column are in the syntax; it is invalid if they are not.
func (src *source) pos(line, column int) token.Pos {
	if src.file == nil || line < 1 || line > src.file.LineCount() || column < 1 {
		return token.NoPos
	}
	if pos := src.file.LineStart(line) + token.Pos(column-1); int(pos) <= src.file.Base()+src.file.Size() {
		return pos
	}
	return token.NoPos
}

// place is where a piece of the syntax stands. Directives such as //line count for nothing: the file is read as it is.
func (src *source) place(name string, start, end token.Pos) Place {
	from, to := src.file.PositionFor(start, false), src.file.PositionFor(end, false)
	return Place{name, from.Line, from.Column, to.Line, to.Column}
}

// inModule is the file's name in its module, with slashes, or only its last part if there is no module.
func (s *Sources) inModule(name string) string {
	if module := s.moduleOf(filepath.Dir(name)); module != "" {
		if rel, err := filepath.Rel(module, name); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.Base(name)
}

func (s *Sources) moduleOf(folder string) string {
	module, ok := s.modules[folder]
	if !ok {
		module = Above(folder, "go.mod")
		s.modules[folder] = module
	}
	return module
}

// Above finds the nearest folder that has an entry of that name, from the given one upwards, "" if there is none.
func Above(folder, entry string) string {
	for {
		if _, err := os.Lstat(filepath.Join(folder, entry)); err == nil {
			return folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return ""
		}
		folder = parent
	}
}
