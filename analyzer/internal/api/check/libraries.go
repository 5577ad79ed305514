//go:build libraries

package check

// These are the libraries that rows of [api.Sources] name and whose functions no test calls: only their types are looked
// at. Naming them here keeps them required, at a known version, and linking none of them keeps small the processes that
// the tests start.
import (
	_ "firebase.google.com/go/v4/appcheck"
	_ "firebase.google.com/go/v4/auth"
	_ "github.com/auth0/go-jwt-middleware/v2"
	_ "github.com/auth0/go-jwt-middleware/v2/validator"
	_ "github.com/casbin/casbin/v2"
	_ "github.com/clerk/clerk-sdk-go/v2"
	_ "github.com/clerk/clerk-sdk-go/v2/jwt"
	_ "github.com/coreos/go-oidc/v3/oidc"
	_ "github.com/dgrijalva/jwt-go/request"
	_ "github.com/go-ldap/ldap/v3"
	_ "github.com/go-webauthn/webauthn/protocol"
	_ "github.com/go-webauthn/webauthn/webauthn"
	_ "github.com/golang-jwt/jwt/v4"
	_ "github.com/golang-jwt/jwt/v4/request"
	_ "github.com/gorilla/context"
	_ "github.com/gorilla/csrf"
	_ "github.com/justinas/nosurf"
	_ "github.com/lestrrat-go/jwx/v3/jwe"
	_ "github.com/lestrrat-go/jwx/v3/jws"
	_ "github.com/lestrrat-go/jwx/v3/jwt"
	_ "github.com/markbates/goth/gothic"
	_ "github.com/modelcontextprotocol/go-sdk/auth"
	_ "golang.org/x/oauth2"
	_ "k8s.io/apiserver/pkg/authentication/authenticator"
	_ "k8s.io/apiserver/pkg/authorization/authorizer"
	_ "k8s.io/apiserver/pkg/endpoints/request"
)
