// Package jwt declares what the testdata uses of gin-jwt.
package jwt

import "github.com/gin-gonic/gin"

type MapClaims map[string]interface{}

type GinJWTMiddleware struct {
	Realm         string
	Key           []byte
	Authenticator func(c *gin.Context) (interface{}, error)
	Authorizator  func(data interface{}, c *gin.Context) bool
	Unauthorized  func(c *gin.Context, code int, message string)
	IdentityKey   string
	DisabledAbort bool
}

func New(m *GinJWTMiddleware) (*GinJWTMiddleware, error)
func (mw *GinJWTMiddleware) MiddlewareFunc() gin.HandlerFunc
func (mw *GinJWTMiddleware) GetClaimsFromJWT(c *gin.Context) (MapClaims, error)
func (mw *GinJWTMiddleware) LoginHandler(c *gin.Context)
func ExtractClaims(c *gin.Context) MapClaims
