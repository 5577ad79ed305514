package challenge

import "testing"

func TestNearMiss(t *testing.T) {
	for _, tc := range []struct {
		name, want string
		low        bool
	}{
		{"WWW-Authentication", "WWW-Authenticate", false},
		{"WWW-Authenticated", "WWW-Authenticate", false},
		{"X-WWW-Authenticate", "WWW-Authenticate", false},
		{"x-www-authentication", "WWW-Authenticate", false},
		{"WWW-Authentificate", "WWW-Authenticate", false},
		{"WWWAuthenticate", "WWW-Authenticate", false},
		{"WWW_Authenticate", "WWW-Authenticate", false},
		{"WWW-Authenticate:", "WWW-Authenticate", false},
		{"WWW-Authenticate ", "WWW-Authenticate", false},
		{"WWW-Autenticate", "WWW-Authenticate", false},
		{"WW-Authenticate", "WWW-Authenticate", false},
		{"WWW-Authenciate", "WWW-Authenticate", false},
		{"WWW-Authorization", "WWW-Authenticate", false},
		{"Www-Auth", "WWW-Authenticate", false},
		{"Proxy-Authentication", "Proxy-Authenticate", false},
		{"Proxy-Authenticated", "Proxy-Authenticate", false},
		{"Authenticate", "WWW-Authenticate", true},

		{"WWW-Authenticate", "", false},
		{"Www-Authenticate", "", false},
		{"www-authenticate", "", false},
		{"Proxy-Authenticate", "", false},
		{"Proxy-Authorization", "", false},
		{"Proxy-Authorisation", "", false},
		{"Proxy-Authentication-Info", "", false},
		{"Authentication-Info", "", false},
		{"Authentication-Control", "", false},
		{"Authorization", "", false},
		{"Authentication", "", false},
		{"Optional-WWW-Authenticate", "", false}, // RFC 8053
		{"LFS-Authenticate", "", false},
		{"X-Authenticate", "", false},
		{"X-Auth-Token", "", false},
		{"X-Proxy-Auth", "", false},
		{"X-Authenticated-User", "", false},
		{"WWW-Authenticate-Original", "", false},
		{"WWW", "", false},
		{"", "", false},
		{"X", "", false},
		{"Content-Type", "", false},
	} {
		want, low, ok := NearMiss(tc.name)
		if want != tc.want || low != tc.low || ok != (tc.want != "") {
			t.Errorf("NearMiss(%q) = %q, %v, %v; want %q, %v", tc.name, want, low, ok, tc.want, tc.low)
		}
	}
}
