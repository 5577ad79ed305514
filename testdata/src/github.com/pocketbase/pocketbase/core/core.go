// Package core stands for github.com/pocketbase/pocketbase/core, with what the tests use of it.
package core

import "github.com/pocketbase/pocketbase/tools/router"

type Record struct{ id string }

func (m *Record) GetBool(key string) bool { return false }

type RequestEvent struct {
	Auth *Record

	router.Event
}
