package ongin

import (
	"github.com/gin-gonic/gin"

	"ongin/deny"
)

// who always answers 401, and its caller has not set a challenge.
//
// wire: by helperBare
func who(c *gin.Context) {
	c.AbortWithStatusJSON(401, gin.H{"error": "who are you?"}) // want "missing-challenge: 401"
}

// wire: - -> 401 bare who are you
func helperBare(c *gin.Context) {
	if caller(c) == nil {
		who(c)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare who are you
func helperStatus(c *gin.Context) {
	if caller(c) == nil {
		reply(c, 401, "who are you?") // want "missing-challenge: .*401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare who are you
func helperFar(c *gin.Context) {
	if caller(c) == nil {
		deny.Unauthorized(c) // want "missing-challenge: Unauthorized answers 401, and no WWW-Authenticate header was set before this call"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 bare who are you
func helperFarStatus(c *gin.Context) {
	if caller(c) == nil {
		deny.Halt(c, 401, "who are you?") // want "missing-challenge: .*401"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge who are you
func helperAsks(c *gin.Context) {
	if caller(c) == nil {
		deny.Ask(c)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge who are you
func helperAfterHeader(c *gin.Context) {
	if caller(c) == nil {
		c.Header("WWW-Authenticate", realm)
		deny.Unauthorized(c)
		return
	}
	c.String(200, "hello")
}
