// Package context stands for github.com/beego/beego/v2/server/web/context, with what the tests use of it.
package context

import "net/http"

type Context struct {
	Input          *BeegoInput
	Output         *BeegoOutput
	Request        *http.Request
	ResponseWriter *Response
}

func (ctx *Context) Abort(status int, body string)   {}
func (ctx *Context) Redirect(status int, url string) {}
func (ctx *Context) WriteString(content string)      {}
func (ctx *Context) JSONResp(data interface{}) error { return nil }

type BeegoInput struct{ Context *Context }

func (input *BeegoInput) Header(key string) string            { return "" }
func (input *BeegoInput) Cookie(key string) string            { return "" }
func (input *BeegoInput) Query(key string) string             { return "" }
func (input *BeegoInput) Host() string                        { return "" }
func (input *BeegoInput) SetData(key, val interface{})        {}
func (input *BeegoInput) GetData(key interface{}) interface{} { return nil }

type BeegoOutput struct {
	Context *Context
	Status  int
}

func (output *BeegoOutput) SetStatus(status int)                                       {}
func (output *BeegoOutput) Header(key, val string)                                     {}
func (output *BeegoOutput) Body(content []byte) error                                  { return nil }
func (output *BeegoOutput) JSON(data interface{}, hasIndent bool, encoding bool) error { return nil }

type Response struct {
	http.ResponseWriter
	Started bool
	Status  int
}

func (r *Response) Write(p []byte) (int, error) { return 0, nil }
func (r *Response) WriteHeader(code int)        {}
