package ongin

import "github.com/gin-gonic/gin"

// To name the status again that has left changes nothing, and stops the chain: gin does not even warn.
//
// wire: - -> 403 bare {"error":"no"}
func waitsAborts(c *gin.Context) {
	c.JSON(403, gin.H{"error": "no"})
	c.AbortWithStatus(403)
}

// So it is with a status that was given.
//
// wire: - -> 404 bare {"error":"no"}
func waitsGiven(c *gin.Context) {
	both(c, 404)
}

func both(c *gin.Context, code int) {
	c.JSON(code, gin.H{"error": "no"})
	c.AbortWithStatus(code)
}

// A second body is one too many.
//
// wire: - -> 404 bare "one""two"
func waitsTwice(c *gin.Context) {
	twice(c, 404)
}

// wire: by waitsTwice
func twice(c *gin.Context, code int) {
	c.JSON(code, "one")
	c.AbortWithStatusJSON(code, "two") // want "late-status: this is a second answer: the same status has been sent before on this path, with a body"
}

// A closure leaves a status to be sent, when all has left.
//
// wire: - -> 200 bare hello
func waitsClosure(c *gin.Context) {
	c.Writer.WriteString("hello")
	func() {
		c.Status(500) // want "late-status: status 500"
	}()
}

// wire: - -> 200 bare hello
func waitsDeferred(c *gin.Context) {
	defer func() {
		c.Status(500) // want "late-status: status 500"
	}()
	c.Writer.WriteString("hello")
}

// In a closure, the mistake stands where the status is named.
//
// wire: - -> 200 bare hellosorry
func waitsNamed(c *gin.Context) {
	c.Writer.WriteString("hello")
	defer func() {
		c.Status(500) // want "late-status: status 500"
		c.Writer.WriteString("sorry")
	}()
}

// The first byte takes along what was named before, and the headers as they are then.
//
// wire: - -> 401 bare hello
func waitsHelper(c *gin.Context) {
	c.Status(401) // want "missing-challenge: "
	hello(c)
}

func hello(c *gin.Context) {
	c.Writer.WriteString("hello")
	c.Header("WWW-Authenticate", realm)
}

// wire: - -> 401 challenge hello
func waitsChallenged(c *gin.Context) {
	c.Status(401)
	challenged(c)
}

func challenged(c *gin.Context) {
	c.Header("WWW-Authenticate", realm)
	c.Writer.WriteString("hello")
}

// What is left to be sent is lost after a denial that has left with a body: it is the others' answer.
//
// wire: :path=/waitsShared?busy=1 -> 401 challenge denied
// wire: - -> 204 bare (empty)
func waitsShared(c *gin.Context) {
	if busy(c) {
		c.Header("WWW-Authenticate", realm)
		c.String(401, "denied") // want "denial-falls-through: after this 401 the handler goes on"
	}
	c.Status(204)
}

// A deferred closure names what stands in a variable by then.
//
// wire: - -> 401 bare (empty)
func waitsVariable(c *gin.Context) {
	status := 500
	defer func() { // want "missing-challenge: "
		c.Status(status)
	}()
	status = 401
}

// wire: - -> 200 bare hello
func waitsVariableLate(c *gin.Context) {
	status := 200
	c.Writer.WriteString("hello")
	defer func() { // want "late-status: status 401"
		c.Status(status)
	}()
	status = 401
}

// A helper writes the body of a status that was named before.
//
// wire: - -> 401 challenge access denied
func waitsBody(c *gin.Context) {
	c.Header("WWW-Authenticate", realm)
	c.Status(401)
	if c.Query("token") == "" {
		writeText(c, "access denied")
	}
}

func writeText(c *gin.Context, text string) {
	c.Writer.WriteString(text)
}

// The first byte leaves before what a closure of the helper does to the headers.
//
// wire: - -> 401 bare hello
func waitsOutrun(c *gin.Context) {
	c.Status(401) // want "missing-challenge: "
	defer helloAndThen(c)
}

func helloAndThen(c *gin.Context) {
	c.Writer.WriteString("hello")
	defer func() {
		c.Header("WWW-Authenticate", realm)
	}()
}

// A helper that names a status of its own answers with that.
//
// wire: - -> 200 challenge access denied
func waitsOwn(c *gin.Context) {
	c.Header("WWW-Authenticate", realm)
	c.Status(401)
	if c.Query("token") == "" {
		ownStatus(c, "access denied") // want "error-as-ok: "
	}
}

func ownStatus(c *gin.Context, text string) {
	c.Status(200)
	c.Writer.WriteString(text)
}

// The challenge is set in one helper, and the first byte leaves in the next.
//
// wire: - -> 401 challenge hello
func waitsNested(c *gin.Context) {
	c.Status(401)
	challengesAndCalls(c)
}

func challengesAndCalls(c *gin.Context) {
	c.Header("WWW-Authenticate", realm)
	writeText(c, "hello")
}

// It is named where it is given to gin.
//
// wire: - -> 401 bare (empty)
func waitsLocal(c *gin.Context) {
	status := 401
	c.Status(status) // want "missing-challenge: "
	status = 403
	if busy(c) {
		defer func() { c.Status(status) }()
	}
}
