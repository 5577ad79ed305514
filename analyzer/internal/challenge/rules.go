package challenge

import (
	"fmt"
	"strings"
)

// checkPart judges one challenge by its scheme's rules.
func checkPart(syms []symbol, c *part, status int) []Problem {
	var s scheme
	known := false
	if !c.vague {
		s, known = schemes[strings.ToLower(c.scheme)]
	}
	var out []Problem
	if !c.vague && !known {
		text := fmt.Sprintf("the scheme %s is not in the IANA registry: expected a registered one", c.scheme)
		out = append(out, Problem{Offset: c.off, Text: text, Low: true})
	}
	out = append(out, checkShape(c, s)...)
	out = append(out, repeated(c)...)
	for _, a := range c.params {
		if a.vague || a.sym < 0 {
			continue
		}
		out = append(out, checkQuotes(syms, a, s)...)
		out = append(out, checkLetter(syms, a)...)
		if p, ok := checkCharset(syms, a, s); ok {
			out = append(out, p)
		}
		if p, ok := checkCode(c, a, s, status); ok {
			out = append(out, p)
		}
	}
	return out
}

// checkShape judges what a challenge is made of.
func checkShape(c *part, s scheme) []Problem {
	var out []Problem
	one := func(off int, low bool, format string, args ...any) {
		out = append(out, Problem{Offset: off, Text: fmt.Sprintf(format, args...), Low: low})
	}
	if c.at68 >= 0 && !c.vague68 && !c.open && !c.vague {
		switch name := emptied(c); {
		case name != "":
			one(c.at68, false, "the parameter %s has no value: expected %[1]s=\"…\"", name)
			return out
		case s.noToken68:
			one(c.at68, false, "a token68 where %s takes parameters: expected name=\"value\"", c.scheme)
			return out
		}
	}
	if s.noParams && len(c.params) > 0 && c.params[0].run == 0 {
		one(c.params[0].off, false, "a parameter where %s takes none: expected a token68 or nothing", c.scheme)
	}
	if c.open || c.vague || c.at68 >= 0 {
		return out
	}
	if s.alone != "" && len(c.params) == 0 {
		one(c.off, true, "%s without parameters: expected %s", c.scheme, s.alone)
	}
	for _, want := range s.required {
		if !c.holds(want) {
			one(c.off, false, "%s without %s: expected %[2]s=\"…\"", c.scheme, want)
		}
	}
	return out
}

// holds reports whether the challenge holds the parameter, or may hold it.
func (c *part) holds(name string) bool {
	for _, a := range c.params {
		if a.vague || strings.EqualFold(a.name, name) {
			return true
		}
	}
	return false
}

// checkQuotes judges whether a value is quoted as its parameter wants.
func checkQuotes(syms []symbol, a *param, s scheme) []Problem {
	first, name := syms[a.sym], strings.ToLower(a.name)
	if a.quoted {
		if !s.unquoted[name] {
			return nil
		}
		p := Problem{Offset: first.off, Text: fmt.Sprintf("%s is quoted: expected %s=… without quotes", a.label(), a.name)}
		start, end := a.text(syms)
		if first.is('"') && (a.hole || isToken(a.value) && end-start == len(a.value)) {
			p.Fix = []Edit{{Start: first.off, End: start}, {Start: end, End: a.close}}
		}
		return []Problem{p}
	}
	if first.is('\'') {
		return []Problem{singleQuoted(syms, a)}
	}
	// RFC 9110 11.5 and RFC 7616 3.3: a sender must quote these, be they tokens or not.
	must := name == "realm" || s.quoted[name]
	if first.hole == Any {
		must = (must || prose[name] || name == "scope") && bare(syms, a.sym)
	}
	if !must {
		return nil
	}
	p := Problem{Offset: first.off, Text: fmt.Sprintf("%s is not quoted: expected %s", a.label(), a.model())}
	p.Low = name == "scope" // one scope may be a token
	p.Fix = wrap(syms, a.sym)
	return []Problem{p}
}

func isToken(s string) bool {
	for i := range len(s) {
		if !isTchar(s[i]) {
			return false
		}
	}
	return s != ""
}

// text is where the value stands, without quotes but with its escapes.
func (a *param) text(syms []symbol) (start, end int) {
	start, end = syms[a.sym].off, a.close
	if syms[a.sym].is('"') {
		return start + 1, end - 1
	}
	return start, end
}

// checkLetter finds what clients must take and servers should not send.
func checkLetter(syms []symbol, a *param) []Problem {
	var out []Problem
	if a.spaced && a.eq >= 0 {
		// RFC 9110 5.6.3: bad whitespace, which a sender must not generate.
		p := Problem{Text: fmt.Sprintf("whitespace around = behind %s: expected none", a.name), Low: true}
		p.Offset = a.eq + 1
		value := syms[a.sym].off
		if a.end < a.eq {
			p.Offset = a.end
			p.Fix = append(p.Fix, Edit{Start: a.end, End: a.eq})
		}
		if a.eq+1 < value {
			p.Fix = append(p.Fix, Edit{Start: a.eq + 1, End: value})
		}
		out = append(out, p)
	}
	if a.obs >= 0 {
		// RFC 9110 5.5 lets quoted strings hold such bytes, but gives them no meaning.
		text := fmt.Sprintf("a byte outside ASCII in %s: expected ASCII, clients can't know the encoding", a.label())
		out = append(out, Problem{Offset: a.obs, Text: text, Low: true})
	}
	return out
}

// checkCharset judges a charset, which can only be UTF-8 (RFC 7617 2.1, RFC 7616 3.3).
func checkCharset(syms []symbol, a *param, s scheme) (Problem, bool) {
	if !s.utf8 || a.hole || !strings.EqualFold(a.name, "charset") || strings.EqualFold(strings.Trim(a.value, "'"), "utf-8") {
		return Problem{}, false
	}
	start, end := a.text(syms)
	p := Problem{Offset: start, Text: fmt.Sprintf("the charset is %s: expected UTF-8, the only one", a.value)}
	if strings.EqualFold(strings.ReplaceAll(a.value, "_", ""), "utf8") && end-start == len(a.value) {
		p.Fix = []Edit{{Start: start, End: end, New: "UTF-8"}}
	}
	return p, true
}

// checkCode judges whether an error code belongs to the status.
func checkCode(c *part, a *param, s scheme, status int) (Problem, bool) {
	if status == 407 {
		status = 401 // the same answer, given by a proxy
	}
	want := codes[a.value]
	if status == 0 || want == 0 || want == status || a.hole || !strings.EqualFold(a.name, "error") {
		return Problem{}, false
	}
	if !s.codes && !c.vague {
		return Problem{}, false // another scheme may mean something else by it
	}
	text := fmt.Sprintf("the error %s belongs to status %d: expected that status, or another error", a.value, want)
	// Behind a hole the scheme is most likely Bearer, but need not be.
	return Problem{Offset: a.off, Text: text, Low: c.vague}, true
}
