// Package restful stands for github.com/emicklei/go-restful/v3, with what the tests use of it.
package restful

import "net/http"

const MIME_JSON = "application/json"

type Request struct{ Request *http.Request }

func (r *Request) HeaderParameter(name string) string          { return "" }
func (r *Request) QueryParameter(name string) string           { return "" }
func (r *Request) SetAttribute(name string, value interface{}) {}
func (r Request) Attribute(name string) interface{}            { return nil }

type Response struct{ http.ResponseWriter }

func (r *Response) WriteHeader(httpStatus int)                                {}
func (r *Response) Write(bytes []byte) (int, error)                           { return 0, nil }
func (r Response) AddHeader(header string, value string) Response             { return r }
func (r *Response) WriteError(httpStatus int, err error) error                { return nil }
func (r *Response) WriteErrorString(httpStatus int, errorReason string) error { return nil }
func (r *Response) WriteServiceError(httpStatus int, err ServiceError) error  { return nil }
func (r *Response) WriteEntity(value interface{}) error                       { return nil }
func (r *Response) WriteHeaderAndEntity(status int, value interface{}) error  { return nil }
func (r *Response) WriteHeaderAndJson(status int, value interface{}, contentType string) error {
	return nil
}
func (r *Response) WriteAsJson(value interface{}) error { return nil }

type ServiceError struct {
	Code    int
	Message string
	Header  http.Header
}

func NewError(code int, message string) ServiceError { return ServiceError{} }

type (
	RouteFunction  func(*Request, *Response)
	FilterFunction func(*Request, *Response, *FilterChain)
)

type FilterChain struct{}

func (f *FilterChain) ProcessFilter(request *Request, response *Response) {}

type WebService struct{}

func (w *WebService) Path(root string) *WebService             { return w }
func (w *WebService) Produces(types ...string) *WebService     { return w }
func (w *WebService) Filter(filter FilterFunction) *WebService { return w }
func (w *WebService) Route(builder *RouteBuilder) *WebService  { return w }
func (w *WebService) GET(subPath string) *RouteBuilder         { return nil }

type RouteBuilder struct{}

func (b *RouteBuilder) To(function RouteFunction) *RouteBuilder    { return b }
func (b *RouteBuilder) Filter(filter FilterFunction) *RouteBuilder { return b }

type Container struct{}

func NewContainer() *Container                          { return nil }
func (c *Container) Add(service *WebService) *Container { return c }
func (c *Container) Filter(filter FilterFunction)       {}
