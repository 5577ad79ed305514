// Package fiber is a stub of github.com/gofiber/fiber/v3 v3.1.0: what testdata needs of it.
package fiber

import (
	"context"

	"github.com/valyala/fasthttp"
)

const (
	StatusOK           = 200
	StatusUnauthorized = 401
	StatusForbidden    = 403

	HeaderAuthorization   = "Authorization"
	HeaderWWWAuthenticate = "WWW-Authenticate"
)

type Map map[string]any

type Error struct {
	Message string `json:"message"`
	Code    int    `json:"code"`
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
	Handler      = func(Ctx) error
	ErrorHandler = func(Ctx, error) error
)

type Config struct{ ErrorHandler ErrorHandler }

type App struct{}

func New(config ...Config) *App

type Router interface {
	Use(args ...any) Router
	Get(path string, handler any, handlers ...any) Router
	All(path string, handler any, handlers ...any) Router
	Group(prefix string, handlers ...any) Router
}

func (app *App) Use(args ...any) Router
func (app *App) Get(path string, handler any, handlers ...any) Router
func (app *App) All(path string, handler any, handlers ...any) Router
func (app *App) Group(prefix string, handlers ...any) Router

type Bind struct{}

func (b *Bind) Body(out any) error

type Redirect struct{}

func (r *Redirect) Status(code int) *Redirect
func (r *Redirect) To(location string) error

type Res interface {
	JSON(data any, ctype ...string) error
	Set(key, val string)
	Status(status int) Ctx
}

type Ctx interface {
	Bind() *Bind
	Context() context.Context
	Cookies(key string, defaultValue ...string) string
	FormValue(key string, defaultValue ...string) string
	Get(key string, defaultValue ...string) string
	JSON(data any, ctype ...string) error
	Locals(key any, value ...any) any
	Next() error
	Params(key string, defaultValue ...string) string
	Query(key string, defaultValue ...string) string
	Redirect() *Redirect
	Request() *fasthttp.Request
	RequestCtx() *fasthttp.RequestCtx
	Res() Res
	Response() *fasthttp.Response
	SendStatus(status int) error
	SendString(body string) error
	Set(key, val string)
	Status(status int) Ctx
	Type(extension string, charset ...string) Ctx
}

func Locals[V any](c Ctx, key any, value ...V) V { panic("a stub") }
