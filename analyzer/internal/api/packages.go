package api

import "strings"

// What stands here is in the tables, too, and a test holds the two together: every process of go vet asks whether a package imports one
// of these, and to make the tables for that answer would cost most of them more than all else that they do.

// frameworkPackages declare contexts, or errors that are sent.
var frameworkPackages = map[string]bool{
	"github.com/beego/beego/server/web":              true,
	"github.com/beego/beego/server/web/context":      true,
	"github.com/caddyserver/caddy/modules/caddyhttp": true,
	"github.com/cloudwego/hertz/pkg/app":             true,
	"github.com/cloudwego/hertz/pkg/protocol":        true,
	"github.com/danielgtaylor/huma":                  true,
	"github.com/emicklei/go-restful":                 true,
	"github.com/gin-gonic/gin":                       true,
	"github.com/go-kit/kit/transport/http":           true,
	"github.com/gofiber/fiber":                       true,
	"github.com/kataras/iris/context":                true,
	"github.com/labstack/echo":                       true,
	"github.com/ory/herodot":                         true,
	"github.com/pocketbase/pocketbase/core":          true,
	"github.com/pocketbase/pocketbase/tools/hook":    true,
	"github.com/pocketbase/pocketbase/tools/router":  true,
	"github.com/valyala/fasthttp":                    true,
}

// verifierPackages verify credentials or permissions.
var verifierPackages = map[string]bool{
	"crypto/x509":                                       true,
	"firebase.google.com/go/appcheck":                   true,
	"firebase.google.com/go/auth":                       true,
	"github.com/alexedwards/argon2id":                   true,
	"github.com/auth0/go-jwt-middleware/validator":      true,
	"github.com/casbin/casbin":                          true,
	"github.com/clerk/clerk-sdk-go":                     true,
	"github.com/clerk/clerk-sdk-go/jwt":                 true,
	"github.com/coreos/go-oidc/oidc":                    true,
	"github.com/dgrijalva/jwt-go":                       true,
	"github.com/dgrijalva/jwt-go/request":               true,
	"github.com/go-chi/jwtauth":                         true,
	"github.com/go-jose/go-jose":                        true,
	"github.com/go-jose/go-jose/jwt":                    true,
	"github.com/go-ldap/ldap":                           true,
	"github.com/go-webauthn/webauthn/protocol":          true,
	"github.com/go-webauthn/webauthn/webauthn":          true,
	"github.com/golang-jwt/jwt":                         true,
	"github.com/golang-jwt/jwt/request":                 true,
	"github.com/gorilla/securecookie":                   true,
	"github.com/lestrrat-go/jwx/jws":                    true,
	"github.com/lestrrat-go/jwx/jwt":                    true,
	"github.com/markbates/goth":                         true,
	"github.com/pquerna/otp/hotp":                       true,
	"github.com/pquerna/otp/totp":                       true,
	"golang.org/x/crypto/bcrypt":                        true,
	"golang.org/x/oauth2":                               true,
	"k8s.io/apiserver/pkg/authentication/authenticator": true,
	"k8s.io/apiserver/pkg/authorization/authorizer":     true,
}

// OfFramework reports whether a package declares contexts, or errors that are sent.
func OfFramework(path string) bool { return frameworkPackages[unversioned(path)] }

// InFramework reports whether a package is one of a framework's, or lies in it: the middlewares that it brings along.
func InFramework(path string) bool {
	for path = unversioned(path); path != ""; {
		if frameworkPackages[path] {
			return true
		}
		i := strings.LastIndexByte(path, '/')
		path = path[:max(i, 0)]
	}
	return false
}

// Answering reports whether what a package declares can be a response, or become one.
func Answering(path string) bool { return path == "net/http" || OfFramework(path) }

// Verifier reports whether a package is a library that verifies credentials or permissions.
func Verifier(path string) bool { return verifierPackages[unversioned(path)] }

// derivingPackages derive from a password what it is held against (RFC 8018, RFC 7914, RFC 9106).
var derivingPackages = map[string]bool{
	"crypto/pbkdf2":              true,
	"golang.org/x/crypto/argon2": true,
	"golang.org/x/crypto/pbkdf2": true,
	"golang.org/x/crypto/scrypt": true,
}

// Derives reports whether a package derives keys from passwords: who imports it may verify one, or encrypt something.
func Derives(path string) bool { return derivingPackages[path] }

// protocolPackages are servers of HTTP themselves. They bring handlers to the wire, and no handler calls what is in them for an
// answer; to follow them cost more than any other dependency, up to ten times what type-checking them does.
var protocolPackages = map[string]bool{
	"github.com/quic-go/quic-go/http3": true,
	"golang.org/x/net/http2":           true,
}

// Protocol reports whether a package implements HTTP below the handlers: what it does to an answer is no handler's doing.
func Protocol(path string) bool { return protocolPackages[path] }
