// Package onrestful holds route functions and filters of go-restful, each run on the real framework by the module that checks the
// tables.
package onrestful

import (
	"errors"
	"strings"

	"github.com/emicklei/go-restful/v3"
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
func caller(req *restful.Request) *user {
	token, ok := strings.CutPrefix(req.HeaderParameter("Authorization"), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

func busy(req *restful.Request) bool { return req.QueryParameter("busy") != "" }

func hello(req *restful.Request, resp *restful.Response) { resp.Write([]byte("hello")) }
