// Package brings makes huma's errors of a type that brings headers.
package brings

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

type problem struct{ huma.ErrorModel }

func (p *problem) GetHeaders() http.Header {
	return http.Header{"Www-Authenticate": {`Bearer realm="x"`}}
}

// Use puts the maker of errors in its place.
func Use() { huma.NewError = brings }

func brings(status int, msg string, errs ...error) huma.StatusError {
	if status != 401 {
		return &huma.ErrorModel{Status: status, Detail: msg}
	}
	return &problem{huma.ErrorModel{Status: status, Detail: msg}}
}

type input struct {
	Authorization string `header:"Authorization"`
}

type output struct{ Body struct{ Text string } }

// wire: - -> 401 challenge who are you?
func Challenged(ctx context.Context, in *input) (*output, error) {
	if in.Authorization != "Bearer joe" {
		return nil, huma.Error401Unauthorized("who are you?")
	}
	return &output{}, nil
}
