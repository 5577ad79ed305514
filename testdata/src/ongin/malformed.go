package ongin

import (
	"fmt"

	"github.com/gin-gonic/gin"
)

// wire: - -> 401 challenge (empty)
func malformedRealm(c *gin.Context) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", "Basic realm=Restricted area") // want "malformed-challenge: "
		c.AbortWithStatus(401)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge (empty)
func malformedSprintf(c *gin.Context) {
	if caller(c) == nil {
		c.Writer.Header().Set("WWW-Authenticate", fmt.Sprintf("Basic realm=%s, charset=\"UTF-8\" x", c.Request.Host)) // want "malformed-challenge: "
		c.AbortWithStatus(401)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare (empty)
func malformedName(c *gin.Context) {
	if caller(c) == nil {
		c.Header("WWW-Authentication", realm) // want "malformed-challenge: "
		c.AbortWithStatus(401)
		return
	}
	c.String(200, "hello")
}
