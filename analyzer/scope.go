package analyzer

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer/internal/event"
	"github.com/authvet/authvet/analyzer/internal/path"
	"github.com/authvet/authvet/analyzer/internal/rule"
)

// directive is one comment "//authvet:ignore <rule> <reason>". It silences the rule on its own line, or, standing alone,
// on the line below.
type directive struct {
	pos, end token.Pos
	file     string
	line     int
	rule     string
	reason   string
	used     bool
}

const ignore = "//authvet:"

// directives reads the comments of a package that are meant for authvet.
func directives(pass *analysis.Pass) []*directive {
	var found []*directive
	for _, file := range pass.Files {
		for _, group := range file.Comments {
			for _, c := range group.List {
				if !strings.HasPrefix(c.Text, ignore) {
					continue
				}
				verb, rest := word(strings.TrimPrefix(c.Text, ignore))
				if verb != "ignore" {
					rest = ""
				}
				id, reason := word(rest)
				p := pass.Fset.Position(c.Pos())
				found = append(found, &directive{pos: c.Pos(), end: c.End(), file: p.Filename, line: p.Line, rule: id,
					reason: reason})
			}
		}
	}
	return found
}

// word cuts a text after its first word, wherever white space is: tabs line comments up.
func word(text string) (first, rest string) {
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		return text, ""
	}
	return text[:end], strings.TrimSpace(text[end:])
}

// silences reports whether the directive is about the rule at a position.
func (d *directive) silences(id string, at token.Position) bool {
	return d.rule == id && d.reason != "" && d.file == at.Filename && (d.line == at.Line || d.line == at.Line-1)
}

// complaint is what is wrong with the directive itself; "" if nothing.
func (d *directive) complaint(s settings) string {
	switch {
	case d.rule == "":
		return "directive: expected //authvet:ignore <rule> <reason>"
	case !slices.Contains(rule.IDs(), d.rule):
		return fmt.Sprintf("directive: no rule is called %q; there are: %s", d.rule, strings.Join(rule.IDs(), ", "))
	case d.reason == "":
		return fmt.Sprintf("directive: say why: //authvet:ignore %s <reason>", d.rule)
	case !d.used && s.checks(d.rule):
		return fmt.Sprintf("directive: nothing is reported here by %s: remove this comment", d.rule)
	}
	return ""
}

// checks reports whether a rule is switched on and shown in full, so that its silence says something.
func (s settings) checks(id string) bool {
	return slices.ContainsFunc(s.rules, func(r rule.Rule) bool { return r.ID == id })
}

// shows reports whether the user wants to see findings in the file at pos.
func (s settings) shows(pass *analysis.Pass, pos token.Pos) bool {
	file := fileOf(pass, pos)
	if file == nil {
		return false // it has no syntax
	}
	name := pass.Fset.File(file.FileStart).Name()
	if !s.InTests && strings.HasSuffix(name, "_test.go") {
		return false
	}
	return s.InGenerated || !event.Generated(file)
}

// judged are the walks that have something to say: what only a test returns, or calls a helper with, is no answer of the server.
func (s settings) judged(pass *analysis.Pass, walks []*path.Walk) []*path.Walk {
	return slices.DeleteFunc(slices.Clone(walks), func(w *path.Walk) bool {
		file := fileOf(pass, w.Func.Pos())
		return !s.InTests && file != nil && strings.HasSuffix(pass.Fset.File(file.FileStart).Name(), "_test.go")
	})
}

func fileOf(pass *analysis.Pass, pos token.Pos) *ast.File {
	for _, file := range pass.Files {
		if file.FileStart <= pos && pos <= file.FileEnd {
			return file
		}
	}
	return nil
}
