package unseen

import "github.com/gin-gonic/gin"

// A status that waits is replaced before anything is sent: that others get the first one from the same call is not kept. Needed: what a
// helper has named, and not only what it has left.
func replacesStatus(c *gin.Context) {
	denied := c.Query("token") == ""
	if denied {
		c.Header("WWW-Authenticate", `Bearer realm="x"`)
		c.String(401, "who are you?")
	}
	created(c, denied)
}

func created(c *gin.Context, denied bool) {
	c.Status(201)
	if denied {
		c.Status(401)
	}
}

// A deferred closure denies once more, after a helper has, and goes on. Needed: closures that are judged by what their callers have sent.
func deniesTwice(c *gin.Context) {
	denied := c.Query("token") == ""
	defer func() {
		if denied {
			c.Status(401) // want "late-status: this is a second answer"
			c.Writer.WriteString("access denied")
		}
		c.Writer.WriteString("the items")
	}()
	if denied {
		c.Header("WWW-Authenticate", `Bearer realm="x"`)
		c.String(401, "who are you?")
	}
}

// A deferred closure writes the denial's body, and then the admitted clients' one. Needed: the same.
func goesOnDeferred(c *gin.Context) {
	denied := c.Query("token") == ""
	defer func() {
		if denied {
			c.Writer.WriteString("who are you?")
		}
		c.String(200, "the items")
	}()
	c.Header("WWW-Authenticate", `Bearer realm="x"`)
	c.Status(401)
}

// A helper answers with a status that it was given, and names it once more: after its caller's answer, the first is too late. Needed: the
// same.
func answersTwice(c *gin.Context) {
	c.Header("WWW-Authenticate", `Bearer realm="x"`)
	c.Status(401)
	c.Writer.WriteString("who are you?")
	namesTwice(c, c.Query("token") == "", 401)
}

func namesTwice(c *gin.Context, known bool, status int) {
	if !known {
		c.JSON(status, "who are you?")
	}
	c.AbortWithStatus(status)
}

// Two deferred closures: the first to run denies, and the other names a status for all. Needed: the same.
func deniesDeferred(c *gin.Context) {
	denied := c.Query("token") == ""
	defer func() {
		c.Status(201)
		if denied {
			c.JSON(401, "who are you?") // want "late-status: this is a second answer"
		}
	}()
	defer func() {
		if denied {
			c.Header("WWW-Authenticate", `Bearer realm="x"`)
			c.Status(401)
			c.Writer.WriteString("who are you?")
		}
	}()
}

// A helper names a status, sends another one and answers with it once more: after its caller's answer nothing of that is told of. Needed: the
// same.
func answersThrice(c *gin.Context) {
	c.Header("WWW-Authenticate", `Bearer realm="x"`)
	c.JSON(401, "who are you?")
	namesThree(c)
}

func namesThree(c *gin.Context) {
	c.Status(403)
	c.AbortWithStatus(401)
	c.JSON(401, "who are you?")
}
