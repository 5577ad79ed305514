// Package router stands for github.com/pocketbase/pocketbase/tools/router, with what the tests use of it.
package router

import (
	"net/http"

	"github.com/pocketbase/pocketbase/tools/hook"
)

type Event struct {
	Response http.ResponseWriter
	Request  *http.Request

	hook.Event
}

func (e *Event) String(status int, data string) error                    { return nil }
func (e *Event) JSON(status int, data any) error                         { return nil }
func (e *Event) NoContent(status int) error                              { return nil }
func (e *Event) Error(status int, message string, errData any) *ApiError { return nil }
func (e *Event) UnauthorizedError(message string, errData any) *ApiError { return nil }
func (e *Event) ForbiddenError(message string, errData any) *ApiError    { return nil }

type ApiError struct {
	rawData any
	Data    map[string]any
	Message string
	Status  int
}

func (e *ApiError) Error() string { return "" }

type Route[T hook.Resolver] struct{ Path string }

func (route *Route[T]) Bind(middlewares ...*hook.Handler[T]) *Route[T]        { return route }
func (route *Route[T]) BindFunc(middlewareFuncs ...func(e T) error) *Route[T] { return route }

type RouterGroup[T hook.Resolver] struct{ Prefix string }

func (group *RouterGroup[T]) GET(path string, action func(e T) error) *Route[T]    { return nil }
func (group *RouterGroup[T]) Group(prefix string) *RouterGroup[T]                  { return nil }
func (group *RouterGroup[T]) Bind(middlewares ...*hook.Handler[T]) *RouterGroup[T] { return group }
