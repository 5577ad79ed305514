// Package oniris holds handlers and middlewares of iris, each run on the real framework by the module that checks the tables.
package oniris

import (
	"errors"
	"strings"

	"github.com/kataras/iris/v12"
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
func caller(ctx iris.Context) *user {
	token, ok := strings.CutPrefix(ctx.GetHeader("Authorization"), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

func secret(ctx iris.Context) { ctx.WriteString("the secret") }
