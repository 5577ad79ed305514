package frameworks

import "testing"

func TestGinRows(t *testing.T) {
	table{
		name: "gin",
		at: map[string][]string{
			"github.com/gin-gonic/gin":        {"github.com/gin-gonic/gin"},
			"github.com/gin-contrib/sessions": {"github.com/gin-contrib/sessions"},
			"github.com/appleboy/gin-jwt":     {"github.com/appleboy/gin-jwt/v2"},
		},
		// Error only notes one, for a middleware that may look at it; Copy is for other goroutines.
		harmless: "AddParam Copy Deadline Delete Done Err Error Handler HandlerNames IsAborted NegotiateFormat SaveUploadedFile SetAccepted SetSameSite",
	}.check(t)
}

func TestGinWire(t *testing.T) {
	wire{pkg: "ongin", main: `package main

import (
	"fmt"
	"net"
	"net/http"

	"github.com/gin-gonic/gin"

	"ongin"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	ongin.Routes(r)
	panic(http.Serve(l, r))
}
`}.check(t)
}
