// Package onhertz holds handlers and middlewares of hertz, each run on the real framework by the module that checks the tables.
package onhertz

import (
	"context"
	"errors"
	"strings"

	"github.com/cloudwego/hertz/pkg/app"
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
func caller(c *app.RequestContext) *user {
	token, ok := strings.CutPrefix(string(c.GetHeader("Authorization")), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

func busy(c *app.RequestContext) bool { return c.Query("busy") != "" }

func secret(ctx context.Context, c *app.RequestContext) { c.WriteString("the secret") }
