// Package hook stands for github.com/pocketbase/pocketbase/tools/hook, with what the tests use of it.
package hook

type Resolver interface{ Next() error }

type Event struct{ next func() error }

func (e *Event) Next() error { return nil }

type Handler[T Resolver] struct {
	Func func(T) error
}
