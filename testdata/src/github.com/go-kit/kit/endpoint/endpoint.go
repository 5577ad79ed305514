// Package endpoint is a stub of go-kit's: what testdata needs of it.
package endpoint

import "context"

type Endpoint func(ctx context.Context, request interface{}) (response interface{}, err error)
