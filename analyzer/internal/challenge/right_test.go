package challenge

import (
	"strings"
	"testing"
)

// right are values that nothing can be said against.
var right = []struct {
	status int
	value  string
}{
	// RFC 9110 11.6.1, 11.3 (token68 and lists)
	{401, `Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\""`},
	// RFC 7617 2 and 2.1
	{401, `Basic realm="WallyWorld"`},
	{401, `Basic realm="foo", charset="UTF-8"`},
	{401, `basic REALM="foo", Charset=utf-8`},
	{407, `Basic realm=""`},
	{401, `Basic realm="a", resource_metadata="https://x/.well-known/oauth-protected-resource"`},
	// RFC 7616 3.9.1, 3.9.2
	{401, `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, ` +
		`nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`},
	{401, `Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", ` +
		`opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDssOS", charset=UTF-8, userhash=true`},
	{401, `Digest realm="a", nonce="b", stale=TRUE`},
	// RFC 6750 3
	{401, `Bearer realm="example"`},
	{401, `Bearer realm="example", error="invalid_token", error_description="The access token expired"`},
	{403, `Bearer error="insufficient_scope", scope="a b"`},
	{400, `Bearer error="invalid_request"`},
	{0, `Bearer error="insufficient_scope"`},
	{401, `Bearer error="something_else"`},
	{401, `Bearer error=invalid_token`},
	{401, `Bearer scope=openid`},
	// RFC 9449 7.1, 9
	{401, `DPoP algs="ES256 PS256"`},
	{401, `DPoP error="use_dpop_nonce", error_description="Resource server requires nonce in DPoP proof"`},
	{401, `DPoP`},
	// RFC 9470 3
	{401, `Bearer error="insufficient_user_authentication", error_description="A different authentication level is required", acr_values="myACR"`},
	{401, `Bearer error="insufficient_user_authentication", max_age="5"`},
	// RFC 9728 5.1
	{401, `Bearer resource_metadata="https://resource.example.com/.well-known/oauth-protected-resource"`},
	// RFC 4559 4.1, and others
	{401, `Negotiate`},
	{401, `Negotiate a87421000492aa874209af8bc028`},
	{401, `Negotiate oYG2MIGzoAMKAQChCwYJKoZIgvcSAQICooGeBIGbYIGYBgk==`},
	{401, `NTLM TlRMTVNTUAABAAAA`},
	{401, `Negotiate, NTLM, Basic realm="x"`},
	{401, `Basic realm="x" , 	Negotiate,Bearer realm="y"`},
	{401, `Basic realm="x", Basic realm="y", charset="UTF-8"`},
	{401, `AWS4-HMAC-SHA256`},
	{401, `HOBA challenge="a", max-age="10"`},
	{401, `PrivateToken challenge="abc=", token-key="123=="`},
	{401, `GNAP as_uri="https://x", Concealed k=1, SCRAM-SHA-256 data=abc, vapid t=1`},
	{401, ` Basic   realm="x" `},
	// holes
	{401, `¿`},
	{401, `¿¿`},
	{401, `¿ realm="¿"`},
	{401, `¿ realm="x", error="invalid_token"`},
	{401, `¿realm="x"`},
	{401, `¿realm=x`},
	{401, `Basic realm="¿"`},
	{401, `Basic realm=¤`},
	{401, `Basic realm=¤, charset="UTF-8"`},
	{401, `Basic realm="№§-¿"`},
	{401, `Basic realm="¿"¿`},
	{401, `Basic ¿`},
	{401, `Basic¿`},
	{401, `Bearer ¿`},
	{401, `Bearer ¿, error="invalid_token"`},
	{401, `Bearer realm="¿`},
	{401, `Bearer realm="¿, error="invalid_token"`},
	{401, `Bearer realm="x",¿`},
	{401, `Bearer realm="x"¿error="invalid_token"`},
	{401, `Bearer realm="x", ¿="y"`},
	{401, `Bearer realm="x", ¿ realm="y"`},
	{401, `Bearer realm="x"¿, realm="y"`},
	{401, `Bearer ¿=¤, realm="y"`},
	{401, `Bearer error=¿`},
	{401, `Bearer error="¿", error_description="¿"`},
	{401, `Bearer x-№=§, max_age=№`},
	{401, `Digest realm="¿", nonce="¿", qop="auth", algorithm=¿, stale=§`},
	{401, `Digest ¿`},
	{401, `Digest nonce="¿`},
	{401, `Negotiate ¿`},
	{401, `Negotiate §`},
	{401, `§ realm="x"`},
	{401, `¿-Auth x="y"`},
	{401, `¿, Basic realm="x"`},
	{401, `Basic realm=¿"`},
	{401, `Basic realm=¿"¿"`},
}

func TestRight(t *testing.T) {
	for _, tc := range right {
		for _, p := range Check(pattern(tc.value), tc.status) {
			if !strings.Contains(p.Text, "Newauth") { // the RFC's own example of a scheme
				t.Errorf("%s: byte %d: %s", tc.value, p.Offset, p.Text)
			}
		}
	}
}
