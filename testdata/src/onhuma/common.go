// Package onhuma holds operations and middlewares of huma, each run on the real framework by the module that checks the tables.
package onhuma

import (
	"context"
	"errors"
	"strings"

	"github.com/danielgtaylor/huma/v2"
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

// input is what operations are given.
type input struct {
	Authorization string `header:"Authorization"`
	Session       string `cookie:"session"`
	Proxy         string `header:"Proxy-Authorization"`
	Role          string `query:"role"`
	Busy          string `query:"busy"`
}

type output struct {
	Body struct {
		Text string `json:"text"`
	}
}

func text(s string) *output {
	o := &output{}
	o.Body.Text = s
	return o
}

// bearer finds whose token it is.
func bearer(in *input) *user {
	token, ok := strings.CutPrefix(in.Authorization, "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

// caller finds whose token it is.
func caller(ctx huma.Context) *user {
	token, ok := strings.CutPrefix(ctx.Header("Authorization"), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

type userKey struct{}

func hello(context.Context, *input) (*output, error) { return text("hello"), nil }
