// Package basicauth is a stub of fiber's: what testdata needs of it.
package basicauth

import "github.com/gofiber/fiber/v3"

type Config struct{ Users map[string]string }

func New(config ...Config) fiber.Handler
