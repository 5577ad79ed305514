// Package apis stands for github.com/pocketbase/pocketbase/apis, with what the tests use of it.
package apis

import (
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"
)

func NewUnauthorizedError(message string, errData any) *router.ApiError { return nil }
func NewForbiddenError(message string, errData any) *router.ApiError    { return nil }

func RequireAuth(optCollectionNames ...string) *hook.Handler[*core.RequestEvent] { return nil }
