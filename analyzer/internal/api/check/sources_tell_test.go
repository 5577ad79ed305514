package check

import (
	"context"
	"crypto/hmac"
	"crypto/subtle"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/alexedwards/scs/v2"
	"github.com/casbin/casbin/v3"
	"github.com/casbin/casbin/v3/model"
	jwtgo "github.com/dgrijalva/jwt-go"
	"github.com/go-chi/jwtauth/v5"
	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
	jwtrequest "github.com/golang-jwt/jwt/v5/request"
	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwxjws "github.com/lestrrat-go/jwx/v2/jws"
	jwxjwt "github.com/lestrrat-go/jwx/v2/jwt"
	"github.com/pquerna/otp/totp"
	"golang.org/x/crypto/bcrypt"
)

var (
	rightSecret = []byte("a secret of thirty-two bytes: 12")
	wrongSecret = []byte("some other secret of that length")
)

// trials make the call of a row with what is right, or with what is wrong, and report whether it succeeded.
var trials = map[string]func(t *testing.T, right bool) bool{
	"net/http.Request.BasicAuth": func(t *testing.T, right bool) bool {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.SetBasicAuth("a", string(secretFor(right)))
		_, _, ok := r.BasicAuth()
		return ok
	},

	"crypto/subtle.ConstantTimeCompare": func(t *testing.T, right bool) bool {
		return subtle.ConstantTimeCompare(secretFor(right), rightSecret) == 1
	},
	"crypto/subtle.ConstantTimeEq": func(t *testing.T, right bool) bool {
		return subtle.ConstantTimeEq(int32(secretFor(right)[0]), int32(rightSecret[0])) == 1
	},
	"crypto/hmac.Equal": func(t *testing.T, right bool) bool { return hmac.Equal(secretFor(right), rightSecret) },

	"golang.org/x/crypto/bcrypt.CompareHashAndPassword": func(t *testing.T, right bool) bool {
		hash := must(bcrypt.GenerateFromPassword(rightSecret, bcrypt.MinCost))(t)
		return bcrypt.CompareHashAndPassword(hash, secretFor(right)) == nil
	},
	"github.com/alexedwards/argon2id.ComparePasswordAndHash": func(t *testing.T, right bool) bool {
		cheap := &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}
		hash := must(argon2id.CreateHash(string(rightSecret), cheap))(t)
		ok, err := argon2id.ComparePasswordAndHash(string(secretFor(right)), hash)
		if err != nil {
			t.Error(err) // a wrong password is none
		}
		return ok
	},
	"github.com/pquerna/otp/totp.Validate": func(t *testing.T, right bool) bool {
		secret, now := "JBSWY3DPEHPK3PXP", time.Now()
		if !right {
			now = now.Add(-time.Hour)
		}
		return totp.Validate(must(totp.GenerateCode(secret, now))(t), secret)
	},

	"github.com/golang-jwt/jwt.Parse": func(t *testing.T, right bool) bool {
		token, err := jwt.Parse(signed(t, right), keyFunc)
		return err == nil && token.Valid
	},
	"github.com/golang-jwt/jwt.ParseWithClaims": func(t *testing.T, right bool) bool {
		_, err := jwt.ParseWithClaims(signed(t, right), &jwt.RegisteredClaims{}, keyFunc)
		return err == nil
	},
	"github.com/golang-jwt/jwt.Parser.Parse": func(t *testing.T, right bool) bool {
		_, err := jwt.NewParser().Parse(signed(t, right), keyFunc)
		return err == nil
	},
	"github.com/golang-jwt/jwt.Parser.ParseWithClaims": func(t *testing.T, right bool) bool {
		_, err := jwt.NewParser().ParseWithClaims(signed(t, right), &jwt.RegisteredClaims{}, keyFunc)
		return err == nil
	},
	"github.com/golang-jwt/jwt.Parser.ParseUnverified": func(t *testing.T, right bool) bool {
		_, _, err := jwt.NewParser().ParseUnverified(signed(t, right), &jwt.RegisteredClaims{})
		return err == nil
	},
	"github.com/golang-jwt/jwt.Validator.Validate": func(t *testing.T, right bool) bool {
		claims := &jwt.RegisteredClaims{}
		if _, _, err := jwt.NewParser().ParseUnverified(signed(t, right), claims); err != nil {
			t.Fatal(err)
		}
		return jwt.NewValidator().Validate(claims) == nil
	},
	"github.com/dgrijalva/jwt-go.Parse": func(t *testing.T, right bool) bool {
		token, err := jwtgo.Parse(signed(t, right), func(*jwtgo.Token) (any, error) { return rightSecret, nil })
		return err == nil && token.Valid
	},
	"github.com/golang-jwt/jwt/request.ParseFromRequest": func(t *testing.T, right bool) bool {
		_, err := jwtrequest.ParseFromRequest(bearing(t, right), jwtrequest.OAuth2Extractor, keyFunc)
		return err == nil
	},
	"github.com/golang-jwt/jwt/request.BearerExtractor.ExtractToken": func(t *testing.T, right bool) bool {
		_, err := jwtrequest.BearerExtractor{}.ExtractToken(bearing(t, right))
		return err == nil
	},

	"github.com/lestrrat-go/jwx/jwt.Parse": func(t *testing.T, right bool) bool {
		_, err := jwxjwt.Parse([]byte(signed(t, right)), jwxjwt.WithKey(jwa.HS256, rightSecret))
		return err == nil
	},
	"github.com/lestrrat-go/jwx/jwt.ParseInsecure": func(t *testing.T, right bool) bool {
		_, err := jwxjwt.ParseInsecure([]byte(signed(t, right)))
		return err == nil
	},
	"github.com/lestrrat-go/jwx/jws.Verify": func(t *testing.T, right bool) bool {
		_, err := jwxjws.Verify([]byte(signed(t, right)), jwxjws.WithKey(jwa.HS256, rightSecret))
		return err == nil
	},
	"github.com/lestrrat-go/jwx/jws.Parse": func(t *testing.T, right bool) bool {
		_, err := jwxjws.Parse([]byte(signed(t, right)))
		return err == nil
	},

	"github.com/go-chi/jwtauth.FromContext": func(t *testing.T, right bool) bool {
		_, _, err := jwtauth.FromContext(verified(bearing(t, right)))
		return err == nil
	},
	"github.com/go-chi/jwtauth.VerifyRequest": func(t *testing.T, right bool) bool {
		_, err := jwtauth.VerifyRequest(tokenAuth, bearing(t, right), jwtauth.TokenFromHeader)
		return err == nil
	},
	"github.com/go-chi/jwtauth.VerifyToken": func(t *testing.T, right bool) bool {
		_, err := jwtauth.VerifyToken(tokenAuth, signed(t, right))
		return err == nil
	},
	"github.com/go-chi/jwtauth.JWTAuth.Decode": func(t *testing.T, right bool) bool {
		_, err := tokenAuth.Decode(signed(t, right))
		return err == nil
	},
	"github.com/go-chi/jwtauth.TokenFromHeader": func(t *testing.T, right bool) bool {
		return jwtauth.TokenFromHeader(bearing(t, right)) != ""
	},

	"github.com/go-jose/go-jose/jwt.ParseSigned": func(t *testing.T, right bool) bool {
		_, err := josejwt.ParseSigned(signed(t, right), []jose.SignatureAlgorithm{jose.HS256})
		return err == nil
	},
	"github.com/go-jose/go-jose/jwt.JSONWebToken.Claims": func(t *testing.T, right bool) bool {
		token := must(josejwt.ParseSigned(signed(t, right), []jose.SignatureAlgorithm{jose.HS256}))(t)
		return token.Claims(rightSecret, &josejwt.Claims{}) == nil
	},
	"github.com/go-jose/go-jose/jwt.JSONWebToken.UnsafeClaimsWithoutVerification": func(t *testing.T, right bool) bool {
		token := must(josejwt.ParseSigned(signed(t, right), []jose.SignatureAlgorithm{jose.HS256}))(t)
		return token.UnsafeClaimsWithoutVerification(&josejwt.Claims{}) == nil
	},
	"github.com/go-jose/go-jose.JSONWebSignature.Verify": func(t *testing.T, right bool) bool {
		token := must(jose.ParseSigned(signed(t, right), []jose.SignatureAlgorithm{jose.HS256}))(t)
		_, err := token.Verify(rightSecret)
		return err == nil
	},

	"github.com/gorilla/securecookie.SecureCookie.Decode": func(t *testing.T, right bool) bool {
		var value string
		return securecookie.New(rightSecret, nil).Decode("session", cookie(t, right), &value) == nil
	},
	"github.com/gorilla/securecookie.Codec.Decode": func(t *testing.T, right bool) bool {
		var value string
		return securecookie.CodecsFromPairs(rightSecret)[0].Decode("session", cookie(t, right), &value) == nil
	},
	"github.com/gorilla/securecookie.DecodeMulti": func(t *testing.T, right bool) bool {
		var value string
		return securecookie.DecodeMulti("session", cookie(t, right), &value, securecookie.CodecsFromPairs(rightSecret)...) == nil
	},
	// The wrong request has no session.
	"github.com/gorilla/sessions.CookieStore.Get": func(t *testing.T, right bool) bool {
		store := sessions.NewCookieStore(rightSecret)
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		if right {
			session, rec := sessions.NewSession(store, "session"), httptest.NewRecorder()
			session.Options = &sessions.Options{}
			if err := session.Save(r, rec); err != nil {
				t.Fatal(err)
			}
			for _, c := range rec.Result().Cookies() {
				r.AddCookie(c)
			}
		}
		session, err := store.Get(r, "session")
		if session.IsNew == right {
			t.Errorf("right: %t, and the session is new: %t", right, session.IsNew)
		}
		return err == nil
	},

	"github.com/casbin/casbin.Enforcer.Enforce": func(t *testing.T, right bool) bool {
		enforcer := must(casbin.NewEnforcer(must(model.NewModelFromString(`
			[request_definition]
			r = sub
			[policy_definition]
			p = sub
			[policy_effect]
			e = some(where (p.eft == allow))
			[matchers]
			m = r.sub == p.sub`))(t)))(t)
		must(enforcer.AddPolicy(string(rightSecret)))(t)
		return must(enforcer.Enforce(string(secretFor(right))))(t)
	},
}

// TestSourcesTell holds what rows say of success: with what is wrong, only what merely reads succeeds.
func TestSourcesTell(t *testing.T) {
	left := make(map[string]bool)
	for k := range trials {
		left[k] = true
	}
	for _, s := range linkedSources() {
		k := sourceKey(s)
		try := trials[k]
		if try == nil {
			continue
		}
		delete(left, k)
		if !try(t, true) {
			t.Errorf("%s fails with what is right", k)
		}
		if try(t, false) != s.Reads {
			t.Errorf("%s: succeeds with what is wrong: %t", k, !s.Reads)
		}
	}
	for k := range left {
		t.Errorf("%s has no row", k)
	}
}

// TestNobody holds what is to be had of a request that carries nothing.
func TestNobody(t *testing.T) {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	if _, _, ok := r.BasicAuth(); ok {
		t.Error("BasicAuth finds a password")
	}
	if _, _, err := jwtauth.FromContext(verified(r)); err == nil {
		t.Error("jwtauth: no error without a token")
	}
	// Where nothing verified, nothing failed.
	if token, _, err := jwtauth.FromContext(r.Context()); token != nil || err != nil {
		t.Errorf("jwtauth without its Verifier: %v, %v", token, err)
	}
	manager := scs.New()
	for _, token := range []string{"", "forged"} {
		session := must(manager.Load(r.Context(), token))(t)
		if got := manager.GetString(session, "user"); got != "" {
			t.Errorf("scs, session %q: user %q", token, got)
		}
		if manager.Exists(session, "user") || manager.GetInt(session, "user") != 0 || manager.GetBool(session, "user") {
			t.Errorf("scs, session %q is not empty", token)
		}
	}
	r.AddCookie(&http.Cookie{Name: "session", Value: "forged"})
	if session, err := sessions.NewCookieStore(rightSecret).Get(r, "session"); err == nil || session == nil || !session.IsNew {
		t.Errorf("sessions with a forged cookie: %v, %v", session, err)
	}
}

// secretFor is the right secret, or a wrong one.
func secretFor(right bool) []byte {
	if right {
		return rightSecret
	}
	return wrongSecret
}

// signed is a token signed with the right secret, or with a wrong one.
func signed(t *testing.T, right bool) string {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: "a"})
	return must(token.SignedString(secretFor(right)))(t)
}

func keyFunc(*jwt.Token) (any, error) { return rightSecret, nil }

// bearing is a request with such a token.
func bearing(t *testing.T, right bool) *http.Request {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Header.Set("Authorization", "Bearer "+signed(t, right))
	return r
}

var tokenAuth = jwtauth.New("HS256", rightSecret, nil)

// verified is the context of a request that went through jwtauth's Verifier.
func verified(r *http.Request) context.Context {
	var after context.Context
	next := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { after = r.Context() })
	jwtauth.Verifier(tokenAuth)(next).ServeHTTP(httptest.NewRecorder(), r)
	return after
}

// cookie is the value of a cookie whose MAC is made with the right secret, or with a wrong one.
func cookie(t *testing.T, right bool) string {
	return must(securecookie.New(secretFor(right), nil).Encode("session", "a"))(t)
}

// must ends the test if there is an error.
func must[T any](v T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
