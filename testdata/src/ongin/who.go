package ongin

import (
	"github.com/gin-gonic/gin"

	"ongin/auth"
)

// wire: - -> 403 bare who are you
// wire: Authorization="Bearer joe" -> 200 bare joe
func forbiddenUnknown(c *gin.Context) {
	u := caller(c)
	if u == nil {
		c.JSON(403, gin.H{"error": "who are you?"}) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .*the Authorization header.*: answer 401 with a challenge$"
		return
	}
	c.JSON(200, u)
}

// wire: - -> 403 bare (empty)
// wire: Authorization="Bearer joe" -> 403 bare (empty)
func forbiddenHalf(c *gin.Context) {
	if u := caller(c); u == nil || !u.Admin {
		c.AbortWithStatus(403) // want "forbidden-unauthenticated: 403"
		return
	}
	c.String(200, "hello")
}

// wire: Cookie=session=1 -> 403 bare no session
func forbiddenCookie(c *gin.Context) {
	id, err := c.Cookie("session")
	if err != nil || users[id] == nil {
		c.String(403, "no session") // want "forbidden-unauthenticated: 403"
		return
	}
	c.String(200, "hello")
}

// wire: :body="{\"name\":\"joe\",\"password\":\"x\"}" -> 403 bare wrong password
// wire: :body="{" -> 400 bare not JSON
func forbiddenLogin(c *gin.Context) {
	var form struct{ Name, Password string }
	if err := c.ShouldBindJSON(&form); err != nil {
		c.String(400, "not JSON")
		return
	}
	if form.Password != "secret" {
		c.String(403, "wrong password") // want "forbidden-unauthenticated: 403"
		return
	}
	c.String(200, "hello")
}

// wire: Authorization="Bearer joe" -> 401 bare for administrators
// wire: - -> 401 challenge (empty)
func unauthorizedKnown(c *gin.Context) {
	u := caller(c)
	if u == nil {
		c.Header("WWW-Authenticate", realm)
		c.AbortWithStatus(401)
		return
	}
	if !u.Admin {
		c.JSON(401, gin.H{"error": "for administrators"}) // want "unauthorized-authenticated: 401"
		return
	}
	c.String(200, "hello")
}

// wire: Authorization="Bearer joe" -> 403 challenge for administrators
func challengeForbidden(c *gin.Context) {
	u := caller(c)
	if u == nil {
		c.Header("WWW-Authenticate", realm)
		c.AbortWithStatus(401)
		return
	}
	if !u.Admin {
		c.Header("WWW-Authenticate", realm)
		c.JSON(403, gin.H{"error": "for administrators"}) // want "challenge-on-forbidden: 403 with a challenge"
		return
	}
	c.String(200, "hello")
}

// A wider scope is asked for.
//
// wire: Authorization="Bearer joe" -> 403 challenge scope
func insufficientScope(c *gin.Context) {
	u := caller(c)
	if u == nil {
		c.Header("WWW-Authenticate", realm)
		c.AbortWithStatus(401)
		return
	}
	if !u.Admin {
		c.Header("WWW-Authenticate", `Bearer error="insufficient_scope", scope="admin"`)
		c.JSON(403, gin.H{"error": "scope"})
		return
	}
	c.String(200, "hello")
}

// authenticate lets nobody through who is not known.
//
// wire: by keptMissing
func authenticate(c *gin.Context) {
	u := caller(c)
	if u == nil {
		c.Header("WWW-Authenticate", realm)
		c.AbortWithStatusJSON(401, gin.H{"error": "who are you?"})
		return
	}
	c.Set("account", u)
	c.Next()
}

// keptMissing is registered without authenticate.
//
// wire: - -> 403 bare (empty)
func keptMissing(c *gin.Context) {
	_, ok := c.Get("account")
	if !ok {
		c.AbortWithStatus(403) // want "forbidden-unauthenticated: 403"
		return
	}
	c.String(200, "hello")
}

// keptBehind is behind authenticate: there is always somebody.
//
// wire: - -> 401 challenge who are you
// wire: Authorization="Bearer joe" -> 200 bare hello
func keptBehind(c *gin.Context) {
	_, ok := c.Get("account")
	if !ok {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, "hello")
}

// keptRole is behind authenticate, too.
//
// wire: Authorization="Bearer joe" -> 401 bare for administrators
func keptRole(c *gin.Context) {
	u := c.MustGet("account").(*user)
	if !u.Admin {
		c.AbortWithStatusJSON(401, gin.H{"error": "for administrators"}) // want "unauthorized-authenticated: 401"
		return
	}
	c.String(200, "hello")
}

// wire: Authorization="Bearer joe" -> 403 bare for administrators
func keptRoleRight(c *gin.Context) {
	u := c.MustGet("account").(*user)
	if !u.Admin {
		c.AbortWithStatusJSON(403, gin.H{"error": "for administrators"})
		return
	}
	c.String(200, "hello")
}

// The middleware is in another package, and so is what it keeps.
//
// wire: - -> 403 bare (empty)
func farMissing(c *gin.Context) {
	a := auth.Account(c)
	if a == nil {
		c.AbortWithStatus(403) // want "forbidden-unauthenticated: 403"
		return
	}
	c.String(200, a.Name)
}

// wire: - -> 401 challenge (empty)
// wire: Authorization="Bearer joe" -> 200 bare joe
func farBehind(c *gin.Context) {
	a := auth.Account(c)
	if a == nil {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, a.Name)
}

// wire: Authorization="Bearer joe" -> 401 bare no
func farRole(c *gin.Context) {
	if a := auth.Account(c); !a.IsAdmin() {
		c.AbortWithStatusJSON(401, gin.H{"error": "no"}) // want "unauthorized-authenticated: 401"
		return
	}
	c.String(200, "hello")
}

// admins is a second middleware: who somebody is has been found before it.
//
// wire: by behindAdmins
func admins() gin.HandlerFunc {
	return func(c *gin.Context) {
		if u, _ := c.MustGet("account").(*user); u == nil || !u.Admin {
			c.AbortWithStatusJSON(403, gin.H{"error": "for administrators"})
			return
		}
		c.Next()
	}
}

// wire: - -> 401 challenge who are you
// wire: Authorization="Bearer joe" -> 403 bare for administrators
// wire: Authorization="Bearer root" -> 200 bare hello
func behindAdmins(c *gin.Context) { c.String(200, "hello") }

// behindBasic is behind gin.BasicAuth, which sets its challenge.
//
// wire: - -> 401 challenge (empty)
// wire: Authorization="Basic cm9vdDpzZWNyZXQ=" -> 200 bare root
func behindBasic(c *gin.Context) {
	name := c.GetString("user")
	if name == "" {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, name)
}

// An address, a country, a CSRF token: not who somebody is.
//
// wire: - -> 403 bare (empty)
func forbiddenPeer(c *gin.Context) {
	if c.ClientIP() != "10.0.0.1" {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 403 bare csrf
func forbiddenProof(c *gin.Context) {
	want, err := c.Cookie("csrf")
	if err != nil || want != c.PostForm("csrf") {
		c.String(403, "csrf")
		return
	}
	c.String(200, "hello")
}
