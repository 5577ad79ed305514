// Package huma stands for github.com/danielgtaylor/huma/v2, with what the tests use of it.
package huma

import (
	"context"
	"io"
	"net/http"
)

type API interface {
	UseMiddleware(middlewares ...func(ctx Context, next func(Context)))
}

type Context interface {
	Context() context.Context
	Host() string
	Query(name string) string
	Header(name string) string
	SetStatus(code int)
	SetHeader(name, value string)
	AppendHeader(name, value string)
	BodyWriter() io.Writer
}

func WithValue(ctx Context, key, value any) Context { return ctx }

type Middlewares []func(ctx Context, next func(Context))

type Operation struct {
	OperationID string
	Method      string
	Path        string
	Middlewares Middlewares
}

type StatusError interface {
	GetStatus() int
	Error() string
}

type ErrorModel struct {
	Title  string
	Status int
	Detail string
}

func (e *ErrorModel) Error() string  { return e.Detail }
func (e *ErrorModel) GetStatus() int { return e.Status }

var NewError = func(status int, msg string, errs ...error) StatusError { return nil }

func ErrorWithHeaders(err error, headers http.Header) error { return err }

func WriteErr(api API, ctx Context, status int, msg string, errs ...error) error { return nil }

func Error401Unauthorized(msg string, errs ...error) StatusError      { return nil }
func Error403Forbidden(msg string, errs ...error) StatusError         { return nil }
func Error404NotFound(msg string, errs ...error) StatusError          { return nil }
func Error407ProxyAuthRequired(msg string, errs ...error) StatusError { return nil }

func Register[I, O any](api API, op Operation, handler func(context.Context, *I) (*O, error)) {}

func Get[I, O any](api API, path string, handler func(context.Context, *I) (*O, error), operationHandlers ...func(o *Operation)) {
}
