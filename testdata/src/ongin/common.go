// Package ongin holds handlers and middlewares of gin, each run on the real framework by the module that checks the tables.
package ongin

import (
	"errors"
	"strings"

	"github.com/gin-gonic/gin"
)

const realm = `Bearer realm="x"`

type user struct {
	Name  string
	Admin bool
}

var users = map[string]*user{"root": {"root", true}, "joe": {"joe", false}}

var errToken = errors.New("unknown token")

func find(token string) (*user, error) {
	u, ok := users[token]
	if !ok {
		return nil, errToken
	}
	return u, nil
}

// caller finds whose token it is.
func caller(c *gin.Context) *user {
	token, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

func busy(c *gin.Context) bool { return c.Query("busy") != "" }
