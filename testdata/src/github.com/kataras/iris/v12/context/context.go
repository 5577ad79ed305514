// Package context stands for github.com/kataras/iris/v12/context, with what the tests use of it.
package context

import (
	"net/http"

	"github.com/kataras/iris/v12/core/memstore"
)

type Handler func(*Context)

type JSON struct{}

type Context struct{ request *http.Request }

type ResponseWriter interface{ http.ResponseWriter }

func (ctx *Context) Request() *http.Request                                          { return ctx.request }
func (ctx *Context) ResponseWriter() ResponseWriter                                  { return nil }
func (ctx *Context) StatusCode(statusCode int)                                       {}
func (ctx *Context) Header(name string, value string)                                {}
func (ctx *Context) Next()                                                           {}
func (ctx *Context) StopExecution()                                                  {}
func (ctx *Context) StopWithStatus(statusCode int)                                   {}
func (ctx *Context) StopWithText(statusCode int, format string, args ...interface{}) {}
func (ctx *Context) StopWithError(statusCode int, err error)                         {}
func (ctx *Context) StopWithJSON(statusCode int, jsonObject interface{}) error       { return nil }
func (ctx *Context) JSON(v interface{}, opts ...JSON) (err error)                    { return nil }
func (ctx *Context) Text(format string, args ...interface{}) (int, error)            { return 0, nil }
func (ctx *Context) WriteString(body string) (n int, err error)                      { return 0, nil }
func (ctx *Context) Record()                                                         {}
func (ctx *Context) GetHeader(name string) string                                    { return "" }
func (ctx *Context) URLParam(name string) string                                     { return "" }
func (ctx *Context) Host() string                                                    { return "" }
func (ctx *Context) Values() *memstore.Store                                         { return nil }
