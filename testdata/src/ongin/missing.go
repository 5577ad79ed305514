package ongin

import (
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// wire: - -> 401 bare who are you
// wire: Authorization="Bearer joe" -> 200 bare joe
func missingJSON(c *gin.Context) {
	u := caller(c)
	if u == nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you?"}) // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path: the client cannot know how to authenticate$"
		return
	}
	c.JSON(http.StatusOK, u)
}

// wire: - -> 401 bare (empty)
func missingAbort(c *gin.Context) {
	if caller(c) == nil {
		c.AbortWithStatus(401) // want "missing-challenge: 401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare who are you
func missingAbortJSON(c *gin.Context) {
	if caller(c) == nil {
		c.AbortWithStatusJSON(401, gin.H{"error": "who are you?"}) // want "missing-challenge: 401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare (empty)
func missingAbortError(c *gin.Context) {
	if caller(c) == nil {
		c.AbortWithError(401, errors.New("who are you?")) // want "missing-challenge: 401"
		return
	}
	c.String(200, "hello")
}

// The status leaves when the handler has returned.
//
// wire: - -> 401 bare (empty)
func missingStatus(c *gin.Context) {
	if caller(c) == nil {
		c.Status(401) // want "missing-challenge: .*401"
		return
	}
	c.String(200, "hello")
}

// The status leaves with the first byte.
//
// wire: - -> 401 bare who are you
func missingStatusWrite(c *gin.Context) {
	if caller(c) == nil {
		c.Status(401) // want "missing-challenge: this 401 is sent with no WWW-Authenticate header"
		c.Writer.WriteString("who are you?")
		return
	}
	c.String(200, "hello")
}

// AbortWithStatus sends the headers at once.
//
// wire: - -> 401 bare (empty)
func missingLate(c *gin.Context) {
	if caller(c) == nil {
		c.AbortWithStatus(401) // want "missing-challenge: the WWW-Authenticate header is set too late"
		c.Header("WWW-Authenticate", realm)
		return
	}
	c.String(200, "hello")
}

// An empty value deletes the header.
//
// wire: - -> 401 bare (empty)
func missingEmpty(c *gin.Context) {
	c.Header("WWW-Authenticate", realm)
	if caller(c) == nil {
		c.Header("WWW-Authenticate", "")
		c.AbortWithStatus(401) // want "missing-challenge: 401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare who are you
func missingHTTPError(c *gin.Context) {
	if caller(c) == nil {
		http.Error(c.Writer, "who are you?", 401) // want "missing-challenge: 401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare who are you
func missingWriter(c *gin.Context) {
	if caller(c) == nil {
		c.Writer.WriteHeader(401) // want "missing-challenge: this 401 is sent with no WWW-Authenticate header"
		c.Writer.Write([]byte("who are you?"))
		return
	}
	c.String(200, "hello")
}

// wire: Proxy-Authorization=x -> 407 bare (empty)
func missingProxy(c *gin.Context) {
	if c.GetHeader("Proxy-Authorization") != "Basic eDp5" {
		c.AbortWithStatus(407) // want "missing-challenge: 407 is sent with no Proxy-Authenticate"
		return
	}
	c.String(200, "hello")
}

// One status of two.
//
// wire: - -> 401 bare {"error":"no"}
// wire: Authorization="Bearer joe" -> 403 bare {"error":"no"}
func missingEither(c *gin.Context) {
	u := caller(c)
	if u == nil || !u.Admin {
		code := 403
		if u == nil {
			code = 401
		}
		c.JSON(code, gin.H{"error": "no"}) // want "missing-challenge: 401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare bad credentials
func missingPassword(c *gin.Context) {
	name, password, _ := c.Request.BasicAuth()
	if name != "root" || password != "secret" {
		c.JSON(401, gin.H{"error": "bad credentials"}) // want "missing-challenge: 401"
		return
	}
	c.String(200, "hello")
}

// The status is only remembered: the header still goes out with it.
//
// wire: - -> 401 challenge who are you
// wire: Authorization="Bearer joe" -> 200 bare hello
func setAfterStatus(c *gin.Context) {
	if caller(c) == nil {
		c.Status(401)
		c.Header("WWW-Authenticate", realm)
		c.Writer.WriteString("who are you?")
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge (empty)
func setAfterStatusEmpty(c *gin.Context) {
	if caller(c) == nil {
		c.Status(401)
		c.Header("WWW-Authenticate", realm)
		c.Abort()
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge (empty)
func setOnWriter(c *gin.Context) {
	if caller(c) == nil {
		c.Writer.Header().Set("www-authenticate", realm)
		c.AbortWithStatus(401)
		return
	}
	c.String(200, "hello")
}

// A later status takes the place of one that is only remembered.
//
// wire: - -> 200 bare hello
func overridden(c *gin.Context) {
	c.Status(401)
	c.JSON(200, "hello")
}

// Whoever is asked for by the method only.
//
// wire: - -> 401 challenge who are you
func setByBranch(c *gin.Context) {
	u := caller(c)
	code := 200
	if u == nil {
		code = 401
	}
	if code == 401 {
		c.Header("WWW-Authenticate", realm)
	}
	text := "who are you?"
	if u != nil {
		text = strings.ToUpper(u.Name)
	}
	c.String(code, text)
}

// wire: - -> 401 challenge who are you
func setExtra(c *gin.Context) {
	if caller(c) == nil {
		r := strings.NewReader("who are you?")
		c.DataFromReader(401, r.Size(), "text/plain", r, map[string]string{"WWW-Authenticate": realm})
		return
	}
	c.String(200, "hello")
}

// What was asked for is bound to a variable: it is no longer as it was made.
//
// wire: :body="{\"Owner\":true}" -> 401 bare who
// wire: :body="{}" -> 200 bare welcome
func missingBound(c *gin.Context) {
	form := struct{ Owner bool }{}
	if err := c.ShouldBindJSON(&form); err != nil {
		return
	}
	if form.Owner {
		c.String(401, "who are you?") // want "missing-challenge: 401"
		return
	}
	c.String(200, "welcome")
}

// wire: :body="{\"Owner\":true}" -> 401 bare who
// wire: :body="{}" -> 200 bare welcome
func missingMustBind(c *gin.Context) {
	var form struct{ Owner bool }
	if c.BindJSON(&form) != nil {
		return
	}
	if form.Owner {
		c.String(401, "who are you?") // want "missing-challenge: 401"
		return
	}
	c.String(200, "welcome")
}
