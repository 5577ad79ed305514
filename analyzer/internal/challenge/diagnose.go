package challenge

import "fmt"

// A death is the place at which no reading goes on.
type death struct {
	*trace
	i     int // the symbol that does not fit, len(syms) at the end
	off   int
	part  *part  // the challenge that was being read, or nil
	prev  *part  // the one before it, or nil
	param *param // the parameter that was being read, or nil
}

// diagnose puts in words why nothing makes the value right.
func diagnose(t *trace) Problem {
	d := death{trace: t, i: t.read()}
	if d.i < len(t.syms) {
		d.off = t.syms[d.i].off
	} else if d.i > 0 {
		d.off = t.syms[d.i-1].end()
	}
	parts := t.parts()
	if n := len(parts); n > 0 {
		d.part = parts[n-1]
		if n > 1 {
			d.prev = parts[n-2]
		}
		if m := len(d.part.params); m > 0 {
			d.param = d.part.params[m-1]
		}
	}
	p := d.problem()
	p.grammar = true
	return p
}

// at gives a problem at the symbol that does not fit.
func (d *death) at(format string, args ...any) Problem {
	return Problem{Offset: d.off, Text: fmt.Sprintf(format, args...)}
}

// sym is the symbol that does not fit; a NUL at the end.
func (d *death) sym() symbol {
	if d.i < len(d.syms) {
		return d.syms[d.i]
	}
	return symbol{off: d.off}
}

func (d *death) atEnd() bool { return d.i == len(d.syms) }

// found names what does not fit.
func (d *death) found() string {
	y := d.sym()
	switch {
	case d.atEnd():
		return "the end"
	case y.hole == Quoted:
		return "a quoted string"
	case y.hole == Number:
		return "a number"
	case y.hole == TokenLike:
		return "a word"
	case y.b == '"':
		return "a quote"
	case y.b == ',':
		return "a comma"
	case y.blank():
		return "a blank"
	case y.b >= 0x80:
		return fmt.Sprintf("the byte %#x, outside ASCII,", y.b)
	}
	return fmt.Sprintf("%q", rune(y.b))
}

func (d *death) problem() Problem {
	y := d.sym()
	if !d.atEnd() && y.hole == Known && isControl(y.b) {
		return d.at("the control character %#02x: expected none in a header value", y.b)
	}
	switch s := d.last(); s {
	case atStart, afterComma, beforeNext:
		return d.element(s)
	case inScheme:
		return d.scheme()
	case afterSpace:
		return d.at("%s after the scheme%s: expected name=\"value\"", d.found(), named(d.part))
	case inName, afterName:
		return d.name()
	case inToken68, inPadding, afterWord:
		return d.word()
	case afterEqual, inToken:
		return d.unquoted()
	case inQuoted, inEscape:
		return d.quoted()
	}
	return d.behindValue()
}

// named gives a blank and the scheme, where it is known.
func named(p *part) string {
	if p == nil || p.vague {
		return ""
	}
	return " " + p.scheme
}

// element is a list that goes wrong between its elements.
func (d *death) element(s state) Problem {
	switch {
	case d.atEnd() && s == atStart:
		return d.at("the value is empty: expected a scheme")
	case d.atEnd():
		i := d.back(d.i)
		comma := d.syms[i].off
		end := Edit{Start: comma, End: d.off}
		return Problem{Offset: comma, Text: "a comma at the end: expected an element after it", Fix: []Edit{end}}
	case d.sym().is(','):
		p := d.at("an empty list element: expected a scheme or a parameter before the comma")
		p.Fix = []Edit{{Start: d.off, End: d.off + 1}}
		return p
	case s == afterComma:
		return d.at("%s after the comma: expected a parameter or a scheme", d.found())
	}
	return d.at("%s where a challenge begins: expected a scheme", d.found())
}

// back is the last symbol before i that is not blank.
func (d *death) back(i int) int {
	for i--; i > 0 && d.syms[i].blank(); i-- {
	}
	return i
}

// scheme is a scheme that is none, or is followed by what can't follow.
func (d *death) scheme() Problem {
	if !d.sym().is('=') {
		return d.at("%s after the scheme%s: expected a space", d.found(), named(d.part))
	}
	off, name := d.part.off, "a parameter"
	if !d.part.vague {
		name = "the parameter " + d.part.scheme
	}
	switch prev := d.prev; {
	case prev == nil:
		return Problem{Offset: off, Text: fmt.Sprintf("no scheme: expected one and a space before %s", name)}
	case emptied(prev) != "":
		return Problem{Offset: prev.at68, Text: fmt.Sprintf("the parameter %s has no value: expected %[1]s=\"…\"", emptied(prev))}
	case prev.at68 >= 0:
		text := fmt.Sprintf("%s follows a token68: expected a scheme and a space before it", name)
		return Problem{Offset: off, Text: text}
	}
	for i := d.i - 1; i > 0; i-- {
		if d.syms[i].is(',') {
			off = d.syms[i].off
			break
		}
	}
	text := fmt.Sprintf("a comma between the scheme%s and %s: expected a space", named(d.prev), name)
	return Problem{Offset: off, Text: text}
}

// name is a parameter's name without what belongs to it.
func (d *death) name() Problem {
	name := "a parameter's name"
	if !d.param.vague {
		name = d.param.name
	}
	if d.sym().is(',') || d.atEnd() {
		return d.at("the parameter %s has no value: expected %[1]s=\"…\"", name)
	}
	return d.at("%s after %s: expected \"=\"", d.found(), name)
}

// word is a token68, or a scheme and a tab, that something follows.
func (d *death) word() Problem {
	if d.part.at68 < 0 {
		return d.at("%s behind the scheme%s: expected one space between them, no tab", d.found(), named(d.part))
	}
	if name := emptied(d.part); name != "" && !d.sym().blank() {
		return d.at("%s behind %s=: expected %[2]s=\"…\"", d.found(), name)
	}
	return d.at("%s behind the token68: expected a comma or the end", d.found())
}
