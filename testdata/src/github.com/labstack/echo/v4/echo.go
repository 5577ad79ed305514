// Package echo is a stub.
package echo

import (
	"io"
	"net/http"
)

const HeaderWWWAuthenticate = "WWW-Authenticate"

type (
	Map            map[string]any
	HandlerFunc    func(c Context) error
	MiddlewareFunc func(next HandlerFunc) HandlerFunc

	HTTPErrorHandler func(err error, c Context)
)

type Context interface {
	Request() *http.Request
	Response() *Response
	RealIP() string
	Param(name string) string
	QueryParam(name string) string
	FormValue(name string) string
	Cookie(name string) (*http.Cookie, error)
	SetCookie(cookie *http.Cookie)
	Get(key string) any
	Set(key string, val any)
	Bind(i any) error
	Validate(i any) error
	Render(code int, name string, data any) error
	HTML(code int, html string) error
	String(code int, s string) error
	JSON(code int, i any) error
	JSONPretty(code int, i any, indent string) error
	Blob(code int, contentType string, b []byte) error
	Stream(code int, contentType string, r io.Reader) error
	File(file string) error
	NoContent(code int) error
	Redirect(code int, url string) error
	Error(err error)
}

type Response struct {
	Writer    http.ResponseWriter
	Status    int
	Committed bool
}

func (r *Response) Header() http.Header               { return r.Writer.Header() }
func (r *Response) Before(fn func())                  {}
func (r *Response) WriteHeader(code int)              { r.Writer.WriteHeader(code) }
func (r *Response) Write(b []byte) (n int, err error) { return r.Writer.Write(b) }

type HTTPError struct {
	Internal error
	Message  any
	Code     int
}

func NewHTTPError(code int, message ...any) *HTTPError { return &HTTPError{Code: code} }

func (he *HTTPError) Error() string                     { return "" }
func (he *HTTPError) SetInternal(err error) *HTTPError  { return he }
func (he *HTTPError) WithInternal(err error) *HTTPError { return he }

var (
	ErrUnauthorized      = NewHTTPError(http.StatusUnauthorized)
	ErrForbidden         = NewHTTPError(http.StatusForbidden)
	ErrNotFound          = NewHTTPError(http.StatusNotFound)
	ErrProxyAuthRequired = NewHTTPError(http.StatusProxyAuthRequired)
)

type Route struct{}

type Echo struct {
	HTTPErrorHandler HTTPErrorHandler
}

func New() *Echo { return new(Echo) }

func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request)             {}
func (e *Echo) Use(m ...MiddlewareFunc)                                      {}
func (e *Echo) Any(path string, h HandlerFunc, m ...MiddlewareFunc) []*Route { return nil }
func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route   { return nil }
func (e *Echo) Group(prefix string, m ...MiddlewareFunc) (g *Group)          { return nil }

type Group struct{}

func (g *Group) Use(m ...MiddlewareFunc)                                      {}
func (g *Group) Any(path string, h HandlerFunc, m ...MiddlewareFunc) []*Route { return nil }
func (g *Group) Group(prefix string, m ...MiddlewareFunc) (sg *Group)         { return nil }

func WrapHandler(h http.Handler) HandlerFunc { return nil }

func (e *Echo) DefaultHTTPErrorHandler(err error, c Context)
