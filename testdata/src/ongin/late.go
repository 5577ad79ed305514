package ongin

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// The first byte takes 200 along.
//
// wire: - -> 200 bare hello
func lateStatus(c *gin.Context) {
	c.Writer.WriteString("hello")
	if busy(c) {
		return
	}
	c.Status(500) // want "late-status: "
}

// wire: :path=/lateTwo?busy=1 -> 503 bare hello
func lateTwo(c *gin.Context) {
	if busy(c) {
		c.JSON(503, gin.H{"error": "busy"})
	}
	c.JSON(200, "hello") // want "late-status: "
}

// Bind has answered 400 by itself.
//
// wire: :body="{" -> 400 bare not JSON
func lateBind(c *gin.Context) {
	var form struct{ Name string }
	if err := c.BindJSON(&form); err != nil {
		c.JSON(422, gin.H{"error": "not JSON"}) // want "late-status: "
		return
	}
	c.JSON(200, form)
}

// The same status again is harmless.
//
// wire: :body="{" -> 400 bare not JSON
func bindSame(c *gin.Context) {
	var form struct{ Name string }
	if err := c.BindJSON(&form); err != nil {
		c.JSON(400, gin.H{"error": "not JSON"})
		return
	}
	c.JSON(200, form)
}

// ShouldBind answers nothing.
//
// wire: :body="{" -> 422 bare not JSON
func shouldBind(c *gin.Context) {
	var form struct{ Name string }
	if err := c.ShouldBindJSON(&form); err != nil {
		c.JSON(422, gin.H{"error": "not JSON"})
		return
	}
	c.JSON(200, form)
}

// It asks first.
//
// wire: - -> 200 bare hello
func asksFirst(c *gin.Context) {
	if !busy(c) {
		c.String(200, "hello")
	}
	if !c.Writer.Written() {
		c.JSON(503, gin.H{"error": "busy"})
	}
}

// Two statuses that are only remembered: the last one counts.
//
// wire: - -> 404 bare (empty)
func twoStored(c *gin.Context) {
	c.Status(500)
	c.Status(404)
}

// A handler of net/http, wrapped.
//
// wire: - -> 200 bare hello
func lateWrapped(w http.ResponseWriter, _ *http.Request) {
	w.Write([]byte("hello"))
	w.WriteHeader(404) // want "late-status: "
}
