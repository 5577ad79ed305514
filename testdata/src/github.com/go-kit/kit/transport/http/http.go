// Package http is a stub of go-kit's: what testdata needs of it.
package http

import (
	"context"
	"net/http"

	"github.com/go-kit/kit/endpoint"
)

type (
	StatusCoder interface{ StatusCode() int }
	Headerer    interface{ Headers() http.Header }

	DecodeRequestFunc  func(context.Context, *http.Request) (request interface{}, err error)
	EncodeResponseFunc func(context.Context, http.ResponseWriter, interface{}) error
	ErrorEncoder       func(ctx context.Context, err error, w http.ResponseWriter)
	ServerOption       func(*Server)

	Server struct{}
)

func NewServer(e endpoint.Endpoint, dec DecodeRequestFunc, enc EncodeResponseFunc, options ...ServerOption) *Server

func (s Server) ServeHTTP(w http.ResponseWriter, r *http.Request)

func ServerErrorEncoder(ee ErrorEncoder) ServerOption

func EncodeJSONResponse(_ context.Context, w http.ResponseWriter, response interface{}) error
