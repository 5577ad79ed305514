// Package deny has answers that other packages give.
package deny

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Plain writes to the writer alone.
func Plain(w http.ResponseWriter, code int) { http.Error(w, http.StatusText(code), code) }

// Reply answers and lets the chain go on.
func Reply(c *gin.Context, code int, text string) { c.JSON(code, gin.H{"error": text}) }

// Halt answers and stops the chain.
func Halt(c *gin.Context, code int, text string) { c.AbortWithStatusJSON(code, gin.H{"error": text}) }

// Ask asks for a token.
func Ask(c *gin.Context) {
	c.Header("WWW-Authenticate", `Bearer realm="x"`)
	Halt(c, 401, "who are you?")
}

// Unauthorized asks for nothing.
func Unauthorized(c *gin.Context) { Halt(c, 401, "who are you?") }

// Unless answers where nobody has.
func Unless(c *gin.Context, status int, text string) {
	if !c.Writer.Written() {
		c.String(status, text)
	}
}
