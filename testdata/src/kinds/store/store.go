// Package store gives on the errors of a program. It knows nothing of HTTP either.
package store

import "kinds/errs"

type Store struct {
	Keys   map[string]string
	Grants map[string]bool
}

// User finds who a key stands for.
func (s *Store) User(key string) (string, error) {
	name, ok := s.Keys[key]
	if !ok {
		return "", errs.Errorf(errs.PermissionDenied, "no such key")
	}
	return name, nil
}

// May reports whether somebody may do something.
func (s *Store) May(name, action string) error {
	if !s.Grants[name+action] {
		return errs.Errorf(errs.PermissionDenied, "%s may not %s", name, action)
	}
	return nil
}

// Check reports whether there is such a key.
func (s *Store) Check(key string) error {
	if _, ok := s.Keys[key]; !ok {
		return &errs.Plain{Kind: errs.PermissionDenied}
	}
	return nil
}
