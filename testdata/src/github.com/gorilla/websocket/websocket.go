// Package websocket stands for github.com/gorilla/websocket, with what the tests use of it.
package websocket

import (
	"errors"
	"net/http"
)

// Upgrader makes a connection of a request.
type Upgrader struct{}

// Upgrade answers by itself where it fails.
func (u *Upgrader) Upgrade(w http.ResponseWriter, r *http.Request, header http.Header) (*Conn, error) {
	http.Error(w, "Bad Request", http.StatusBadRequest)
	return nil, errors.New("no upgrade")
}

// Conn is a connection.
type Conn struct{}

// WriteMessage sends a message.
func (c *Conn) WriteMessage(kind int, data []byte) error { return nil }

// Close closes the connection.
func (c *Conn) Close() error { return nil }
