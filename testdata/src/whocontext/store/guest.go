package store

import "context"

// Guest is somebody who has been let in, and the desk that is his.
type Guest struct{ Name, Desk, Role string }

type userKey struct{}

// WithUser is what the porter keeps.
func WithUser(ctx context.Context, g *Guest) context.Context {
	return context.WithValue(ctx, userKey{}, g)
}

// UserOf is whom the porter has kept.
func UserOf(ctx context.Context) (*Guest, bool) {
	g, ok := ctx.Value(userKey{}).(*Guest)
	return g, ok
}
