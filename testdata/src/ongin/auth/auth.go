// Package auth finds who is calling.
package auth

import (
	"strings"

	"github.com/gin-gonic/gin"
)

type User struct {
	Name  string
	Admin bool
}

func (u *User) IsAdmin() bool { return u.Admin }

var users = map[string]*User{"root": {"root", true}, "joe": {"joe", false}}

const key = "auth.account"

// Required lets nobody through who is not known.
func Required() gin.HandlerFunc {
	return func(c *gin.Context) {
		token, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
		u := users[token]
		if !ok || u == nil {
			c.Header("WWW-Authenticate", `Bearer realm="x"`)
			c.AbortWithStatus(401)
			return
		}
		c.Set(key, u)
		c.Next()
	}
}

// Account is who Required has found; nil for nobody.
func Account(c *gin.Context) *User {
	v, ok := c.Get(key)
	if !ok {
		return nil
	}
	return v.(*User)
}
