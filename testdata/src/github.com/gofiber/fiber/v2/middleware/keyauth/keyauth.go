// Package keyauth is a stub of fiber's: what testdata needs of it.
package keyauth

import "github.com/gofiber/fiber/v2"

type Config struct {
	ErrorHandler fiber.ErrorHandler
	Validator    func(*fiber.Ctx, string) (bool, error)
}

func New(config ...Config) fiber.Handler
