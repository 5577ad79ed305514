package challenge

import "strings"

// skipBlank is the first symbol from i on that is not blank.
func skipBlank(syms []symbol, i int) int {
	for i < len(syms) && syms[i].blank() {
		i++
	}
	return i
}

// pair reports whether a name and "=" stand at i, blanks before them aside.
func pair(syms []symbol, i int) bool {
	i = skipBlank(syms, i)
	start := i
	for i < len(syms) && syms[i].hole == Known && isTchar(syms[i].b) {
		i++
	}
	if i == start {
		return false
	}
	i = skipBlank(syms, i)
	return i < len(syms) && syms[i].is('=')
}

// word is the token that stands at i.
func word(syms []symbol, i int) string {
	var b strings.Builder
	for i = skipBlank(syms, i); i < len(syms) && syms[i].hole == Known && isTchar(syms[i].b); i++ {
		b.WriteByte(syms[i].b)
	}
	return b.String()
}

// region is where the unquoted value that begins at symbol i was meant to end:
// before the comma that leads on to another element, or at the end. It is not
// sure where quotes stand in the value, or where the comma may be part of it.
func region(syms []symbol, i int) (end int, sure bool) {
	end = i
	for ; i < len(syms); i++ {
		y := syms[i]
		switch {
		case y.is(','):
			next := i + 1
			return end, next < len(syms) && syms[next].blank() || pair(syms, next)
		case y.is('"'), y.is('\\'), y.hole == Quoted, y.hole == Known && isControl(y.b):
			return end, false
		case y.blank() && pair(syms, i):
			return end, false
		case !y.blank():
			end = i + 1
		}
	}
	return end, true
}

// wrap puts quotes around the value that begins at symbol i, where its end is
// certain. One that begins outside ASCII may have quotes, the typographic ones.
func wrap(syms []symbol, i int) []Edit {
	end, sure := region(syms, i)
	if !sure || end == i || syms[i].hole == Known && syms[i].b >= 0x80 {
		return nil
	}
	from, to := syms[i].off, syms[end-1].end()
	return []Edit{{Start: from, End: from, New: `"`}, {Start: to, End: to, New: `"`}}
}

// bare reports whether the hole at symbol i stands for a value that has no
// quotes, unless the hole brings them: none stand in what follows of the value.
func bare(syms []symbol, i int) bool {
	if syms[i].hole != Any {
		return false
	}
	for ; i < len(syms); i++ {
		y := syms[i]
		switch {
		case y.is(','), y.is(';'), y.blank():
			return true
		case y.is('"'), y.hole == Quoted:
			return false
		}
	}
	return true
}

// emptied is the name in a "token68" such as realm=, which is a parameter
// without a value in all but the letter.
func emptied(p *part) string {
	if p.at68 < 0 || p.vague68 {
		return ""
	}
	name, ok := strings.CutSuffix(p.token68, "=")
	if !ok || !parameters[strings.ToLower(name)] {
		return ""
	}
	return name
}
