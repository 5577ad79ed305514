// Package echo is a stub.
package echo

import (
	"errors"
	"net/http"
)

const HeaderWWWAuthenticate = "WWW-Authenticate"

type (
	HandlerFunc    func(c *Context) error
	MiddlewareFunc func(next HandlerFunc) HandlerFunc

	HTTPErrorHandler func(c *Context, err error)
)

type Context struct {
	request  *http.Request
	response http.ResponseWriter
}

func (c *Context) Request() *http.Request                        { return c.request }
func (c *Context) Response() http.ResponseWriter                 { return c.response }
func (c *Context) Param(name string) string                      { return "" }
func (c *Context) QueryParam(name string) string                 { return "" }
func (c *Context) QueryParamOr(name, defaultValue string) string { return "" }
func (c *Context) FormValue(name string) string                  { return "" }
func (c *Context) Cookie(name string) (*http.Cookie, error)      { return nil, nil }
func (c *Context) Get(key string) any                            { return nil }
func (c *Context) Set(key string, val any)                       {}
func (c *Context) Bind(i any) error                              { return nil }
func (c *Context) String(code int, s string) error               { return nil }
func (c *Context) JSON(code int, i any) error                    { return nil }
func (c *Context) NoContent(code int) error                      { return nil }

type Response struct {
	http.ResponseWriter
	Status    int
	Committed bool
}

func (r *Response) Before(fn func())                  {}
func (r *Response) WriteHeader(code int)              {}
func (r *Response) Write(b []byte) (n int, err error) { return 0, nil }

func UnwrapResponse(rw http.ResponseWriter) (*Response, error) { return nil, nil }

type HTTPStatusCoder interface{ StatusCode() int }

type HTTPError struct {
	Code    int
	Message string
	err     error
}

func NewHTTPError(code int, message string) *HTTPError {
	return &HTTPError{Code: code, Message: message}
}

func (he *HTTPError) StatusCode() int     { return he.Code }
func (he *HTTPError) Error() string       { return he.Message }
func (he HTTPError) Wrap(err error) error { return nil }

type httpError struct{ code int }

func (he httpError) StatusCode() int      { return he.code }
func (he httpError) Error() string        { return "" }
func (he httpError) Wrap(err error) error { return nil }

var (
	ErrUnauthorized = &httpError{http.StatusUnauthorized}
	ErrForbidden    = &httpError{http.StatusForbidden}
	ErrNotFound     = &httpError{http.StatusNotFound}
)

type RouteInfo struct{}

type Echo struct {
	HTTPErrorHandler HTTPErrorHandler
}

func New() *Echo { return new(Echo) }

func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request)              {}
func (e *Echo) Use(m ...MiddlewareFunc)                                       {}
func (e *Echo) Any(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo { return RouteInfo{} }
func (e *Echo) Group(prefix string, m ...MiddlewareFunc) (g *Group)           { return nil }

type Group struct{}

func (g *Group) Use(m ...MiddlewareFunc)                                       {}
func (g *Group) Any(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo { return RouteInfo{} }

func WrapHandler(h http.Handler) HandlerFunc { return nil }

var errNone = errors.New("there is none")

func ContextGet[T any](c *Context, key string) (T, error) {
	v, ok := c.Get(key).(T)
	if !ok {
		return v, errNone
	}
	return v, nil
}

func QueryParam[T any](c *Context, key string, opts ...any) (T, error) {
	v, ok := any(c.QueryParam(key)).(T)
	if !ok {
		return v, errNone
	}
	return v, nil
}
