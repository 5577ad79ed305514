// Package auth finds who is calling.
package auth

import (
	"errors"
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

func find(c *gin.Context) (*User, error) {
	u := users[strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")]
	if u == nil {
		return nil, errors.New("unknown token")
	}
	return u, nil
}

// Guard finds somebody by methods of its own, and calls no Next.
type Guard struct{}

func (g Guard) Handle(c *gin.Context) {
	u, err := find(c)
	if err != nil {
		c.Header("WWW-Authenticate", `Bearer realm="x"`)
		c.AbortWithStatus(401)
		return
	}
	c.Set(key, u)
}

// Maybe lets anybody through.
func Maybe(c *gin.Context) {
	if u, err := find(c); err == nil {
		c.Set(key, u)
	}
	c.Next()
}

// Account is who Required has found; nil for nobody.
func Account(c *gin.Context) *User {
	v, ok := c.Get(key)
	if !ok {
		return nil
	}
	return v.(*User)
}
