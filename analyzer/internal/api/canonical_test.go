package api

import (
	"net/textproto"
	"testing"
)

// Every name must be spelled as net/http spells it, or a header that is set would not be found again.
func TestCanonical(t *testing.T) {
	names := []string{"", "-", "www-authenticate", "WWW-AUTHENTICATE", "x--y", "-a-B", "a b", "x-ünicode", "te:", "X_y-z", "a/b"}
	for c := range 256 {
		names = append(names, "a"+string([]byte{byte(c)})+"B-"+string([]byte{byte(c)}), string([]byte{byte(c)}))
	}
	for _, name := range names {
		if got, want := Canonical(name), textproto.CanonicalMIMEHeaderKey(name); got != want {
			t.Errorf("Canonical(%q) = %q, net/textproto says %q", name, got, want)
		}
	}
}
