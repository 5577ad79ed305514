// Package fiber is a stub of github.com/gofiber/fiber/v2 v2.52.15: what testdata needs of it.
package fiber

import "github.com/valyala/fasthttp"

const (
	StatusOK           = 200
	StatusUnauthorized = 401
	StatusForbidden    = 403

	HeaderAuthorization   = "Authorization"
	HeaderWWWAuthenticate = "WWW-Authenticate"
)

type Map map[string]interface{}

type Error struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (e *Error) Error() string

func NewError(code int, message ...string) *Error

var (
	ErrUnauthorized      = NewError(401)
	ErrForbidden         = NewError(403)
	ErrNotFound          = NewError(404)
	ErrProxyAuthRequired = NewError(407)
)

type (
	Handler      = func(*Ctx) error
	ErrorHandler = func(*Ctx, error) error
)

type Config struct{ ErrorHandler ErrorHandler }

type App struct{}

func New(config ...Config) *App

type Router interface {
	Use(args ...interface{}) Router
	Get(path string, handlers ...Handler) Router
	All(path string, handlers ...Handler) Router
	Group(prefix string, handlers ...Handler) Router
}

func (app *App) Use(args ...interface{}) Router
func (app *App) Get(path string, handlers ...Handler) Router
func (app *App) All(path string, handlers ...Handler) Router
func (app *App) Group(prefix string, handlers ...Handler) Router

type Cookie struct{ Name, Value string }

type Ctx struct{}

func (c *Ctx) Append(field string, values ...string)
func (c *Ctx) Body() []byte
func (c *Ctx) BodyParser(out interface{}) error
func (c *Ctx) Context() *fasthttp.RequestCtx
func (c *Ctx) Cookie(cookie *Cookie)
func (c *Ctx) Cookies(key string, defaultValue ...string) string
func (c *Ctx) FormValue(key string, defaultValue ...string) string
func (c *Ctx) Get(key string, defaultValue ...string) string
func (c *Ctx) IP() string
func (c *Ctx) JSON(data interface{}, ctype ...string) error
func (c *Ctx) Locals(key interface{}, value ...interface{}) interface{}
func (c *Ctx) Method(override ...string) string
func (c *Ctx) Next() error
func (c *Ctx) Params(key string, defaultValue ...string) string
func (c *Ctx) Query(key string, defaultValue ...string) string
func (c *Ctx) Redirect(location string, status ...int) error
func (c *Ctx) Request() *fasthttp.Request
func (c *Ctx) Response() *fasthttp.Response
func (c *Ctx) Send(body []byte) error
func (c *Ctx) SendStatus(status int) error
func (c *Ctx) SendString(body string) error
func (c *Ctx) Set(key, val string)
func (c *Ctx) Status(status int) *Ctx
func (c *Ctx) Type(extension string, charset ...string) *Ctx

func DefaultErrorHandler(c *Ctx, err error) error
