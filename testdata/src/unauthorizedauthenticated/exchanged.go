package unauthorizedauthenticated

import (
	"context"
	"net/http"

	"github.com/gorilla/sessions"
	"golang.org/x/oauth2"
)

// What is got for a code is a credential, though a proof went with the code: where it is refused, it is not known who it is.

type provider interface {
	exchange(ctx context.Context, code string, opts ...oauth2.AuthCodeOption) (*oauth2.Token, error)
	verify(ctx context.Context, raw string) (*user, error)
}

type callback struct {
	provider
	store sessions.Store
}

func (c *callback) exchanged(w http.ResponseWriter, r *http.Request) {
	session, err := c.store.Get(r, "login")
	if err != nil {
		http.Error(w, "begin again", http.StatusBadRequest)
		return
	}
	state, _ := session.Values["oidc_state"].(string)
	if state == "" || state != r.FormValue("state") {
		http.Error(w, "begin again", http.StatusBadRequest)
		return
	}
	var opts []oauth2.AuthCodeOption
	if verifier, _ := session.Values["verifier"].(string); verifier != "" {
		opts = append(opts, oauth2.VerifierOption(verifier))
	}
	token, err := c.exchange(r.Context(), r.FormValue("code"), opts...)
	if err != nil {
		http.Error(w, "no", http.StatusBadGateway)
		return
	}
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		http.Error(w, "no", http.StatusBadGateway)
		return
	}
	if _, err := c.verify(r.Context(), raw); err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("hello"))
}
