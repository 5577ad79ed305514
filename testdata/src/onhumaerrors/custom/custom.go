// Package custom makes huma's errors of a type of its own, which brings no headers.
package custom

import (
	"context"

	"github.com/danielgtaylor/huma/v2"
)

type problem struct {
	huma.ErrorModel
	Code int `json:"code"`
}

// Use puts the maker of errors in its place.
func Use() {
	huma.NewError = func(status int, msg string, errs ...error) huma.StatusError {
		return &problem{ErrorModel: huma.ErrorModel{Status: status, Detail: msg}}
	}
}

type input struct {
	Authorization string `header:"Authorization"`
}

type output struct{ Body struct{ Text string } }

// wire: - -> 401 bare who are you?
func Bare(ctx context.Context, in *input) (*output, error) {
	if in.Authorization != "Bearer joe" {
		return nil, huma.Error401Unauthorized("who are you?") // want "missing-challenge: huma sends this 401 with no WWW-Authenticate header"
	}
	return &output{}, nil
}
