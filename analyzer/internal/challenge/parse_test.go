package challenge

import (
	"errors"
	"reflect"
	"testing"
)

func TestParse(t *testing.T) {
	for _, tc := range []struct {
		value string
		want  []Challenge
	}{
		{`Negotiate`, []Challenge{{Scheme: "Negotiate"}}},
		{`Negotiate ab/c+d==`, []Challenge{{Scheme: "Negotiate", Token68: "ab/c+d=="}}},
		// One field, two challenges, whose border only the second "=" tells (RFC 9110 11.6.1).
		{`Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\""`, []Challenge{
			{Scheme: "Basic", Params: []Param{{"realm", "simple", true}}},
			{Scheme: "Newauth", Params: []Param{{"realm", "apps", true}, {"type", "1", false}, {"title", `Login to "apps"`, true}}},
		}},
		{"\tA b = c ,\tD , E f\t", []Challenge{
			{Scheme: "A", Params: []Param{{"b", "c", false}}},
			{Scheme: "D"},
			{Scheme: "E", Token68: "f"},
		}},
		{`A a="\\é	", A a=""`, []Challenge{
			{Scheme: "A", Params: []Param{{"a", "\\é\t", true}}},
			{Scheme: "A", Params: []Param{{"a", "", true}}},
		}},
	} {
		got, err := Parse(tc.value)
		if err != nil || !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%s: %+v, %v; want %+v", tc.value, got, err, tc.want)
		}
	}
}

func TestParseError(t *testing.T) {
	for _, tc := range []struct {
		value string
		text  string
	}{
		{``, `byte 0: the value is empty: expected a scheme`},
		{`Basic realm="x`, `byte 12: the quoted string is not closed: expected a quote behind the realm`},
		{`Basic a=b, A=c`, `byte 11: the parameter A stands twice: expected it once in a challenge`},
		{`Basic a=b,,c=d`, `byte 10: an empty list element: expected a scheme or a parameter before the comma`},
	} {
		_, err := Parse(tc.value)
		var e *SyntaxError
		if !errors.As(err, &e) || e.Error() != tc.text {
			t.Errorf("%s: %v, want %s", tc.value, err, tc.text)
		}
	}
}

func TestString(t *testing.T) {
	p := pattern(`Basic realm="¿", n=№`)
	if got, want := p.String(), `Basic realm="…", n=…`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, y := range p.symbols() {
		if s := p.String()[y.off:y.end()]; y.hole == Known && s != string([]byte{y.b}) || y.hole != Known && s != mark {
			t.Errorf("symbol %+v renders as %q", y, s)
		}
	}
}
