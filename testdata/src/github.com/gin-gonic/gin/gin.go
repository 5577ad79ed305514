// Package gin declares what the testdata uses of gin.
package gin

import (
	"io"
	"net/http"
)

type H map[string]any

type HandlerFunc func(*Context)

type HandlersChain []HandlerFunc

type Accounts map[string]string

type Error struct {
	Err  error
	Type uint64
	Meta any
}

func (e Error) Error() string

type errorMsgs []*Error

type ResponseWriter interface {
	http.ResponseWriter
	http.Hijacker
	http.Flusher
	Status() int
	Size() int
	WriteString(string) (int, error)
	Written() bool
	WriteHeaderNow()
	Pusher() http.Pusher
}

type Context struct {
	Request *http.Request
	Writer  ResponseWriter
	Keys    map[any]any
	Errors  errorMsgs
}

func (c *Context) Next()
func (c *Context) IsAborted() bool
func (c *Context) Abort()
func (c *Context) AbortWithStatus(code int)
func (c *Context) AbortWithStatusJSON(code int, jsonObj any)
func (c *Context) AbortWithError(code int, err error) *Error
func (c *Context) Error(err error) *Error
func (c *Context) Set(key any, value any)
func (c *Context) Get(key any) (value any, exists bool)
func (c *Context) MustGet(key any) any
func (c *Context) GetString(key any) string
func (c *Context) GetBool(key any) bool
func (c *Context) Param(key string) string
func (c *Context) Query(key string) (value string)
func (c *Context) PostForm(key string) (value string)
func (c *Context) Bind(obj any) error
func (c *Context) BindJSON(obj any) error
func (c *Context) ShouldBindJSON(obj any) error
func (c *Context) ClientIP() string
func (c *Context) GetHeader(key string) string
func (c *Context) Cookie(name string) (string, error)
func (c *Context) Status(code int)
func (c *Context) Header(key, value string)
func (c *Context) SetCookie(name, value string, maxAge int, path, domain string, secure, httpOnly bool)
func (c *Context) HTML(code int, name string, obj any)
func (c *Context) JSON(code int, obj any)
func (c *Context) IndentedJSON(code int, obj any)
func (c *Context) XML(code int, obj any)
func (c *Context) String(code int, format string, values ...any)
func (c *Context) Redirect(code int, location string)
func (c *Context) Data(code int, contentType string, data []byte)
func (c *Context) DataFromReader(code int, contentLength int64, contentType string, reader io.Reader, extraHeaders map[string]string)
func (c *Context) Stream(step func(w io.Writer) bool) bool
func (c *Context) File(filepath string)

type IRoutes interface {
	Use(...HandlerFunc) IRoutes
	Any(string, ...HandlerFunc) IRoutes
	GET(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
}

type RouterGroup struct{ Handlers HandlersChain }

func (group *RouterGroup) Use(middleware ...HandlerFunc) IRoutes
func (group *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup
func (group *RouterGroup) Any(relativePath string, handlers ...HandlerFunc) IRoutes
func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes
func (group *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) IRoutes

type Engine struct{ RouterGroup }

func New() *Engine
func Default() *Engine
func (engine *Engine) Use(middleware ...HandlerFunc) IRoutes
func (engine *Engine) NoRoute(handlers ...HandlerFunc)
func (engine *Engine) ServeHTTP(w http.ResponseWriter, req *http.Request)

func BasicAuth(accounts Accounts) HandlerFunc
func BasicAuthForRealm(accounts Accounts, realm string) HandlerFunc
func Recovery() HandlerFunc
func WrapF(f http.HandlerFunc) HandlerFunc
func WrapH(h http.Handler) HandlerFunc
