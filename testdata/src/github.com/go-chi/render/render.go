// Package render stands for github.com/go-chi/render, with what the tests use of it.
package render

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
)

type key struct{}

// StatusCtxKey is where the status stands in the context.
var StatusCtxKey = &key{}

// Status remembers the status for what is rendered next.
func Status(r *http.Request, status int) {
	*r = *r.WithContext(context.WithValue(r.Context(), StatusCtxKey, status))
}

// JSON renders v.
func JSON(w http.ResponseWriter, r *http.Request, v any) {
	w.Header().Set("Content-Type", "application/json")
	send(w, r)
	json.NewEncoder(w).Encode(v)
}

// PlainText renders a text.
func PlainText(w http.ResponseWriter, r *http.Request, v string) {
	send(w, r)
	io.WriteString(w, v)
}

// Renderer is what prepares itself before it is rendered.
type Renderer interface {
	Render(w http.ResponseWriter, r *http.Request) error
}

// Render has v prepare itself, and renders it.
func Render(w http.ResponseWriter, r *http.Request, v Renderer) error {
	if err := v.Render(w, r); err != nil {
		return err
	}
	JSON(w, r, v)
	return nil
}

func send(w http.ResponseWriter, r *http.Request) {
	if status, ok := r.Context().Value(StatusCtxKey).(int); ok {
		w.WriteHeader(status)
	}
}
