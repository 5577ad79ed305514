package ongin

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
	"golang.org/x/crypto/bcrypt"
)

// wire: - -> 200 bare {"error":"unknown token"}
func okError(c *gin.Context) {
	_, err := find(c.Query("token"))
	if err != nil {
		c.JSON(200, gin.H{"error": err.Error()}) // want "error-as-ok: "
		return
	}
	c.JSON(200, "hello")
}

// wire: - -> 200 bare unauthorized
func okText(c *gin.Context) {
	if caller(c) == nil {
		c.String(http.StatusOK, "unauthorized") // want "error-as-ok: "
		return
	}
	c.String(200, "hello")
}

// c.Error only notes it: what the client gets is an empty 200.
//
// wire: - -> 200 bare (empty)
func okNoted(c *gin.Context) {
	if caller(c) == nil {
		c.Error(errors.New("who are you?"))
		c.Abort()
		return
	}
	c.String(200, "hello")
}

// wire: - -> 404 bare {"error":"unknown token"}
func notFound(c *gin.Context) {
	_, err := find(c.Query("token"))
	if err != nil {
		c.JSON(404, gin.H{"error": err.Error()})
		return
	}
	c.JSON(200, "hello")
}

// A list whose items carry errors is data.
//
// wire: - -> 200 bare errors
func okList(c *gin.Context) {
	var failed []string
	for _, token := range []string{"a", "joe"} {
		if _, err := find(token); err != nil {
			failed = append(failed, err.Error())
		}
	}
	c.JSON(200, gin.H{"errors": failed})
}

// loginForm is shown again to somebody whose password was wrong: that is how forms are.
func loginForm(c *gin.Context) {
	if bcrypt.CompareHashAndPassword([]byte("hash"), []byte(c.PostForm("password"))) != nil {
		c.HTML(http.StatusOK, "login.html", gin.H{"error": "wrong password"})
		return
	}
	c.String(http.StatusOK, "hello")
}
