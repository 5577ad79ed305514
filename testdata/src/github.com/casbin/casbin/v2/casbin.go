// Package casbin is a stub.
package casbin

type Enforcer struct{}

func (e *Enforcer) Enforce(rvals ...any) (bool, error) { return len(rvals) > 0, nil }
