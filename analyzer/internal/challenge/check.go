// Package challenge judges the values of WWW-Authenticate and
// Proxy-Authenticate: their grammar (RFC 9110 11.6.1), and the rules of the
// schemes in them (RFC 7617, 7616, 6750, 9449, 9470, 9728).
//
// A value may be known in part only. Then the package says what is wrong
// whatever stands in the holes, and one thing more: text put behind "realm="
// without quotes around it is taken to bring none of its own.
package challenge

import (
	"cmp"
	"slices"
)

// Problem is what is wrong with a challenge.
type Problem struct {
	Offset int    // byte offset in the rendered pattern at which it was seen
	Text   string // what was found and what was expected, lower case
	Low    bool   // true by the letter, but arguable or somebody's intention
	Fix    []Edit // the one certain repair, all edits together, or nil

	grammar bool // it breaks the grammar, so what follows it was not judged
}

// Edit replaces the bytes [Start,End) of the rendered pattern with New. It
// removes known text only; where it inserts, it may stand at the edge of a hole.
// The edits of one fix are in order and do not overlap.
type Edit struct {
	Start, End int
	New        string
}

// Check tells what is wrong with a value of WWW-Authenticate or
// Proxy-Authenticate (RFC 9110 11.6.1, 11.7.1) that is sent with the status,
// 0 where that is not known. The grammar is judged up to the first mistake, since what
// follows one can't be trusted; the schemes' rules on all before it. The
// problems are in the order of their offsets.
func Check(p Pattern, status int) []Problem {
	t := follow(p.symbols())
	parts := t.parts()
	var out []Problem
	limit := len(p.String()) + 1
	if !t.ok {
		mistake := diagnose(&t)
		out = append(out, mistake)
		limit = mistake.Offset
		parts = trusted(parts, t.last())
	}
	for _, c := range parts {
		for _, q := range checkPart(t.syms, c, status) {
			if q.Offset < limit {
				out = append(out, q)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Problem) int { return cmp.Compare(a.Offset, b.Offset) })
	return out
}

// trusted gives what was read before the mistake, without the thing that it
// was seen in: a quote that is missing, say, shows only at the next one. What
// the value lacks may be in the part that can't be read, so all are open.
func trusted(parts []*part, last state) []*part {
	if len(parts) == 0 {
		return nil
	}
	for _, p := range parts {
		p.open = true
	}
	p := parts[len(parts)-1]
	if !p.spaced || last == inScheme || p.at68 >= 0 {
		return parts[:len(parts)-1]
	}
	if n := len(p.params); n > 0 && last != afterComma {
		p.params = p.params[:n-1]
	}
	return parts
}
