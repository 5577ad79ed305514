// Package iris stands for github.com/kataras/iris/v12, with what the tests use of it.
package iris

import "github.com/kataras/iris/v12/context"

type (
	Context = *context.Context
	Map     = map[string]interface{}
	Handler = context.Handler
)

type Route struct{}

type Party interface {
	Party(relativePath string, middleware ...context.Handler) Party
	Use(middleware ...context.Handler)
	Any(registeredPath string, handlers ...context.Handler) []*Route
}
