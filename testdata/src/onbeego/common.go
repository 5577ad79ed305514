// Package onbeego holds controllers, functions and filters of beego, each run on the real framework by the module that checks the
// tables.
package onbeego

import (
	"errors"
	"strings"

	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"
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
func caller(ctx *context.Context) *user {
	token, ok := strings.CutPrefix(ctx.Input.Header("Authorization"), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

func secret(ctx *context.Context) { ctx.WriteString("the secret") }

// base is what the controllers of a house are made of.
type base struct{ web.Controller }

type controller struct{ base }
