// Package permission is about what somebody may.
package permission

import "kinds/errs"

// Token is what somebody has come with; who it is was found out before.
type Token interface {
	Permissions() ([]string, error)
}

// Context is where a permission counts.
type Context struct{ Value string }

// ErrUnauthorized is a 403, whatever its name says.
var ErrUnauthorized = errs.Forbidden()

// Check reports whether somebody may.
func Check(t Token, permission string, contexts ...Context) bool {
	granted, err := t.Permissions()
	if err != nil {
		return false
	}
	for _, g := range granted {
		for _, c := range contexts {
			if g == permission+c.Value {
				return true
			}
		}
	}
	return false
}

// Allows reports whether a token as it came in allows something: it asks who it is, too.
func Allows(token, permission string) bool { return granted[token] == permission }

var granted map[string]string
