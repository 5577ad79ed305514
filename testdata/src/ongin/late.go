package ongin

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ongin/deny"
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

// Two bodies are one too many, whatever the status.
//
// wire: :path=/lateBody?busy=1 -> 200 bare {"code":1,"error":"busy"}"hello"
func lateBody(c *gin.Context) {
	if busy(c) {
		c.JSON(200, gin.H{"code": 1, "error": "busy"}) // the mistake is below: low
	}
	c.JSON(200, "hello") // want "late-status: this is a second answer: 200 has been sent before on this path, with a body .medium."
}

// The status -1 keeps the one that there is, and more may be written.
//
// wire: - -> 200 bare "one""two"
func keepsStatus(c *gin.Context) {
	c.JSON(200, "one")
	c.JSON(-1, "two")
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

// bind answers and aborts where it fails.
func bind(c *gin.Context, v any) {
	if err := c.ShouldBindJSON(v); err != nil {
		c.AbortWithStatusJSON(400, gin.H{"error": "not JSON"})
	}
}

// It asks whether the chain was aborted.
//
// wire: :body="{" -> 400 bare not JSON
// wire: :body="{}" -> 200 bare Name
func asksAborted(c *gin.Context) {
	var form struct{ Name string }
	bind(c, &form)
	if c.IsAborted() {
		return
	}
	c.JSON(200, form)
}

// It does not ask.
//
// wire: :body="{" -> 400 bare {"error":"not JSON"}{"Name":""}
func lateAborted(c *gin.Context) {
	var form struct{ Name string }
	bind(c, &form)
	c.JSON(200, form) // want "late-status: "
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

// There is one item at most where the round goes on, and so no second round.
//
// wire: X-Item=a -> 404 bare
func lateNoRound(c *gin.Context) {
	items := c.Request.Header["X-Item"]
	for i := 0; i < len(items); i++ {
		c.Status(http.StatusAccepted)
		if len(items) != 1 {
			return
		}
		c.AbortWithStatus(http.StatusNotFound)
	}
}

// wire: X-Item=a -> 404 bare
func lateRound(c *gin.Context) {
	items := c.Request.Header["X-Item"]
	for i := 0; i < len(items); i++ {
		c.Status(http.StatusAccepted) // want "late-status: status 202 .*404 has been sent before"
		if len(items) > 9 {
			return
		}
		c.AbortWithStatus(http.StatusNotFound)
	}
}

// wire: X-Item=a -> 404 bare
func lateNoRoundLeft(c *gin.Context) {
	items := c.Request.Header["X-Item"]
	for i := 0; i < len(items); i++ {
		c.Status(http.StatusAccepted)
		c.AbortWithStatus(http.StatusNotFound)
		if len(items) > 1 {
			break
		}
	}
}

// refuse answers where nobody has.
//
// wire: by lateAsked
func refuse(c *gin.Context, status int, text string) {
	if c.Writer.Written() {
		return
	}
	c.String(status, text)
}

// wire: X-Item=a -> 401 bare who are you?
func lateAsked(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		refuse(c, http.StatusUnauthorized, "who are you?") // want "missing-challenge: 401 is sent with no WWW-Authenticate header"
	}
}

// wire: X-Item=a -> 202 bare working on it
func lateNotAsked(c *gin.Context) {
	c.String(http.StatusAccepted, "working on it")
	refuse(c, http.StatusUnauthorized, "who are you?")
	refuseLog(c)
	deny.Unless(c, http.StatusUnauthorized, "who are you?")
}

func refuseLog(c *gin.Context) {
	println("refused")
	refuse(c, http.StatusForbidden, "who are you?")
}

// The second round names the denial, and the end is asked about once more: it is not the one body that follows then.
//
// wire: :path=/lateSecondRound?n=aa -> 401 challenge hello
func lateSecondRound(c *gin.Context) {
	n := len(c.Query("n"))
	denied := false
	for i := 0; i < n; i++ {
		if denied {
			c.Header("WWW-Authenticate", `Bearer realm="x"`)
			c.Status(http.StatusUnauthorized)
		}
		denied = true
	}
	if n < 2 {
		c.Writer.WriteString("nothing")
	}
	c.Writer.WriteString("hello")
}

// Named twice, and it is the first that leaves: whether that is the same, and the body's, its caller decides.
//
// wire: by lateNamed
func named(c *gin.Context, status int, text string) {
	c.AbortWithStatus(status)
	c.String(http.StatusOK, text) // want "late-status: status 200 cannot reach the client"
}

// wire: - -> 200 bare {"error":"no"}
func lateNamed(c *gin.Context) {
	if len(c.Query("n")) < 2 {
		named(c, http.StatusOK, `{"error":"no"}`) // want "error-as-ok: "
	}
}

// wire: - -> 404 bare {"error":"no"}
func lateNamedOther(c *gin.Context) {
	if len(c.Query("n")) < 2 {
		named(c, http.StatusNotFound, `{"error":"no"}`)
	}
}

// Here it is the status that comes too late, whatever the caller has chosen.
//
// wire: by lateDenied
func deniedLate(c *gin.Context, status int, text string) {
	c.AbortWithStatus(status)
	c.String(http.StatusUnauthorized, text) // want "late-status: "
}

// wire: - -> 200 bare forbidden: go away
func lateDenied(c *gin.Context) {
	if len(c.Query("n")) < 2 {
		deniedLate(c, http.StatusOK, "forbidden: go away")
	}
}
