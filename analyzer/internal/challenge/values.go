package challenge

import (
	"fmt"
	"strings"
)

// label names a parameter in a message.
func (a *param) label() string {
	switch {
	case a.vague:
		return "a value"
	case strings.EqualFold(a.name, "realm"):
		return "the realm"
	}
	return "the value of " + a.name
}

// model shows how a parameter is written right.
func (a *param) model() string {
	if a.vague {
		return `"…"`
	}
	return a.name + `="…"`
}

// unquoted is a value without quotes that is no token.
func (d *death) unquoted() Problem {
	a, y := d.param, d.sym()
	start := a.sym
	if start < 0 {
		start = d.i
	}
	value := symbol{off: d.off}
	if start < len(d.syms) {
		value = d.syms[start]
	}
	switch {
	case d.last() == afterEqual && (d.atEnd() || y.is(',')):
		return d.at("%s is missing: expected %s", a.label(), a.model())
	case value.is('\''):
		return singleQuoted(d.syms, a)
	case y.is('\\') && start == d.i:
		return d.at("a backslash before %s: expected %s", a.label(), a.model())
	case y.is('"'):
		p := d.at("a quote ends %s, and none begins it: expected %s", a.label(), a.model())
		if rest := skipBlank(d.syms, d.i+1); rest == len(d.syms) || d.syms[rest].is(',') {
			p.Fix = []Edit{{Start: value.off, End: value.off, New: `"`}}
		}
		return p
	case y.is(';') && start < d.i && pair(d.syms, d.i+1):
		return d.semicolon()
	}
	text := fmt.Sprintf("%s is not quoted: expected %s", a.label(), a.model())
	return Problem{Offset: value.off, Text: text, Fix: wrap(d.syms, start)}
}

// singleQuoted is a value in the wrong quotes. Single quotes are letters of a
// token, so clients take them for part of the value.
func singleQuoted(syms []symbol, a *param) Problem {
	p := Problem{Offset: syms[a.sym].off}
	p.Text = fmt.Sprintf("%s is in single quotes: expected %s", a.label(), a.model())
	end, sure := region(syms, a.sym)
	if last := end - 1; sure && last > a.sym && syms[last].is('\'') {
		p.Fix = []Edit{
			{Start: p.Offset, End: p.Offset + 1, New: `"`},
			{Start: syms[last].off, End: syms[last].end(), New: `"`},
		}
	}
	return p
}

// semicolon is a parameter that ends as in other headers.
func (d *death) semicolon() Problem {
	p := d.at(`";" between parameters: expected a comma`)
	p.Fix = []Edit{{Start: d.off, End: d.off + 1, New: ","}}
	return p
}

// quoted is a string that does not end, or can't go on.
func (d *death) quoted() Problem {
	a, y := d.param, d.sym()
	open := d.off
	if a.sym >= 0 {
		open = d.syms[a.sym].off
	}
	if !d.atEnd() && y.hole == Quoted {
		p := Problem{Offset: open, Text: fmt.Sprintf("%s is quoted twice: expected %s", a.label(), a.model())}
		if a.sym == d.i-1 && d.i+1 < len(d.syms) && d.syms[d.i+1].is('"') {
			p.Fix = []Edit{{Start: open, End: open + 1}, {Start: y.end(), End: y.end() + 1}}
		}
		return p
	}
	p := Problem{Offset: open, Text: fmt.Sprintf("the quoted string is not closed: expected a quote behind %s", a.label())}
	if d.last() == inQuoted && !strings.ContainsAny(a.value, ",=;") {
		p.Fix = []Edit{{Start: d.off, End: d.off, New: `"`}}
	}
	return p
}

// behindValue is a parameter that is complete, and what can't follow it.
func (d *death) behindValue() Problem {
	a := d.param
	switch {
	case a == nil || a.sym < 0: // the value is in a hole
		if pair(d.syms, d.i) {
			return d.at("parameters without a comma between them: expected one before %s", word(d.syms, d.i))
		}
		return d.at("%s behind a value: expected a comma or the end", d.found())
	case a.quoted && d.sym().hole == Known && strings.HasSuffix(strings.TrimSpace(a.value), "=") && strings.Contains(a.value, ","):
		text := fmt.Sprintf("the quoted string is not closed: expected a quote behind %s, before the comma", a.label())
		return Problem{Offset: d.syms[a.sym].off, Text: text}
	case d.sym().is(';') && pair(d.syms, d.i+1):
		return d.semicolon()
	case d.syms[a.sym].is('\'') && !a.quoted:
		return singleQuoted(d.syms, a)
	case pair(d.syms, d.i):
		p := d.at("parameters without a comma between them: expected one before %s", word(d.syms, d.i))
		comma := Edit{Start: a.close, End: a.close, New: ","}
		if a.close == d.off {
			comma.New = ", "
		}
		p.Fix = []Edit{comma}
		return p
	case !a.quoted:
		p := Problem{Offset: d.syms[a.sym].off, Fix: wrap(d.syms, a.sym)}
		p.Text = fmt.Sprintf("%s is not quoted, and more than a word: expected %s", a.label(), a.model())
		return p
	}
	return d.at("%s behind %s: expected a comma or the end", d.found(), a.label())
}
