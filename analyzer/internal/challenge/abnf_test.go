package challenge

import (
	"regexp"
	"strings"
	"testing"
)

// abnf is the grammar of a challenge header as the RFCs print it: 9110 (5.6, 11.2 to 11.6) and 5234 (B.1).
const abnf = `
field         = OWS 1#challenge OWS
challenge     = auth-scheme [ 1*SP ( token68 / #auth-param ) ]
auth-scheme   = token
auth-param    = token BWS "=" BWS ( token / quoted-string )
token68       = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="
token         = 1*tchar
tchar         = "!" / "#" / "$" / "%" / "&" / "'" / "*" / "+" / "-" / "." / "^" / "_" / "BACKTICK" / "|" / "~" / DIGIT / ALPHA
quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE
qdtext        = HTAB / SP / %x21 / %x23-5B / %x5D-7E / obs-text
quoted-pair   = "\" ( HTAB / SP / VCHAR / obs-text )
obs-text      = %x80-FF
OWS           = *( SP / HTAB )
BWS           = OWS
ALPHA         = %x41-5A / %x61-7A
DIGIT         = %x30-39
VCHAR         = %x21-7E
DQUOTE        = %x22
SP            = %x20
HTAB          = %x09
`

// grammar recognises what the grammar allows. It is made of its text, and so it has nothing in common with the automaton.
var grammar = func() *regexp.Regexp {
	rules := make(map[string]string)
	for line := range strings.Lines(strings.ReplaceAll(abnf, "BACKTICK", "`")) {
		if name, body, ok := strings.Cut(line, " = "); ok {
			rules[strings.TrimSpace(name)] = body
		}
	}
	return regexp.MustCompile(`^` + (&translator{rules: rules}).rule("field") + `$`)
}()

// fits reports whether a value is a challenge header. What matches are bytes.
func fits(value string) bool {
	var bytes strings.Builder
	for i := range len(value) {
		bytes.WriteRune(rune(value[i]))
	}
	return grammar.MatchString(bytes.String())
}

// translator makes a regular expression of a rule: none of them is recursive.
type translator struct {
	rules map[string]string
	left  []string // what has not been read of the rule
}

var words = regexp.MustCompile(`"[^"]*"|%x[0-9A-F-]+|[0-9]*[*#]|[A-Za-z][A-Za-z0-9-]*|[][()/]`)

func (t *translator) rule(name string) string {
	body, ok := t.rules[name]
	if !ok {
		panic(name + " is no rule")
	}
	return (&translator{t.rules, words.FindAllString(body, -1)}).alternation()
}

func (t *translator) peek() string {
	if len(t.left) == 0 {
		return ""
	}
	return t.left[0]
}

func (t *translator) next() string {
	word := t.left[0]
	t.left = t.left[1:]
	return word
}

func (t *translator) alternation() string {
	all := t.sequence()
	for t.peek() == "/" {
		t.next()
		all += "|" + t.sequence()
	}
	return "(?:" + all + ")"
}

func (t *translator) sequence() string {
	all := ""
	for !strings.Contains("/)]", t.peek()) {
		all += t.repetition()
	}
	return all
}

// repetition reads an element with what stands before it: a list is written by a sender with no empty element (9110, 5.6.1.1).
func (t *translator) repetition() string {
	switch t.peek() {
	case "*":
		t.next()
		return t.element() + "*"
	case "1*":
		t.next()
		return t.element() + "+"
	case "#", "1#":
		none := map[string]string{"#": "?"}[t.next()]
		element, ows := t.element(), t.rule("OWS")
		return "(?:" + element + "(?:" + ows + "," + ows + element + ")*)" + none
	}
	return t.element()
}

func (t *translator) element() string {
	word := t.next()
	switch word[0] {
	case '(':
		group := t.alternation()
		t.next()
		return group
	case '[':
		group := t.alternation()
		t.next()
		return group + "?"
	case '"':
		return regexp.QuoteMeta(strings.Trim(word, `"`))
	case '%':
		first, last, isRange := strings.Cut(word[2:], "-")
		if !isRange {
			last = first
		}
		return `[\x` + first + `-\x` + last + `]`
	}
	return t.rule(word)
}

func TestRecogniser(t *testing.T) {
	for value, want := range map[string]bool{
		`Basic realm="x"`: true, `Basic`: true, `Negotiate a==`: true, "Basic realm=\"\xe9\"": true, `Basic realm = x , a="\"", Bearer `: true, ` Basic`: true,
		`Basic realm=`:        true, // a token68
		`Basic realm="x" a=b`: false, `realm="x"`: false, `Basic,`: false, `Basic realm="x`: false, "Basic realm=\"\x7f\"": false, `Bearer é=x`: false, ``: false,
	} {
		if fits(value) != want {
			t.Errorf("%q: %v", value, !want)
		}
	}
}
