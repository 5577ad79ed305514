// Package fasthttp is a stub of github.com/valyala/fasthttp v1.78.0: what testdata needs of it.
package fasthttp

const (
	StatusOK           = 200
	StatusUnauthorized = 401
	StatusForbidden    = 403
)

type RequestHandler func(ctx *RequestCtx)

type RequestCtx struct {
	Request  Request
	Response Response
}

func (ctx *RequestCtx) Error(msg string, statusCode int)
func (ctx *RequestCtx) NotFound()
func (ctx *RequestCtx) SetStatusCode(statusCode int)
func (ctx *RequestCtx) SetBody(body []byte)
func (ctx *RequestCtx) SetBodyString(body string)
func (ctx *RequestCtx) SetContentType(contentType string)
func (ctx *RequestCtx) Success(contentType string, body []byte)
func (ctx *RequestCtx) Write(p []byte) (int, error)
func (ctx *RequestCtx) WriteString(s string) (int, error)
func (ctx *RequestCtx) Path() []byte
func (ctx *RequestCtx) Method() []byte
func (ctx *RequestCtx) QueryArgs() *Args
func (ctx *RequestCtx) FormValue(key string) []byte
func (ctx *RequestCtx) UserValue(key any) any
func (ctx *RequestCtx) SetUserValue(key, value any)

type Request struct{ Header RequestHeader }

type Response struct{ Header ResponseHeader }

func (resp *Response) Reset()
func (resp *Response) SetStatusCode(statusCode int)
func (resp *Response) SetBodyString(body string)
func (resp *Response) StatusCode() int

type RequestHeader struct{}

func (h *RequestHeader) Peek(key string) []byte
func (h *RequestHeader) Cookie(key string) []byte
func (h *RequestHeader) Set(key, value string)
func (h *RequestHeader) Del(key string)

type ResponseHeader struct{}

func (h *ResponseHeader) Set(key, value string)
func (h *ResponseHeader) SetBytesV(key string, value []byte)
func (h *ResponseHeader) SetBytesKV(key, value []byte)
func (h *ResponseHeader) Add(key, value string)
func (h *ResponseHeader) Del(key string)
func (h *ResponseHeader) SetStatusCode(statusCode int)

type Args struct{}

func (a *Args) Peek(key string) []byte
