package challenge

import (
	"strings"
	"testing"
)

// A wrong is a value with one mistake.
type wrong struct {
	value  string
	offset int
	text   string // the message begins with it
	fixed  string // the value with the fix applied, or "" without one
}

func testWrong(t *testing.T, status int, low bool, list []wrong) {
	t.Helper()
	for _, tc := range list {
		p := pattern(tc.value)
		list := Check(p, status)
		if !low {
			var high []Problem
			for _, l := range list {
				if !l.Low {
					high = append(high, l)
				}
			}
			list = high
		}
		if len(list) != 1 {
			t.Errorf("%s: %d problems, want one: %+v", tc.value, len(list), list)
			continue
		}
		got := list[0]
		if got.Offset != tc.offset || !strings.HasPrefix(got.Text, tc.text) || got.Low != low {
			t.Errorf("%s: byte %d: %s (low %v), want byte %d: %s", tc.value, got.Offset, got.Text, got.Low, tc.offset, tc.text)
		}
		fixed := ""
		if got.Fix != nil {
			fixed = apply(t, p, got.Fix)
		}
		if want := pattern(tc.fixed).String(); fixed != want {
			t.Errorf("%s: fixed to %s, want %s", tc.value, fixed, want)
		}
	}
}

func TestScheme(t *testing.T) {
	testWrong(t, 401, false, []wrong{
		{``, 0, "the value is empty", ``},
		{`  `, 2, "the value is empty", ``},
		{`error="invalid_token", error_description="x"`, 0, "no scheme: expected one and a space before the parameter error", ``},
		{`realm=¿`, 0, "no scheme", ``},
		{`"Basic"`, 0, "a quote where a challenge begins", ``},
		{`¤`, 0, "a quoted string where a challenge begins", ``},
		{`Bearer: realm="x"`, 6, `':' after the scheme Bearer`, ``},
		{`Bearer	realm="x"`, 7, `'r' behind the scheme Bearer: expected one space`, ``},
		{`Bearer ¤`, 7, `a quoted string after the scheme Bearer`, ``},
		{`Bearer, error="x"`, 6, "a comma between the scheme Bearer and the parameter error", ``},
		{`Basic realm="x", Bearer, error="x"`, 23, "a comma between the scheme Bearer", ``},
		{`Negotiate abc, realm="x"`, 15, "the parameter realm follows a token68", ``},
		{`Bearer realm "x"`, 13, `a quote after realm: expected "="`, ``},
		{`Bearer realm:"x"`, 12, `':' after realm`, ``},
		{`Bearer to ken`, 10, `'k' after to: expected "="`, ``},
		{`Bearer a/b c`, 11, `'c' behind the token68`, ``},
		{`Bearer a!`, 9, `the parameter a! has no value`, ``},
		{"Bearer realm=\"a\nb\"", 15, "the control character 0x0a", ``},
		{"Basic\x00", 5, "the control character 0x00", ``},
		{`Café realm="x"`, 3, "the byte 0xc3, outside ASCII, after the scheme Caf", ``},
	})
}

func TestList(t *testing.T) {
	testWrong(t, 401, false, []wrong{
		{`Bearer realm="x" error="y"`, 17, "parameters without a comma between them: expected one before error", `Bearer realm="x", error="y"`},
		{`Bearer realm="x"error="y"`, 16, "parameters without a comma", `Bearer realm="x", error="y"`},
		{`Bearer realm="¿" error="¿"`, 19, "parameters without a comma", `Bearer realm="¿", error="¿"`},
		{`Bearer realm=¤ error=¤`, 17, "parameters without a comma", `Bearer realm=¤, error=¤`},
		{`Bearer a=b c=d`, 11, "parameters without a comma", `Bearer a=b, c=d`},
		{`¿ a="b" c="d"`, 10, "parameters without a comma", `¿ a="b", c="d"`},
		{`Bearer ¿ a="b" c="d"`, 17, "parameters without a comma", `Bearer ¿ a="b", c="d"`},
		{`Basic realm="x"; charset="UTF-8"`, 15, `";" between parameters`, `Basic realm="x", charset="UTF-8"`},
		{`Bearer a=b;c=d`, 10, `";" between parameters`, `Bearer a=b,c=d`},
		{`Basic realm="x",, charset="UTF-8"`, 16, "an empty list element", `Basic realm="x", charset="UTF-8"`},
		{`Negotiate, , NTLM`, 11, "an empty list element", `Negotiate,  NTLM`},
		{`, Negotiate`, 0, "an empty list element", ` Negotiate`},
		{`Basic realm="x", `, 15, "a comma at the end", `Basic realm="x"`},
		{`Negotiate,`, 9, "a comma at the end", `Negotiate`},
		{`Basic realm="x", "y"`, 17, "a quote after the comma", ``},
		{`Basic realm="x", ¤`, 17, "a quoted string after the comma", ``},
		{`Basic realm="x"y`, 15, "'y' behind the realm: expected a comma", ``},
		{`Basic realm="x"№`, 15, "a number behind the realm", ``},
		{`Basic realm="x", realm="y"`, 17, "the parameter realm stands twice", ``},
		{`Basic realm="¿", Realm="¿"`, 19, "the parameter Realm stands twice", ``},
		{`¿ a="b", a="c"`, 11, "the parameter a stands twice", ``},
	})
}

func TestQuotes(t *testing.T) {
	const url = "https://x/.well-known/oauth-protected-resource"
	testWrong(t, 401, false, []wrong{
		{`Basic realm=Restricted`, 12, `the realm is not quoted: expected realm="…"`, `Basic realm="Restricted"`},
		{`Basic realm=Restricted, charset="UTF-8"`, 12, `the realm is not quoted`, `Basic realm="Restricted", charset="UTF-8"`},
		{`Basic realm=My app`, 12, "the realm is not quoted, and more than a word", `Basic realm="My app"`},
		{`JWT realm=¿`, 10, "the realm is not quoted", `JWT realm="¿"`},
		{`JWT realm=¿, error="x"`, 10, "the realm is not quoted", `JWT realm="¿", error="x"`},
		{`¿ realm=¿`, 10, "the realm is not quoted", `¿ realm="¿"`},
		{`Basic realm=№`, 12, "the realm is not quoted", `Basic realm="№"`},
		{`Basic realm=app-§`, 12, "the realm is not quoted", `Basic realm="app-§"`},
		{`Basic realm=app-¿`, 12, "the realm is not quoted", `Basic realm="app-¿"`},
		{`Basic realm=¿ ¿`, 12, "the realm is not quoted", `Basic realm="¿ ¿"`},
		{`Bearer realm=¿ error="x"`, 13, "the realm is not quoted", ``},
		{`Bearer realm=Café`, 13, "the realm is not quoted", `Bearer realm="Café"`},
		{`Bearer resource_metadata=¿`, 25, "the value of resource_metadata is not quoted", `Bearer resource_metadata="¿"`},
		{`Bearer resource_metadata=¿/.well-known/oauth-protected-resource`, 25, "the value of resource_metadata is not quoted",
			`Bearer resource_metadata="¿/.well-known/oauth-protected-resource"`},
		{`Bearer resource_metadata=https://¿/x, scope="y"`, 25, "the value of resource_metadata is not quoted", `Bearer resource_metadata="https://¿/x", scope="y"`},
		{`Bearer resource_metadata=` + url, 25, "the value of resource_metadata is not quoted", `Bearer resource_metadata="` + url + `"`},
		{`Bearer scope=a:b,c:d`, 13, "the value of scope is not quoted", ``},
		{`Bearer error=a b error="c"`, 13, "the value of error is not quoted, and more than a word", ``},
		{`Basic realm='x'`, 12, "the realm is in single quotes", `Basic realm="x"`},
		{`Basic realm='my app'`, 12, "the realm is in single quotes", `Basic realm="my app"`},
		{`Basic realm='¿'`, 12, "the realm is in single quotes", `Basic realm="¿"`},
		{`Basic realm='http://x', charset="UTF-8"`, 12, "the realm is in single quotes", `Basic realm="http://x", charset="UTF-8"`},
		{`Basic realm='x`, 12, "the realm is in single quotes", ``},
		{`Bearer error='invalid_token'`, 13, "the value of error is in single quotes", `Bearer error="invalid_token"`},
		{`Basic realm=\"x\"`, 12, "a backslash before the realm", ``},
		{`Basic realm=“x”`, 12, "the realm is not quoted", ``},
		{`Basic realm=x"`, 13, "a quote ends the realm, and none begins it", `Basic realm="x"`},
		{`Basic realm="x`, 12, "the quoted string is not closed", `Basic realm="x"`},
		{`Basic realm="x\`, 12, "the quoted string is not closed", ``},
		{`Bearer realm="x, error="y"`, 13, "the quoted string is not closed: expected a quote behind the realm, before the comma", ``},
		{`Bearer realm="x, error=y`, 13, "the quoted string is not closed", ``},
		{`Basic realm="¤"`, 12, "the realm is quoted twice", `Basic realm=¤`},
		{`Basic realm="a ¤"`, 12, "the realm is quoted twice", ``},
		{`Basic realm=""x""`, 14, "'x' behind the realm", ``},
		{`Bearer realm=`, 7, "the parameter realm has no value", ``},
		{`Bearer realm=, error="x"`, 7, "the parameter realm has no value", ``},
		{`Bearer error="x", realm=`, 24, "the realm is missing", ``},
	})
}

func TestSchemes(t *testing.T) {
	testWrong(t, 401, false, []wrong{
		{`Basic`, 0, `Basic without realm: expected realm="…"`, ``},
		{`Basic charset="UTF-8"`, 0, "Basic without realm", ``},
		{`Negotiate, basic`, 11, "basic without realm", ``},
		{`Basic abc`, 6, "a token68 where Basic takes parameters", ``},
		{`Basic realm="x", charset="utf8"`, 26, "the charset is utf8: expected UTF-8", `Basic realm="x", charset="UTF-8"`},
		{`Basic realm="x", charset=ISO-8859-1`, 25, "the charset is ISO-8859-1", ``},
		{`Digest realm="x"`, 0, "Digest without nonce", ``},
		{`Digest nonce="¿"`, 0, "Digest without realm", ``},
		{`Digest realm="x", nonce="y", algorithm="MD5"`, 39, "the value of algorithm is quoted: expected algorithm=… without quotes", `Digest realm="x", nonce="y", algorithm=MD5`},
		{`Digest realm="x", nonce="y", stale="¿"`, 35, "the value of stale is quoted", `Digest realm="x", nonce="y", stale=¿`},
		{`Digest realm="x", nonce="y", stale=¤`, 35, "the value of stale is quoted", ``},
		{`Digest realm="x", nonce="y", qop=auth`, 33, "the value of qop is not quoted", `Digest realm="x", nonce="y", qop="auth"`},
		{`Digest realm="x", nonce=¿`, 24, "the value of nonce is not quoted", `Digest realm="x", nonce="¿"`},
		{`Bearer abc`, 7, "a token68 where Bearer takes parameters", ``},
		{`Negotiate realm="x"`, 10, "a parameter where Negotiate takes none", ``},
		{`NTLM realm="¿"`, 5, "a parameter where NTLM takes none", ``},
		{`Bearer error="insufficient_scope"`, 7, "the error insufficient_scope belongs to status 403", ``},
		{`Bearer realm="¿", error="insufficient_scope", scope="¿"`, 20, "the error insufficient_scope", ``},
		{`DPoP error=invalid_request`, 5, "the error invalid_request belongs to status 400", ``},
	})
	testWrong(t, 403, false, []wrong{
		{`Bearer error="invalid_token"`, 7, "the error invalid_token belongs to status 401", ``},
		{`Bearer error="insufficient_user_authentication"`, 7, "the error insufficient_user_authentication", ``},
		{`DPoP error="use_dpop_nonce"`, 5, "the error use_dpop_nonce", ``},
	})
	testWrong(t, 407, false, []wrong{
		{`Bearer error="insufficient_scope"`, 7, "the error insufficient_scope", ``},
	})
}

func TestLow(t *testing.T) {
	testWrong(t, 401, true, []wrong{
		{`Bearer`, 0, "Bearer without parameters", ``},
		{`Negotiate, bearer `, 11, "bearer without parameters", ``},
		{`xBasic realm="x"`, 0, "the scheme xBasic is not in the IANA registry", ``},
		{`FormBased`, 0, "the scheme FormBased", ``},
		{`Token ¿`, 0, "the scheme Token", ``},
		{`Bearer realm = "x"`, 12, `whitespace around = behind realm`, `Bearer realm="x"`},
		{`Bearer realm= "x"`, 13, `whitespace around =`, `Bearer realm="x"`},
		{`Basic realm="Café"`, 16, "a byte outside ASCII in the realm", ``},
		{`Bearer scope=¿`, 13, "the value of scope is not quoted", `Bearer scope="¿"`},
		{`¿ realm="x", error="insufficient_scope"`, 15, "the error insufficient_scope", ``},
	})
}

// TestSeveral is a value with a mistake in grammar, and others before it.
func TestSeveral(t *testing.T) {
	got := Check(Text(`JWT realm=x, realm=y, error="a" b="c", d=`), 401)
	// Before the mistake all rules hold, but for what may be missing.
	want := []int{0, 10, 13, 19, 32}
	if len(got) != len(want) {
		t.Fatalf("%d problems, want %d: %+v", len(got), len(want), got)
	}
	for i, p := range got {
		if p.Offset != want[i] || p.grammar != (i == 4) {
			t.Errorf("problem %d: %+v, want byte %d", i, p, want[i])
		}
	}
}

// TestAstray is a mistake that makes the rest of the value look like other
// challenges, so that nothing can be said to be missing.
func TestAstray(t *testing.T) {
	for _, p := range Check(Text(`Digest realm="x", qop=auth,auth-int, nonce="y"`), 401) {
		if strings.Contains(p.Text, "without") {
			t.Errorf("byte %d: %s", p.Offset, p.Text)
		}
	}
}
