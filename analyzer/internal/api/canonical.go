package api

import "strings"

// Canonical is the name of a header field as net/textproto.CanonicalMIMEHeaderKey spells it: the first letter and each one
// after a hyphen in upper case, the others in lower case; a name that is no token (RFC 9110 section 5.6.2) as it stands. That
// function itself would bring package net into the program, and with it the C library, whose loading is felt: go vet starts
// the program once for every package.
func Canonical(name string) string {
	canonical := []byte(name)
	first := true
	for i, c := range canonical {
		switch {
		case !tokenByte(c):
			return name
		case first && 'a' <= c && c <= 'z':
			canonical[i] = c - 'a' + 'A'
		case !first && 'A' <= c && c <= 'Z':
			canonical[i] = c - 'A' + 'a'
		}
		first = c == '-'
	}
	return string(canonical)
}

func tokenByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || strings.IndexByte("!#$%&'*+-.^_`|~", c) >= 0
}
