package challenge

import "strings"

// Pattern is a header value (RFC 9110 5.5) of which some pieces are known: text,
// and holes whose content is not.
type Pattern []Piece

// Piece is known text, or a hole.
type Piece struct {
	Text string // what stands there, for [Known]; unused for a hole
	Hole Hole
}

// Hole says what may stand in a piece that is not known.
type Hole uint8

// The holes, from no hole to what the verbs of fmt leave open.
const (
	Known     Hole = iota // not a hole: Text is what stands there
	Any                   // anything may stand here, nothing too
	Quoted                // a complete quoted-string of RFC 9110 5.6.4, quotes included (strconv.Quote, %q)
	Number                // decimal digits (%d), one at least
	TokenLike             // text that certainly is a token of RFC 9110 5.6.2 (%t, %x)
)

// mark is what a hole is rendered as. It is three bytes of UTF-8.
const mark = "…"

// Text is the pattern of a value that is known in full.
func Text(s string) Pattern { return Pattern{{Text: s}} }

// String renders the pattern, each hole as "…". The offsets of a [Problem]
// and of an [Edit] are byte offsets in it.
func (p Pattern) String() string {
	var b strings.Builder
	for _, piece := range p {
		if piece.Hole == Known {
			b.WriteString(piece.Text)
		} else {
			b.WriteString(mark)
		}
	}
	return b.String()
}

// A symbol is one known byte or one hole, at its offset in the rendering.
type symbol struct {
	b    byte
	hole Hole
	off  int
}

// end is the offset behind the symbol.
func (y symbol) end() int {
	if y.hole == Known {
		return y.off + 1
	}
	return y.off + len(mark)
}

// is reports whether the symbol is certainly the byte b.
func (y symbol) is(b byte) bool { return y.hole == Known && y.b == b }

// blank reports whether the symbol is certainly a space or a tab.
func (y symbol) blank() bool { return y.is(' ') || y.is('\t') }

// symbols cuts the pattern into the steps of the automaton.
func (p Pattern) symbols() []symbol {
	var out []symbol
	off := 0
	for _, piece := range p {
		if piece.Hole != Known {
			out = append(out, symbol{hole: piece.Hole, off: off})
			off += len(mark)
			continue
		}
		for i := range len(piece.Text) {
			out = append(out, symbol{b: piece.Text[i], off: off})
			off++
		}
	}
	return out
}
