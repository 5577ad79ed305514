// Package lib is imported by package app: what its helpers do with the bodies that they are given has to travel there.
package lib

import (
	"encoding/json"
	"errors"
	"net/http"
)

// ErrExpired is one of the errors of a store.
var ErrExpired = errors.New("expired")

// JSON sends anything with a 200.
func JSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}

// Respond sends anything with the status that it is given.
func Respond(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v)
}

// Text sends a text.
func Text(w http.ResponseWriter, text string) {
	w.Write([]byte(text))
}

// SendError always answers an error with a 200: the mistake stands here, and its callers have nothing to mend.
func SendError(w http.ResponseWriter, text string) {
	JSON(w, map[string]string{"error": text}) // want "error-as-ok: this body .*medium.$"
}

// Failed is right.
func Failed(w http.ResponseWriter, err error) {
	Respond(w, http.StatusInternalServerError, map[string]string{"error": err.Error()})
}

// Deny denies.
func Deny(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
	http.Error(w, "who are you?", http.StatusUnauthorized)
}

// Check denies by itself those that it does not know, and says so.
func Check(w http.ResponseWriter, r *http.Request) bool {
	if r.Header.Get("Authorization") == "" {
		Deny(w)
		return false
	}
	return true
}

// User is the one of a request; it denies by itself where there is none.
func User(w http.ResponseWriter, r *http.Request) (string, error) {
	c, err := r.Cookie("session")
	if err != nil {
		Deny(w)
		return "", err
	}
	return c.Value, nil
}

// StatusOf makes a status of an error: of what is none, 200.
func StatusOf(err error) int {
	var n interface{ NotFound() bool }
	switch {
	case err == nil, errors.Is(err, ErrNone):
		return http.StatusOK
	case errors.As(err, &n):
		return http.StatusNotFound
	}
	return http.StatusInternalServerError
}

// ErrNone is an error that is none.
var ErrNone = errors.New("none")
