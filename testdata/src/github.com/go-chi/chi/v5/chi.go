// Package chi stands for github.com/go-chi/chi/v5, with what the tests use of it.
package chi

import "net/http"

type Router interface {
	Use(middlewares ...func(http.Handler) http.Handler)
	Group(fn func(r Router)) Router
	Get(pattern string, h http.HandlerFunc)
}
