package onhuma

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// wire: - -> 401 bare who are you?
// wire: Authorization="Bearer joe" -> 200 bare hello
func bare(ctx context.Context, in *input) (*output, error) {
	if bearer(in) == nil {
		return nil, huma.Error401Unauthorized("who are you?") // want "missing-challenge: huma sends this 401 with no WWW-Authenticate header: the client cannot know how to authenticate .medium.$"
	}
	return text("hello"), nil
}

// huma looks for the status inside an error, too.
//
// wire: - -> 401 bare who are you?
func bareWrapped(ctx context.Context, in *input) (*output, error) {
	if bearer(in) == nil {
		return nil, fmt.Errorf("no: %w", huma.Error401Unauthorized("who are you?")) // want "missing-challenge: huma sends this 401"
	}
	return text("hello"), nil
}

// wire: - -> 401 bare who are you?
func bareModel(ctx context.Context, in *input) (*output, error) {
	if bearer(in) == nil {
		return nil, &huma.ErrorModel{Status: http.StatusUnauthorized, Detail: "who are you?"} // want "missing-challenge: huma sends this 401"
	}
	return text("hello"), nil
}

// wire: - -> 407 bare who are you?
func bareProxy(ctx context.Context, in *input) (*output, error) {
	if in.Proxy == "" {
		return nil, huma.Error407ProxyAuthRequired("who are you?") // want "missing-challenge: huma sends this 407 with no Proxy-Authenticate header"
	}
	return text("hello"), nil
}

// wire: - -> 401 bare who are you?
func byHelper(ctx context.Context, in *input) (*output, error) {
	if _, err := known(in); err != nil {
		return nil, err
	}
	return text("hello"), nil
}

// wire: by byHelper
func known(in *input) (*user, error) {
	u := bearer(in)
	if u == nil {
		return nil, huma.Error401Unauthorized("who are you?") // want "missing-challenge: huma sends this 401"
	}
	return u, nil
}

// The headers of the error around it go with it.
//
// wire: - -> 401 challenge who are you?
func withHeaders(ctx context.Context, in *input) (*output, error) {
	if bearer(in) == nil {
		return nil, huma.ErrorWithHeaders(huma.Error401Unauthorized("who are you?"), http.Header{"WWW-Authenticate": {realm}})
	}
	return text("hello"), nil
}

// An error without a status is a 500.
//
// wire: - -> 500 bare
func plain(ctx context.Context, in *input) (*output, error) {
	if bearer(in) == nil {
		return nil, errors.New("unauthorized")
	}
	return text("hello"), nil
}

// The error is looked at, and another one is sent.
//
// wire: - -> 404 bare nothing here
func hidden(ctx context.Context, in *input) (*output, error) {
	err := error(huma.Error401Unauthorized("who are you?"))
	if bearer(in) == nil && err != nil {
		return nil, huma.Error404NotFound("nothing here")
	}
	return text("hello"), nil
}
