// Package protocol stands for github.com/cloudwego/hertz/pkg/protocol, with what the tests use of it.
package protocol

type Request struct{ Header RequestHeader }

type RequestHeader struct{ noCopy int }

func (h *RequestHeader) Get(key string) string  { return "" }
func (h *RequestHeader) Peek(key string) []byte { return nil }

type Response struct{ Header ResponseHeader }

func (resp *Response) SetStatusCode(statusCode int) {}
func (resp *Response) SetBodyString(body string)    {}

type ResponseHeader struct{ noCopy int }

func (h *ResponseHeader) Set(key, value string) {}
func (h *ResponseHeader) Del(key string)        {}
