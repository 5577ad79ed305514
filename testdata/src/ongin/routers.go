package ongin

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ongin/auth"
)

// routers registers handlers in the ways that programs have: on a group that a function is given, on an engine of its own, as a
// handler of net/http.
func routers(r *gin.Engine) {
	known := r.Group("/")
	known.Use(auth.Required())
	given(known)
	api{}.register(r.Group("", auth.Required()))
	anybody(r.Group("/"))
	Given(known)

	own := gin.New()
	own.Use(auth.Required())
	own.Any("/ownEngine", ownEngine)
	own.Group("/ownGroup").Any("", ownGroup)
	r.Any("/ownEngine", gin.WrapH(own))
	r.Any("/ownGroup", gin.WrapH(own))

	r.Any("/behindGuard", auth.Guard{}.Handle, behindGuard)
	r.Any("/behindMaybe", auth.Maybe, behindMaybe)

	known.Any("/wrapBehind", gin.WrapF(wrapBehind))
	r.Any("/wrapOpen", gin.WrapF(wrapOpen))
}

func given(g *gin.RouterGroup) { g.Any("/givenGroup", givenGroup) }

// wire: - -> 401 challenge (empty)
// wire: Authorization="Bearer joe" -> 200 bare hello
func givenGroup(c *gin.Context) {
	if auth.Account(c) == nil {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, "hello")
}

type api struct{}

func (a api) register(g *gin.RouterGroup) { g.Any("/givenMethod", a.givenMethod) }

// wire: - -> 401 challenge (empty)
func (api) givenMethod(c *gin.Context) {
	if auth.Account(c) == nil {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, "hello")
}

func anybody(g *gin.RouterGroup) { g.Any("/givenOpen", givenOpen) }

// wire: - -> 403 bare (empty)
func givenOpen(c *gin.Context) {
	if auth.Account(c) == nil {
		c.AbortWithStatus(403) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	c.String(200, "hello")
}

// Given may be called from elsewhere, too.
func Given(g *gin.RouterGroup) { g.Any("/givenExported", givenExported) }

// wire: - -> 401 challenge (empty)
func givenExported(c *gin.Context) {
	if auth.Account(c) == nil {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge (empty)
func ownEngine(c *gin.Context) {
	if auth.Account(c) == nil {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge (empty)
func ownGroup(c *gin.Context) {
	if auth.Account(c) == nil {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, "hello")
}

// The guard is a method, and finds out by a helper that makes an error.
//
// wire: - -> 401 challenge (empty)
// wire: Authorization="Bearer joe" -> 200 bare hello
func behindGuard(c *gin.Context) {
	if auth.Account(c) == nil {
		c.AbortWithStatus(403)
		return
	}
	c.String(200, "hello")
}

// The middleware lets anybody through.
//
// wire: - -> 403 bare (empty)
func behindMaybe(c *gin.Context) {
	if auth.Account(c) == nil {
		c.AbortWithStatus(403) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	c.String(200, "hello")
}

// wire: - -> 401 challenge (empty)
func wrapBehind(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.WriteHeader(403)
		return
	}
	w.Write([]byte("hello"))
}

// wire: - -> 403 bare (empty)
func wrapOpen(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.WriteHeader(403) // want "forbidden-unauthenticated: .* challenge$"
		return
	}
	w.Write([]byte("hello"))
}
