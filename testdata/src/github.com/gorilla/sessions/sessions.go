// Package sessions is a stub.
package sessions

import "net/http"

type Session struct {
	Values map[any]any
}

type Store interface {
	Get(r *http.Request, name string) (*Session, error)
	New(r *http.Request, name string) (*Session, error)
	Save(r *http.Request, w http.ResponseWriter, s *Session) error
}

type CookieStore struct{}

func NewCookieStore(keyPairs ...[]byte) *CookieStore { return nil }

func (s *CookieStore) Get(r *http.Request, name string) (*Session, error)            { return nil, nil }
func (s *CookieStore) New(r *http.Request, name string) (*Session, error)            { return nil, nil }
func (s *CookieStore) Save(r *http.Request, w http.ResponseWriter, _ *Session) error { return nil }

type Registry struct{ fails error }

func GetRegistry(r *http.Request) *Registry { return nil }

func (s *Registry) Save(w http.ResponseWriter) error { return s.fails }

func Save(r *http.Request, w http.ResponseWriter) error { return GetRegistry(r).Save(w) }
