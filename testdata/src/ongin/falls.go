package ongin

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"ongin/deny"
)

// The answer does not stop the chain: the handler after it runs, too.
//
// wire: - -> 401 challenge the secret
// wire: Authorization="Bearer joe" -> 200 bare the secret
func fallsJSON(c *gin.Context) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		c.JSON(401, gin.H{"error": "who are you?"}) // want "denial-falls-through: this 401 does not stop the chain: the next handler runs all the same: call Abort here$"
		return
	}
	c.Next()
}

// It calls no Next, but is registered before another handler.
//
// wire: - -> 401 challenge the secret
func fallsWithoutNext(c *gin.Context) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		c.JSON(401, gin.H{"error": "who are you?"}) // want "denial-falls-through: this 401 does not stop the chain"
		return
	}
}

// wire: - -> 403 bare the secret
func fallsString(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		c.String(403, "not from here") // want "denial-falls-through: this 403 does not stop the chain"
		return
	}
	c.Next()
}

// The status is remembered only, and the next handler's takes its place.
//
// wire: - -> 200 bare the secret
func fallsStatus(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		c.Status(403) // want "denial-falls-through: this 403 does not stop the chain"
		return
	}
	c.Next()
}

// wire: - -> 403 bare the secret
func fallsHTTPError(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		http.Error(c.Writer, "not from here", 403) // want "denial-falls-through: this 403 does not stop the chain"
		return
	}
	c.Next()
}

// Next runs in the same call: neither return nor Abort.
//
// wire: - -> 401 challenge the secret
func fallsThrough(c *gin.Context) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		c.JSON(401, gin.H{"error": "who are you?"}) // want "denial-falls-through: after this 401 the request goes on to the next handler all the same: call Abort and return here$"
	}
	c.Next()
}

// wire: by fallsMade
func required() gin.HandlerFunc {
	return func(c *gin.Context) {
		if caller(c) == nil {
			c.Header("WWW-Authenticate", realm)
			c.JSON(401, gin.H{"error": "who are you?"}) // want "denial-falls-through: this 401 does not stop the chain"
			return
		}
		c.Next()
	}
}

// fallsMade is behind required.
//
// wire: - -> 401 challenge the secret
func fallsMade(c *gin.Context) { c.String(200, "the secret") }

// server's methods are handlers.
type server struct{ realm string }

// wire: - -> 401 challenge the secret
func (s *server) fallsMethod(c *gin.Context) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", s.realm)
		c.JSON(401, gin.H{"error": "who are you?"}) // want "denial-falls-through: this 401 does not stop the chain"
		return
	}
	c.Next()
}

// reply denies and does not abort.
func reply(c *gin.Context, code int, text string) { c.JSON(code, gin.H{"error": text}) }

// wire: - -> 403 bare the secret
func fallsHelper(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		reply(c, 403, "not from here") // want "denial-falls-through: this 403 does not stop the chain"
		return
	}
	c.Next()
}

// The helper is given the writer alone, and so cannot abort.
//
// wire: - -> 403 bare the secret
func fallsWriterHelper(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		deny.Plain(c.Writer, 403) // want "denial-falls-through: this 403 does not stop the chain"
		return
	}
	c.Next()
}

// wire: - -> 403 bare the secret
func fallsFar(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		deny.Reply(c, 403, "not from here") // want "denial-falls-through: this 403 does not stop the chain"
		return
	}
	c.Next()
}

// denied answers, and says so.
func denied(c *gin.Context) bool {
	if c.ClientIP() == "127.0.0.1" {
		c.JSON(403, gin.H{"error": "not from here"})
		return true
	}
	return false
}

// What the helper says is not asked for.
//
// wire: - -> 403 bare welcome
func fallsIgnored(c *gin.Context) {
	denied(c) // want "denial-falls-through: after this 403 the handler goes on and answers like for an admitted client: return here"
	c.String(200, "welcome")
}

// A handler with no return.
//
// wire: - -> 403 bare welcome
func fallsOn(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		c.JSON(403, gin.H{"error": "not from here"}) // want "denial-falls-through: after this 403 the handler goes on"
	}
	c.JSON(200, "welcome")
}

// Abort stops the other handlers, not this one.
//
// wire: - -> 403 bare welcome
func fallsAborted(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		c.AbortWithStatusJSON(403, gin.H{"error": "not from here"}) // want "denial-falls-through: after this 403 the handler goes on"
	}
	c.JSON(200, "welcome")
}

// What follows stops.

// wire: - -> 403 bare (empty)
func stops(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		c.AbortWithStatus(403)
		return
	}
	c.Next()
}

// Nothing is left to run.
//
// wire: - -> 403 bare (empty)
func stopsBeforeNext(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		c.AbortWithStatus(403)
	}
	c.Next()
}

// wire: - -> 403 bare {"error":"not from here"}
func stopsAfter(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		c.JSON(403, gin.H{"error": "not from here"})
		c.Abort()
		return
	}
	c.Next()
}

// wire: - -> 403 bare {"error":"not from here"}
func stopsFirst(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		c.Abort()
		reply(c, 403, "not from here")
		return
	}
	c.Next()
}

// wire: - -> 403 bare {"error":"not from here"}
func stopsDeferred(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		defer c.Abort()
		c.JSON(403, gin.H{"error": "not from here"})
		return
	}
	c.Next()
}

// wire: - -> 403 bare {"error":"not from here"}
func stopsHelper(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		halt(c, 403, "not from here")
		return
	}
	c.Next()
}

func halt(c *gin.Context, code int, text string) { c.AbortWithStatusJSON(code, gin.H{"error": text}) }

// wire: - -> 403 bare {"error":"not from here"}
func stopsFar(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		deny.Halt(c, 403, "not from here")
		return
	}
	c.Next()
}

// It is the last handler: nothing comes after it.
//
// wire: - -> 403 bare {"error":"not from here"}
func stopsLast(c *gin.Context) {
	if c.ClientIP() == "127.0.0.1" {
		c.JSON(403, gin.H{"error": "not from here"})
		return
	}
	c.String(200, "welcome")
}

// It is the last one, too: a handler of net/http that it gives the response to is its own work, and no next one.
//
// wire: by stopsWrapped
func wrapped(h http.Handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.ClientIP() == "127.0.0.1" {
			c.String(403, "not from here")
			return
		}
		h.ServeHTTP(c.Writer, c.Request)
	}
}

// wire: - -> 403 bare not from here
func stopsWrapped(c *gin.Context) { wrapped(http.NotFoundHandler())(c) }

// What Next has left is only looked at, and the page of a status that others have chosen is written.
//
// wire: - -> 200 bare the secret
// wire: :path=/stopsErrors?fail=1 -> 403 bare no
func stopsErrors(c *gin.Context) {
	c.Next()
	if len(c.Errors) > 0 && !c.Writer.Written() {
		c.JSON(403, gin.H{"error": "no"})
	}
}

func failing(c *gin.Context) {
	if c.Query("fail") != "" {
		c.Error(errors.New("failed"))
		return
	}
	c.String(200, "the secret")
}

// A handler that finds and calls another one is no middleware: nothing runs when it returns.
//
// wire: - -> 401 bare who are you?
func stopsFound(c *gin.Context) {
	if caller(c) == nil {
		c.String(401, "who are you?") // want "missing-challenge: "
		return
	}
	found[c.Param("name")](c)
}

var found = map[string]gin.HandlerFunc{"secret": secret}
