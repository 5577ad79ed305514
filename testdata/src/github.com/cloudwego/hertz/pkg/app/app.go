// Package app stands for github.com/cloudwego/hertz/pkg/app, with what the tests use of it.
package app

import (
	"context"

	"github.com/cloudwego/hertz/pkg/protocol"
)

type HandlerFunc func(c context.Context, ctx *RequestContext)

type RequestContext struct {
	Request  protocol.Request
	Response protocol.Response
}

func (ctx *RequestContext) Status(code int)                                   {}
func (ctx *RequestContext) SetStatusCode(statusCode int)                      {}
func (ctx *RequestContext) Header(key, value string)                          {}
func (ctx *RequestContext) Abort()                                            {}
func (ctx *RequestContext) AbortWithStatus(code int)                          {}
func (ctx *RequestContext) AbortWithStatusJSON(code int, jsonObj interface{}) {}
func (ctx *RequestContext) AbortWithMsg(msg string, statusCode int)           {}
func (ctx *RequestContext) JSON(code int, obj interface{})                    {}
func (ctx *RequestContext) String(code int, format string, values ...interface{}) {
}
func (ctx *RequestContext) WriteString(s string) (int, error)               { return 0, nil }
func (ctx *RequestContext) SetBodyString(body string)                       {}
func (ctx *RequestContext) Next(c context.Context)                          {}
func (ctx *RequestContext) GetHeader(key string) []byte                     { return nil }
func (ctx *RequestContext) Cookie(key string) []byte                        { return nil }
func (ctx *RequestContext) Query(key string) string                         { return "" }
func (ctx *RequestContext) Host() []byte                                    { return nil }
func (ctx *RequestContext) Set(key string, value interface{})               {}
func (ctx *RequestContext) Get(key string) (value interface{}, exists bool) { return nil, false }
