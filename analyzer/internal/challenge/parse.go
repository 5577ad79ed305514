package challenge

import (
	"fmt"
	"strings"
)

// Challenge is one challenge of a field value (RFC 9110 11.3): a scheme with a
// token68, or with parameters, or alone.
type Challenge struct {
	Scheme  string
	Token68 string
	Params  []Param
}

// Param is one parameter of a challenge (RFC 9110 11.2).
type Param struct {
	Name   string
	Value  string // without quotes and escapes
	Quoted bool   // written as a quoted-string, not as a token
}

// SyntaxError is what Parse fails with.
type SyntaxError struct {
	Offset int    // byte offset in the value
	Text   string // what was found and what was expected
}

// Error implements error.
func (e *SyntaxError) Error() string { return fmt.Sprintf("byte %d: %s", e.Offset, e.Text) }

// Parse reads the value of one WWW-Authenticate or Proxy-Authenticate line as
// RFC 9110 11.6.1 lets a sender write it. It is strict: it takes no empty list
// elements (5.6.1.1), and no parameter twice in a challenge (11.2). It knows
// nothing of schemes. The error is a [*SyntaxError].
func Parse(value string) ([]Challenge, error) {
	t := follow(Text(value).symbols())
	if !t.ok {
		p := diagnose(&t)
		return nil, &SyntaxError{Offset: p.Offset, Text: p.Text}
	}
	var out []Challenge
	for _, p := range t.parts() {
		if twice := repeated(p); len(twice) > 0 {
			return nil, &SyntaxError{Offset: twice[0].Offset, Text: twice[0].Text}
		}
		c := Challenge{Scheme: p.scheme, Token68: p.token68}
		for _, a := range p.params {
			c.Params = append(c.Params, Param{Name: a.name, Value: a.value, Quoted: a.quoted})
		}
		out = append(out, c)
	}
	return out, nil
}

// repeated finds the parameters that a challenge holds twice; names are
// case-insensitive (RFC 9110 11.2).
func repeated(p *part) []Problem {
	type key struct {
		name string
		run  int
	}
	seen := make(map[key]bool)
	var out []Problem
	for _, a := range p.params {
		if a.vague {
			continue
		}
		k := key{strings.ToLower(a.name), a.run}
		if seen[k] {
			text := fmt.Sprintf("the parameter %s stands twice: expected it once in a challenge", a.name)
			out = append(out, Problem{Offset: a.off, Text: text})
		}
		seen[k] = true
	}
	return out
}
