// Package jwtware is a stub of github.com/gofiber/contrib/jwt v1.1.2: what testdata needs of it.
package jwtware

import "github.com/gofiber/fiber/v2"

type SigningKey struct {
	JWTAlg string
	Key    interface{}
}

type Config struct {
	ErrorHandler fiber.ErrorHandler
	SigningKey   SigningKey
}

func New(config ...Config) fiber.Handler
