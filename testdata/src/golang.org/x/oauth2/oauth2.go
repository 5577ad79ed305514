// Package oauth2 stands for golang.org/x/oauth2, with what the tests use of it.
package oauth2

type AuthCodeOption interface{ setValue() }

type option string

func (option) setValue() {}

func VerifierOption(verifier string) AuthCodeOption { return option(verifier) }

type Token struct{ AccessToken string }

func (t *Token) Extra(key string) any { return nil }
