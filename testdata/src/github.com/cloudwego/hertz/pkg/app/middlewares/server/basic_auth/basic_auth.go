// Package basic_auth stands for github.com/cloudwego/hertz/pkg/app/middlewares/server/basic_auth, with what the tests use of it.
package basic_auth

import "github.com/cloudwego/hertz/pkg/app"

type Accounts map[string]string

func BasicAuth(accounts Accounts) app.HandlerFunc { return nil }
