package challenge

import "strings"

// A state is a place in the grammar of RFC 9110 11.6.1, which is regular but
// for the rule that a parameter name occurs once: a list of challenges, each a
// scheme, and a token68 or a list of parameters. Several states can hold at
// once, since only what follows tells "a" the scheme from "a" the parameter.
//
// Lower states are preferred where two readings are as good as each other, so
// what looks most like a parameter comes first.
type state uint8

const (
	inQuoted   state = iota // inside a quoted-string
	inEscape                // behind its backslash
	afterValue              // behind a value: a comma or the end
	inToken                 // inside an unquoted value
	afterEqual              // behind "=" and bad whitespace
	afterName               // behind a name and bad whitespace: "="
	inName                  // inside a parameter's name
	afterComma              // behind a comma that a parameter or a challenge may follow
	inPadding               // inside the "=" that end a token68
	inToken68               // inside a token68
	afterWord               // behind a scheme or a token68 and whitespace: a comma or the end
	afterSpace              // behind a scheme and its space
	inScheme                // inside a scheme
	beforeNext              // behind a comma that only a challenge may follow
	atStart                 // nothing but whitespace so far
	states
)

// A set is a set of states.
type set uint32

func of(list ...state) set {
	var m set
	for _, s := range list {
		m |= 1 << s
	}
	return m
}

func (m set) has(s state) bool { return m>>s&1 != 0 }

// accepting are the states in which a value may end. Whitespace around a field
// value is no part of it (RFC 9110 5.5), so it may trail.
var accepting = of(afterValue, inToken, inPadding, inToken68, afterWord, afterSpace, inScheme)

// anywhere are the states that text of somebody's choice can lead to: all but
// the first, from each.
const anywhere = set(1<<states-1) &^ (1 << atStart)

// isTchar reports whether b may stand in a token (RFC 9110 5.6.2).
func isTchar(b byte) bool {
	return isAlnum(b) || strings.IndexByte("!#$%&'*+-.^_`|~", b) >= 0
}

// isToken68 reports whether b may stand in a token68, padding aside (RFC 9110 11.2).
func isToken68(b byte) bool {
	return isAlnum(b) || strings.IndexByte("-._~+/", b) >= 0
}

func isAlnum(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' }

// isControl reports whether no field value may hold b at any place (RFC 9110 5.5).
func isControl(b byte) bool { return b < ' ' && b != '\t' || b == 0x7f }

// step is where the byte b leads from s; nowhere, if it may not stand there.
func step(s state, b byte) set {
	switch s {
	case inQuoted, inEscape, afterEqual, inToken, afterValue, inName, afterName:
		return stepParam(s, b)
	}
	switch {
	case isBlank(b):
		return stepBlank(s, b)
	case b == ',':
		if of(inPadding, inToken68, afterWord, afterSpace, inScheme).has(s) {
			return of(beforeNext)
		}
		return 0
	case b == '=' && (s == inToken68 || s == inPadding):
		return of(inPadding)
	case s == inToken68 && isToken68(b):
		return of(inToken68)
	}
	var m set
	switch s {
	case afterSpace:
		if isToken68(b) {
			m |= of(inToken68)
		}
		if isTchar(b) {
			m |= of(inName)
		}
	case afterComma:
		if isTchar(b) {
			m |= of(inName, inScheme)
		}
	case inScheme, beforeNext, atStart:
		if isTchar(b) {
			m |= of(inScheme)
		}
	}
	return m
}

// stepBlank is where a space or a tab leads outside parameters. Only spaces
// separate a scheme from what belongs to it; tabs may stand around commas.
func stepBlank(s state, b byte) set {
	switch s {
	case inScheme, afterSpace:
		if b == ' ' {
			return of(afterSpace)
		}
		return of(afterWord)
	case inToken68, inPadding, afterWord:
		return of(afterWord)
	}
	return of(s) // atStart, afterComma, beforeNext
}

// stepParam is step inside a parameter and behind it.
func stepParam(s state, b byte) set {
	switch s {
	case inQuoted:
		switch {
		case b == '"':
			return of(afterValue)
		case b == '\\':
			return of(inEscape)
		case !isControl(b):
			return of(inQuoted)
		}
	case inEscape:
		if !isControl(b) {
			return of(inQuoted)
		}
	case afterEqual:
		switch {
		case isBlank(b):
			return of(afterEqual)
		case b == '"':
			return of(inQuoted)
		case isTchar(b):
			return of(inToken)
		}
	case inToken, afterValue:
		switch {
		case isBlank(b):
			return of(afterValue)
		case b == ',':
			return of(afterComma)
		case s == inToken && isTchar(b):
			return of(inToken)
		}
	case inName, afterName:
		switch {
		case isBlank(b):
			return of(afterName)
		case b == '=':
			return of(afterEqual)
		case s == inName && isTchar(b):
			return of(inName)
		}
	}
	return 0
}

// repeat is where one or more bytes of the given ones lead from s.
func repeat(s state, bytes string) set {
	var seen set
	for front := of(s); front != 0; {
		var next set
		for q := range states {
			if front.has(q) {
				for i := range len(bytes) {
					next |= step(q, bytes[i])
				}
			}
		}
		front = next &^ seen
		seen |= next
	}
	return seen
}
