// Package web stands for github.com/beego/beego/v2/server/web, with what the tests use of it.
package web

import "github.com/beego/beego/v2/server/web/context"

const (
	BeforeStatic = iota
	BeforeRouter
	BeforeExec
)

type (
	FilterFunc func(ctx *context.Context)
	HandleFunc func(ctx *context.Context)
	FilterOpt  func()
)

type ControllerInterface interface{ Prepare() }

type Controller struct {
	Ctx  *context.Context
	Data map[interface{}]interface{}
}

func (c *Controller) Prepare()                                   {}
func (c *Controller) Abort(code string)                          {}
func (c *Controller) CustomAbort(status int, body string)        {}
func (c *Controller) StopRun()                                   {}
func (c *Controller) ServeJSON(encoding ...bool) error           { return nil }
func (c *Controller) JSONResp(data interface{}) error            { return nil }
func (c *Controller) GetString(key string, def ...string) string { return "" }

type HttpServer struct{}

func (app *HttpServer) Any(rootpath string, f HandleFunc) *HttpServer { return app }
func (app *HttpServer) Router(rootPath string, c ControllerInterface, mappingMethods ...string) *HttpServer {
	return app
}
func (app *HttpServer) InsertFilter(pattern string, pos int, filter FilterFunc, opts ...FilterOpt) *HttpServer {
	return app
}
