// Package cors declares what the testdata uses of gin-contrib/cors.
package cors

import "github.com/gin-gonic/gin"

type Config struct {
	AllowAllOrigins bool
	AllowOrigins    []string
}

func New(config Config) gin.HandlerFunc
