package challenge

import (
	"strings"
	"testing"
)

// holes writes patterns in tests: one character for each hole.
var holes = map[rune]Hole{'¿': Any, '¤': Quoted, '№': Number, '§': TokenLike}

// pattern reads a pattern in which ¿ is any text, ¤ a quoted string, № a
// number and § a token.
func pattern(s string) Pattern {
	var p Pattern
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			p = append(p, Piece{Text: text.String()})
			text.Reset()
		}
	}
	for i := 0; i < len(s); {
		found := false
		for r, h := range holes {
			if strings.HasPrefix(s[i:], string(r)) {
				flush()
				p = append(p, Piece{Hole: h})
				i += len(string(r))
				found = true
			}
		}
		if !found {
			text.WriteByte(s[i])
			i++
		}
	}
	flush()
	return p
}

// apply renders the pattern with a fix applied.
func apply(t *testing.T, p Pattern, fix []Edit) string {
	t.Helper()
	s := p.String()
	kind := make([]Hole, len(s)+1) // what each byte belongs to
	for _, y := range p.symbols() {
		for i := y.off; i < y.end(); i++ {
			kind[i] = y.hole
		}
	}
	var b strings.Builder
	at := 0
	for _, e := range fix {
		if e.Start < at || e.End < e.Start || e.End > len(s) {
			t.Fatalf("%q: edits out of order or out of bounds: %v", s, fix)
		}
		for i := e.Start; i < e.End; i++ {
			if kind[i] != Known {
				t.Fatalf("%q: an edit removes a hole: %v", s, fix)
			}
		}
		b.WriteString(s[at:e.Start] + e.New)
		at = e.End
	}
	return b.String() + s[at:]
}
