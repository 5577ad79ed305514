// Package caddyhttp stands for github.com/caddyserver/caddy/v2/modules/caddyhttp, with what the tests use of it.
package caddyhttp

import "net/http"

type Handler interface {
	ServeHTTP(http.ResponseWriter, *http.Request) error
}

type HandlerError struct {
	Err        error
	StatusCode int
}

func (e HandlerError) Error() string { return "" }

func Error(statusCode int, err error) HandlerError { return HandlerError{} }
