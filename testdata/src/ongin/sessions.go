package ongin

import (
	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
)

// wire: - -> 403 bare log in first
func sessionForbidden(c *gin.Context) {
	if sessions.Default(c).Get("user") == nil {
		c.JSON(403, gin.H{"error": "log in first"}) // want "forbidden-unauthenticated: 403"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare log in first
func sessionMissing(c *gin.Context) {
	if sessions.Default(c).Get("user") == nil {
		c.JSON(401, gin.H{"error": "log in first"}) // want "missing-challenge: 401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge log in first
func sessionRight(c *gin.Context) {
	if sessions.Default(c).Get("user") == nil {
		c.Header("WWW-Authenticate", `Session realm="shop"`)
		c.JSON(401, gin.H{"error": "log in first"})
		return
	}
	c.String(200, "hello")
}

// The session keeps the state of an OAuth login: it proves where the request comes from, and not who sends it.
//
// wire: - -> 403 bare state
func sessionState(c *gin.Context) {
	want := sessions.Default(c).Get("oauth_state")
	if want == nil || want.(string) != c.Query("state") {
		c.String(403, "state")
		return
	}
	c.String(200, "hello")
}

// tokens is gin-jwt's middleware: it sets a challenge and aborts before it calls Unauthorized.
//
// wire: by jwtBehind
func tokens() *jwt.GinJWTMiddleware {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{
		Realm: "x",
		Key:   []byte("secret"),
		Unauthorized: func(c *gin.Context, code int, message string) {
			c.JSON(code, gin.H{"error": message})
		},
	})
	if err != nil {
		panic(err)
	}
	return mw
}

// wire: - -> 401 challenge error
func jwtBehind(c *gin.Context) {
	if jwt.ExtractClaims(c)["sub"] == nil {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, "hello")
}

// Whether the session can be kept is the server's affair: it says nothing of who is asking.
//
// wire: - -> 204 bare (empty)
func sessionKept(c *gin.Context) {
	session := sessions.Default(c)
	session.Set("user", "joe")
	if err := session.Save(); err != nil {
		c.String(403, "the session cannot be kept")
		return
	}
	c.Status(204)
}
