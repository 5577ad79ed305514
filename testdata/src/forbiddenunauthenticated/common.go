// Package forbiddenunauthenticated has answers of 403: to somebody of whom nobody knows who it is, and to others.
package forbiddenunauthenticated

import (
	"context"
	"encoding/json"
	"net/http"
)

const challenge = `Basic realm="Restricted", charset="UTF-8"`

type user struct {
	ID     int64
	Name   string
	Admin  bool
	Banned bool
	Hash   []byte
	Roles  []string
}

func (u *user) has(role string) bool {
	for _, r := range u.Roles {
		if r == role {
			return true
		}
	}
	return false
}

// users is the database.
type users interface {
	BySession(ctx context.Context, id string) (*user, error)
	ByName(ctx context.Context, name string) (*user, error)
	ByKey(ctx context.Context, key string) (*user, bool)
	Document(ctx context.Context, id string) (*document, error)
}

type document struct {
	Owner int64
	Body  string
}

type config struct {
	ReadOnly, Maintenance, SignUp bool
	Allowed                       []string
	Secret                        []byte
	APIKey                        string
	MaxUploads                    int
}

type server struct {
	users users
	cfg   config
	keys  map[string]string
	kept  http.Handler
}

func writeError(w http.ResponseWriter, status int, msg string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"error": msg})
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}
