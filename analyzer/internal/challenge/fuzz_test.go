package challenge

import (
	"reflect"
	"strings"
	"testing"
)

// render writes challenges as they are written best.
func render(list []Challenge) string {
	var elements []string
	for _, c := range list {
		var params []string
		for _, a := range c.Params {
			value := a.Value
			if a.Quoted {
				value = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
			}
			params = append(params, a.Name+"="+value)
		}
		s := c.Scheme
		if rest := c.Token68 + strings.Join(params, ", "); rest != "" {
			s += " " + rest
		}
		elements = append(elements, s)
	}
	return strings.Join(elements, ", ")
}

var seeds = []string{
	`Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\""`,
	`Negotiate a87421000492aa874209af8bc028==, NTLM`,
	`Bearer realm="x" error="y"`,
	`Digest realm="a", nonce="b", stale=true, qop="auth,auth-int", algorithm="MD5"`,
	`error="invalid_token", realm='x y'`,
	`Basic realm = "x",, charset=utf8; a=é`,
	`Bearer resource_metadata=https://x/y, scope=a b`,
	`Bearer realm="¿" error="¿"`,
	`¿ realm=¿, error="¤", a=№, §`,
	`Basic¿ ¿="§", ¿realm=¤ x=¿/y`,
	"A\tb, \x00\"\\", ``, `Bearer realm=, a=b`,
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, value string) {
		list, err := Parse(value)
		var broken *Problem
		for _, p := range Check(Text(value), 401) {
			if p.Offset < 0 || p.Offset > len(value) {
				t.Fatalf("%q: offset out of bounds: %+v", value, p)
			}
			apply(t, Text(value), p.Fix)
			if p.grammar {
				if broken != nil {
					t.Fatalf("%q: two problems of grammar", value)
				}
				broken = &p
			}
		}
		if ok := fits(value); ok != (broken == nil) {
			t.Fatalf("%q: fits the grammar: %v, but Check says %+v", value, ok, broken)
		}
		if err == nil {
			if broken != nil {
				t.Fatalf("%q: Parse takes it, and Check says %+v", value, broken)
			}
			again, err := Parse(render(list))
			if err != nil || !reflect.DeepEqual(list, again) {
				t.Fatalf("%q: %+v renders as %q, and reads again as %+v, %v", value, list, render(list), again, err)
			}
		} else if broken == nil && !strings.Contains(err.Error(), "stands twice") {
			t.Fatalf("%q: Check takes it, and Parse says %v", value, err)
		}
		if broken != nil && broken.Fix != nil {
			repaired(t, value, apply(t, Text(value), broken.Fix))
		}
	})
}

// repaired fails unless the automaton comes nearer to the end of the fixed text.
func repaired(t *testing.T, value, fixed string) {
	t.Helper()
	before, after := follow(Text(value).symbols()), follow(Text(fixed).symbols())
	if after.ok {
		return
	}
	if left, was := len(fixed)-after.read(), len(value)-before.read(); left >= was && was > 0 {
		t.Fatalf("%q: fixed to %q, which is no better", value, fixed)
	}
}

// url is text that no token holds.
const url = "https://example.org/a"

// fill puts text into the holes: a and b by turns, but nothing that would end
// the quotes around a hole, where Check takes it to stay within them.
func fill(syms []symbol, held []bool, a, b string) string {
	var out strings.Builder
	for i, y := range syms {
		switch y.hole {
		case Known:
			out.WriteByte(y.b)
		case Quoted:
			out.WriteString(`"x"`)
		case Number:
			out.WriteString("17")
		case TokenLike:
			out.WriteString("t!")
		default:
			s := a
			if held[i] {
				s = strings.NewReplacer(`"`, "", `\`, "").Replace(s)
			}
			out.WriteString(s)
			a, b = b, a
		}
	}
	return out.String()
}

func FuzzCheck(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, `x", y="`, ` Basic a`)
		f.Add(s, "", `x`)
	}
	f.Fuzz(func(t *testing.T, value, a, b string) {
		p := pattern(value)
		trace := follow(p.symbols())
		for _, q := range Check(p, 401) {
			if q.Offset < 0 || q.Offset > len(p.String()) || q.Text == "" {
				t.Fatalf("%q: %+v", value, q)
			}
			apply(t, p, q.Fix)
			filled := fill(trace.syms, trace.held, a, b)
			if q.grammar {
				if _, err := Parse(filled); err == nil {
					t.Fatalf("%q: %+v, but it may be %q", value, q, filled)
				}
			}
			for i, y := range trace.syms {
				if y.hole != Any || y.off != q.Offset || !strings.Contains(q.Text, "is not quoted") {
					continue
				}
				// The hole is a value without quotes: a value that is no token breaks it.
				if filled := fill(trace.syms, trace.held, url, url); i > 0 {
					if _, err := Parse(filled); err == nil {
						t.Fatalf("%q: %+v, but it may be %q", value, q, filled)
					}
				}
			}
		}
	})
}
